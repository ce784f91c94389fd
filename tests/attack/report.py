"""One line per attack, and the page that they make together."""

from dataclasses import dataclass


@dataclass
class Line:
    """What was tried, what it gave, and whether that is what it must give. `wanted` in words."""

    key: str
    attack: str
    found: str
    wanted: str
    passed: bool

    @property
    def verdict(self) -> str:
        return "pass" if self.passed else "FAIL"


def exactly(key: str, attack: str, number: int, of: str, wanted: int = 0) -> Line:
    return Line(key, attack, f"{number} {of}", str(wanted), number == wanted)


def table(lines: list[Line]) -> str:
    rows = ["| | attack | found | must be | |", "|---|---|---|---|---|"]
    rows += [f"| {one.key} | {one.attack} | {one.found} | {one.wanted} | {one.verdict} |"
             for one in lines]  # fmt: skip
    return "\n".join(rows)


HEAD = """# What an attacker can work out

Made by `make attack`, which changes nothing: a made-up town is filled, its quarters are counted,
rounded and set, and then attacked by someone who has every release ever published, knows every
rule by which it was made, and knows no family. Anything but the value under "must be" is a
failure. Small counts are counts of 1 to 4.

"""
TAIL = """
## What each line does

- **A1** works out between which bounds each small count must lie, over all releases jointly, by
  linear programming (HiGHS): every table, every sum, the running year, the end of one quarter as
  the begin of the next, and the three crossed tables of a year as shadows of one table of families.
- **A2** does it once more for a sample, with whole numbers only. Running out of time is a failure.
- **A3** asks an engine of other makers (`pytauargus`, `audit_jj`, in a process of its own) about
  the same relations, and compares its bounds with ours.
- **B** looks for a figure that is not what was signed: differencing needs one that changed.
- **C** sends random filters and downloads through the real addresses as the municipality, and reads
  every number: of the page, the council's paper and their pictures, of CSV, ODS and JSON.
- **D** makes the release with and without one family, forty times each, and looks for a figure
  whose values never overlap.
- **E** is someone who knows all families but one and the program. No rounding that stays near the
  count stops that entirely, so it is told on the page of each release; here it is only reported.
- **F** looks for a count of zero that is proven to be zero.
- **G** makes random marks and looks for a hidden mean that is known within 2 points.
- **H** tries every table, view and column of the database as the municipality's role, and
  questions whose errors would tell.
- **M** breaks the protection on purpose: the bench must fail then, or it is worth nothing.
- **P** are cases from publications, with a known outcome, put to the same auditor.
"""


def page(lines: list[Line], town: str) -> str:
    return f"{HEAD}{town}\n\n{table(lines)}\n{TAIL}"
