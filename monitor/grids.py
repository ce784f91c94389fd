"""Where the squares of a crossed table stand: the larger a square, the larger its number.

Beside each square stands its number, so that nothing hangs on size or colour alone. Whole numbers
only, as in `charts.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

NAMES, HEADS = 150, 118  # room for the names of rows, and above for those of columns
ACROSS, DOWN = 54, 34  # one place
LARGEST, SMALLEST = 26, 4
SLANT = 84  # what the last, slanting name needs to the right of its place


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

    @property
    def width(self) -> int:
        return NAMES + ACROSS * len(self.heads) + SLANT

    @property
    def height(self) -> int:
        return HEADS + DOWN * len(self.strips)

    @property
    def heads_y(self) -> int:
        return HEADS - 14


def grid(columns: Sequence[str], rows: Sequence[tuple[str, Sequence[int | None]]]) -> Grid:
    """Of what was withheld, and of nothing, no square is drawn; the table beside it says which."""
    largest = max((cell or 0 for _label, cells in rows for cell in cells), default=0)
    heads = [Head(label, NAMES + ACROSS * at + LARGEST // 2) for at, label in enumerate(columns)]
    return Grid(heads, [strip(at, label, cells, columns, largest)
                        for at, (label, cells) in enumerate(rows)])  # fmt: skip


def strip(
    at: int, label: str, cells: Sequence[int | None], columns: Sequence[str], largest: int
) -> Strip:
    middle = HEADS + DOWN * at + DOWN // 2
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
