"""P: published tables with a known outcome, put to the same auditor.

- Handbook on Statistical Disclosure Control, ch. 4, example 3 (Geurts 1992).
- sdcTable (R), `test-simpleheuristic.R`: every line hides at least two cells, and one is exact.
- sdcTable (R), linked tables: each is safe by itself, together they are not.
"""

from monitor.attacker import Knowledge, intervals
from tests.attack.report import Line

ROWS = {"w": (30, 47, 64, 89), "x": (90, 124, 5, 31), "y": (92, 100, 59, 85),
        "z": (800, 991, 651, 685)}  # fmt: skip
HIDDEN = {"wa", "wb", "wc", "xa", "xc", "yb", "yd", "zb", "zd"}


def bounds_of(knowledge: Knowledge, cell: int) -> tuple[float, float]:
    low, high = intervals(knowledge, [cell])[cell]
    return round(low, 6), round(high, 6)


def geurts() -> tuple[float, float]:
    """The cell x11 of three rows, x11 x12 | 7, x21 x22 | 3 and 3 3 | 6, with totals 9 7 | 16."""
    known = Knowledge()
    x11, x12, x21, x22 = (known.unknown() for _cell in range(4))
    known.equal({x11: 1, x12: 1}, 7)
    known.equal({x21: 1, x22: 1}, 3)
    known.equal({x11: 1, x21: 1}, 9 - 3)
    known.equal({x12: 1, x22: 1}, 7 - 3)
    return bounds_of(known, x11)


def heuristic() -> tuple[float, float]:
    """The cell wb of a table of four by four, with all its sums published."""
    known, cells = Knowledge(), {}
    for row, numbers in ROWS.items():
        for column, number in zip("abcd", numbers, strict=True):
            low, high = (0, 10**6) if row + column in HIDDEN else (number, number)
            cells[row + column] = known.unknown(low, high)
    for row, numbers in ROWS.items():
        known.equal({cells[row + column]: 1 for column in "abcd"}, sum(numbers))
    for at, column in enumerate("abcd"):
        known.equal({cells[row + column]: 1 for row in ROWS}, sum(r[at] for r in ROWS.values()))
    return bounds_of(known, cells["wb"])


LINKED = {"A": 2, "B": 2, "I": 8, "J": 8, "K": 3, "L": 3, "M": 3, "N": 7}


SUMS = ("ABIJ", "KLMN", "LM", "ABIJKN")  # two counties, and the big and the small regions


def linked(hidden: set[str]) -> tuple[float, float]:
    """Region K, when the regions are published by county and by size, with both sums."""
    known = Knowledge()
    cells = {
        name: known.unknown(0, 100) if name in hidden else known.unknown(number, number)
        for name, number in LINKED.items()
    }
    for names in SUMS:
        known.equal({cells[name]: 1 for name in names}, sum(LINKED[name] for name in names))
    return bounds_of(known, cells["K"])


def lines() -> list[Line]:
    return [
        case("P1", "Geurts 1992: x11 of the handbook", geurts(), (3, 6)),
        case("P2", "sdcTable, simple heuristic: wb", heuristic(), (47, 47)),
        case("P3", "sdcTable, linked tables: K", linked(set("ABKLM")), (3, 3)),
        case("P4", "the same with N hidden as well: K", linked(set("ABKLMN")), (0, 10)),
    ]


def case(key: str, title: str, found: tuple[float, float], wanted: tuple[float, float]) -> Line:
    text = [f"[{low:g}, {high:g}]" for low, high in (found, wanted)]
    return Line(key, title, text[0], text[1], found == wanted)
