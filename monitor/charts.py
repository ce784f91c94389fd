"""Where the bars of a chart stand. The template draws; every number also stands in the table.

Whole numbers only: they are written into the picture as they are, whatever the language.
"""

from dataclasses import dataclass

from monitor.tables import Table

WIDTH = 360
ROOM = 44  # for the number behind a bar
LINE = 46  # a label and, below it, its bar
DIGIT = 9


@dataclass(frozen=True)
class Piece:
    """One part of a bar, with its number inside when it fits."""

    x: int
    width: int
    number: int
    shade: int

    @property
    def middle(self) -> int:
        return self.x + self.width // 2

    @property
    def fits(self) -> bool:
        return self.width >= DIGIT * len(str(self.number)) + 6


@dataclass(frozen=True)
class Bar:
    label: str
    y: int
    total: int
    pieces: list[Piece]

    @property
    def end(self) -> int:
        last = self.pieces[-1] if self.pieces else None
        return last.x + last.width if last else 0


@dataclass(frozen=True)
class Chart:
    bars: list[Bar]

    @property
    def height(self) -> int:
        return LINE * len(self.bars)


def bar_chart(table: Table) -> Chart:
    """One bar per class, over all periods of the table together."""
    longest = max((row.total for row in table.rows), default=0)
    bars = []
    for at, row in enumerate(table.rows):
        pieces = pieces_of([(1, row.total)], longest)
        bars.append(Bar(row.label, at * LINE, row.total, pieces))
    return Chart(bars)


def stacked_chart(table: Table) -> Chart:
    """One bar per period, made of its classes."""
    longest = max(table.totals, default=0)
    bars = []
    for at, column in enumerate(table.columns):
        numbers = [(shade, row.cells[at] or 0) for shade, row in enumerate(table.rows, start=1)]
        bars.append(Bar(column, at * LINE, table.totals[at], pieces_of(numbers, longest)))
    return Chart(bars)


def pieces_of(numbers: list[tuple[int, int]], longest: int) -> list[Piece]:
    """Side by side, to scale; a number that is there is never too thin to see."""
    pieces: list[Piece] = []
    x = 0
    for shade, number in numbers:
        if number:
            width = max(number * (WIDTH - ROOM - 12) // longest, 3)
            pieces.append(Piece(x, width, number, shade))
            x += width
    return pieces
