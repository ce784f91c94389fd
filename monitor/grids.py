"""Where the squares of a crossed table stand: the larger a square, the larger its number.

Beside each square stands its number, so that nothing hangs on size or colour alone. Whole numbers
only, as in `charts.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

NAMES = 165  # room for the names of rows
ACROSS, DOWN = 54, 34  # one place
LARGEST, SMALLEST = 26, 4
# What a slanting name needs above its place and to the right of it, for each letter.
UP, ASIDE = 5.0, 6.4


@dataclass(frozen=True)
class Square:
    x: int
    y: int
    side: int
    number: int

    @property
    def number_x(self) -> int:
        return self.x + self.side + 4


@dataclass(frozen=True)
class Strip:
    """One row: its name, its squares, and in words what stands in it."""

    label: str
    y: int
    squares: list[Square]
    said: str

    @property
    def text_y(self) -> int:
        return self.y + 5


@dataclass(frozen=True)
class Head:
    label: str
    x: int


@dataclass(frozen=True)
class Grid:
    heads: list[Head]
    strips: list[Strip]

    top: int
    left: int = NAMES - 8

    @property
    def width(self) -> int:
        ends = [head.x + round(ASIDE * len(head.label)) for head in self.heads]
        return max([NAMES + ACROSS * len(self.heads), *ends])

    @property
    def height(self) -> int:
        return self.top + DOWN * len(self.strips)

    @property
    def heads_y(self) -> int:
        return self.top - 12


def grid(columns: Sequence[str], rows: Sequence[tuple[str, Sequence[int | None]]]) -> Grid:
    """Of what was withheld, and of nothing, no square is drawn; the table beside it says which."""
    largest = max((cell or 0 for _label, cells in rows for cell in cells), default=0)
    heads = [Head(label, NAMES + ACROSS * at + LARGEST // 2) for at, label in enumerate(columns)]
    top = 20 + round(UP * max((len(label) for label in columns), default=0))
    strips = [
        strip(top + DOWN * at + DOWN // 2, label, cells, columns, largest)
        for at, (label, cells) in enumerate(rows)
    ]
    return Grid(heads, strips, top)


def strip(
    middle: int, label: str, cells: Sequence[int | None], columns: Sequence[str], largest: int
) -> Strip:
    squares = []
    for place, number in enumerate(cells):
        if number:
            side = max(round(LARGEST * sqrt(number / largest)), SMALLEST)
            x = NAMES + ACROSS * place + (LARGEST - side) // 2
            squares.append(Square(x, middle - side // 2, side, number))
    named = [
        f"{column} {cell}" for column, cell in zip(columns, cells, strict=True) if cell is not None
    ]
    return Strip(label, middle, squares, ", ".join(named))
