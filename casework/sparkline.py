"""Marks over time as a small line. The words beside it say the same."""

from dataclasses import dataclass

WIDTH, HEIGHT, EDGE = 120, 40, 5


@dataclass(frozen=True)
class Sparkline:
    points: str
    last: tuple[float, float]
    wished: float | None  # the height of the wished mark
    width: int = WIDTH
    height: int = HEIGHT


def sparkline(marks: list[int], wished: int | None) -> Sparkline | None:
    """None for fewer than two marks: a dot is no line. Always from 1 to 10, so that two goals can
    be compared."""
    if len(marks) < 2:
        return None
    step = (WIDTH - 2 * EDGE) / (len(marks) - 1)
    places = [(EDGE + step * turn, _height(mark)) for turn, mark in enumerate(marks)]
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    x, y = places[-1]
    return Sparkline(points, (round(x, 1), y), _height(wished) if wished else None)


def _height(mark: int) -> float:
    return round(HEIGHT - EDGE - (mark - 1) * (HEIGHT - 2 * EDGE) / 9, 1)
