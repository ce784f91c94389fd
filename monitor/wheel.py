"""The quality wheel: eight qualities around, and at each the marks of four voices.

Drawn by `_wheel.html`. Coordinates are text with a point, whatever the language of the page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import cos, radians, sin

from monitor.choices import Quality, Voice

MIDDLE_X, MIDDLE_Y = 300, 200
INNER, OUTER = 24, 150
STEP = 360 / len(Quality)
PIECE = 9.0  # degrees of one voice
HIGHEST = 10


@dataclass(frozen=True)
class Given:
    """One published mark, or one of the own team."""

    quality: str
    voice: str
    mean: Decimal | float
    about: int


@dataclass(frozen=True)
class Wedge:
    shade: int
    path: str


@dataclass(frozen=True)
class Cell:
    """One mark in the table; None when too few answered, or when nobody was asked."""

    mean: Decimal | float | None
    about: int = 0


@dataclass(frozen=True)
class Spoke:
    """One quality: its wedges in the picture, and its row of the table."""

    key: str  # of its page: over_time.QUALITIES
    label: str
    x: str
    y: str
    anchor: str
    lines: list[str]
    wedges: list[Wedge]
    cells: list[Cell]


@dataclass(frozen=True)
class Wheel:
    spokes: list[Spoke]
    voices: list[str]
    rings: list[tuple[int, str]]

    @property
    def is_empty(self) -> bool:
        return not any(spoke.wedges for spoke in self.spokes)


def wheel(marks: Iterable[Given]) -> Wheel:
    """From at most one mark per quality and voice."""
    given = {(one.quality, one.voice): one for one in marks}
    spokes = [spoke(at, quality, given) for at, quality in enumerate(Quality)]
    rings = [(radius(mark), str(mark)) for mark in (5, HIGHEST)]
    return Wheel(spokes, [str(voice.label) for voice in Voice], rings)


def spoke(at: int, quality: Quality, given: dict[tuple[str, str], Given]) -> Spoke:
    middle = at * STEP - 90
    wedges, cells = [], []
    for number, voice in enumerate(Voice):
        one = given.get((quality.value, voice.value))
        cells.append(Cell(one.mean, one.about) if one else Cell(None))
        if one:
            start = middle + (number - len(Voice) / 2) * PIECE
            wedges.append(Wedge(number + 1, wedge(start, radius(one.mean))))
    x, y = point(middle, OUTER + 16)
    side = cos(radians(middle))
    anchor = "middle" if abs(side) < 0.2 else ("start" if side > 0 else "end")
    lines = in_lines(str(quality.label))
    # Text hangs from its first line: more lines above the wheel, around its middle at the sides.
    lift = (1 - sin(radians(middle))) / 2 * 16 * (len(lines) - 1)
    return Spoke(
        f"quality_{quality.value}",
        str(quality.label),
        f"{x:.1f}",
        f"{y - lift + 5:.1f}",
        anchor,
        lines,
        wedges,
        cells,
    )


def radius(mark: Decimal | float) -> int:
    return round(INNER + (OUTER - INNER) * float(mark) / HIGHEST)


def point(angle: float, distance: float) -> tuple[float, float]:
    turned = radians(angle)
    return MIDDLE_X + distance * cos(turned), MIDDLE_Y + distance * sin(turned)


def wedge(start: float, outer: int) -> str:
    """A piece of pie with its point cut off."""
    corners = [
        point(start, INNER), point(start, outer),
        point(start + PIECE, outer), point(start + PIECE, INNER),
    ]  # fmt: skip
    a, b, c, d = (f"{x:.1f} {y:.1f}" for x, y in corners)
    return f"M{a} L{b} A{outer} {outer} 0 0 1 {c} L{d} A{INNER} {INNER} 0 0 0 {a}Z"


def in_lines(label: str) -> list[str]:
    """Two lines at most, broken near the middle."""
    words = label.split()
    if len(label) < 15 or len(words) == 1:
        return [label]
    breaks = range(1, len(words))
    best = min(breaks, key=lambda at: abs(len(" ".join(words[:at])) - len(label) / 2))
    return [" ".join(words[:best]), " ".join(words[best:])]
