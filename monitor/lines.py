"""Where the lines of a chart stand: one per class, over the releases of its table.

Lines differ by dashes as well as by colour, and carry their name and last number at their end.
"""

from dataclasses import dataclass

from monitor.tables import Table

LEFT, RIGHT, TOP, BOTTOM = 12, 250, 16, 196
APART = 18  # between two names at the end of lines
MOST = 6


@dataclass(frozen=True)
class Point:
    x: int
    y: int
    number: int


@dataclass(frozen=True)
class Line:
    label: str
    shade: int
    points: list[Point]
    label_y: int

    @property
    def path(self) -> str:
        return " ".join(f"{point.x},{point.y}" for point in self.points)

    @property
    def last(self) -> Point:
        return self.points[-1]


@dataclass(frozen=True)
class Tick:
    x: int
    label: str
    anchor: str


@dataclass(frozen=True)
class LineChart:
    lines: list[Line]
    ticks: list[Tick]
    highest: int

    @property
    def height(self) -> int:
        """Names at the ends may hang lower than the lines."""
        return max([BOTTOM, *(line.label_y for line in self.lines)]) + 40


def line_chart(table: Table) -> LineChart:
    """Oldest on the left. What was withheld is no point."""
    places = len(table.columns)
    numbers = [cell for row in table.rows for cell in row.cells if cell is not None]
    highest = max(numbers, default=0)
    drawn = []
    for shade, row in enumerate(table.rows[:MOST], start=1):
        points = [
            Point(across(at, places), upward(cell, highest), cell)
            for at, cell in enumerate(row.cells)
            if cell is not None
        ]
        if points:
            drawn.append((row.label, shade, points))
    return LineChart(named(drawn), ticks(table.columns), highest)


def across(at: int, places: int) -> int:
    return LEFT + (RIGHT - LEFT) * at // max(places - 1, 1)


def upward(number: int, highest: int) -> int:
    return BOTTOM - (BOTTOM - TOP) * number // max(highest, 1)


def ticks(columns: list[str]) -> list[Tick]:
    """The first and the last are enough to read the time by; the table names them all."""
    last = len(columns) - 1
    found = [Tick(across(0, len(columns)), columns[0], "start")] if columns else []
    if last > 0:
        found.append(Tick(across(last, len(columns)), columns[last], "end"))
    return found


def named(drawn: list[tuple[str, int, list[Point]]]) -> list[Line]:
    """Names beside the ends of their lines, pushed apart where lines end close together."""
    lines, free = [], 0
    for label, shade, points in sorted(drawn, key=lambda one: one[2][-1].y):
        y = max(points[-1].y + 5, free)
        free = y + APART
        lines.append(Line(label, shade, points, y))
    return sorted(lines, key=lambda line: line.shade)
