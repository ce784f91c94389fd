"""The table as a picture: who sits where. Numbers for an SVG, drawn by a template."""

from dataclasses import dataclass
from functools import cache
from math import cos, hypot, pi, sin
from textwrap import wrap

from django.utils.translation import gettext_lazy as _

from casework.models import Seat
from wijkteam.choices import LifeDomain
from wijkteam.rows import by_name

WIDTH = 440  # a name of twelve letters fits beside the ring
TABLE = 104  # half the width of the table top
RING = (162, 120)  # half the width and height of the ring of chairs around it
ROOM = (64, 66)  # above and below the ring, for chairs and names
STEPS = 720
LINE = 13  # letters that fit under a chair
FEW = 8  # for more people the table grows longer
MORE = 32  # for each of them, so that names do not stand on top of each other
MOST_NAMES = 16  # the list has them all


@dataclass(frozen=True)
class Chair:
    place: tuple[int, int]
    middle: tuple[int, int]  # of the table
    initials: str
    name: str
    below: str  # a second line: regisseur, or the rest of for what nobody is there
    kind: str  # coordinator, household, network, professional, empty
    seat: Seat | None = None
    empty_for: str = ""  # the part of life that nobody is there for
    __getitem__ = by_name

    @property
    def x(self) -> int:
        return self.place[0]

    @property
    def y(self) -> int:
        return self.place[1]

    @property
    def letters_y(self) -> int:
        return self.y + 6

    @property
    def name_y(self) -> int:
        """Names of chairs at the back stand above them."""
        if self.y < self.middle[1] - 8:
            return self.y - (50 if self.below else 32)
        return self.y + 46

    @property
    def below_y(self) -> int:
        return self.name_y + 17

    @property
    def cup(self) -> tuple[int, int]:
        """Everyone gets a cup, within reach."""
        (x, y), (to_x, to_y) = self.place, self.middle
        reach = 74 / max(hypot(to_x - x, to_y - y), 1)
        return round(x + (to_x - x) * reach), round(y + (to_y - y) * reach)


@dataclass(frozen=True)
class Oval:
    """The ring of chairs, half its width and height; a full table is longer."""

    number: int

    @property
    def tall(self) -> int:
        return RING[1] + MORE * min(max(self.number - FEW, 0), MOST_NAMES - FEW)

    @property
    def middle(self) -> tuple[int, int]:
        return WIDTH // 2, self.tall + ROOM[0]

    @property
    def height(self) -> int:
        return 2 * self.tall + sum(ROOM)


@cache
def places(oval: Oval) -> list[tuple[int, int]]:
    """With equal steps between them, the first in front."""
    (x, y), tall = oval.middle, oval.tall
    turns = (2 * pi * step / STEPS for step in range(STEPS + 1))
    points = [(x + RING[0] * sin(turn), y + tall * cos(turn)) for turn in turns]
    walked = [0.0]
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        walked.append(walked[-1] + hypot(x1 - x0, y1 - y0))
    found = []
    for turn in range(oval.number):
        target = walked[-1] * turn / oval.number
        found.append(points[next(i for i, length in enumerate(walked) if length >= target)])
    return [(round(x), round(y)) for x, y in found]


@dataclass(frozen=True)
class Picture:
    chairs: list[Chair]
    width: int = WIDTH

    @property
    def oval(self) -> Oval:
        return Oval(len(self.chairs))

    @property
    def table(self) -> tuple[int, int]:
        return TABLE, self.oval.tall - 52

    @property
    def has_names(self) -> bool:
        return len(self.chairs) <= MOST_NAMES

    @property
    def seated(self) -> list[Chair]:
        """Whoever was asked and did not say yes yet has a chair, and sits there not yet."""
        return [chair for chair in self.chairs if chair.seat and not chair.seat.awaits_answer]

    @property
    def empty(self) -> list[Chair]:
        return [chair for chair in self.chairs if not chair.seat]


def picture(seats: list[Seat], empty: list[str]) -> Picture:
    """The household in front, the coordinator beside it, empty chairs at the end of the round."""
    order = sorted(seats, key=lambda seat: (not seat.person_id, not seat.is_coordinator))
    oval = Oval(len(order) + len(empty))
    around = places(oval)
    chairs = [_chair(place, seat, oval) for place, seat in zip(around, order, strict=False)]
    chairs += [
        _empty(place, str(LifeDomain(domain).label), oval)
        for place, domain in zip(around[len(order) :], empty, strict=True)
    ]
    return Picture(chairs)


def _empty(place: tuple[int, int], domain: str, oval: Oval) -> Chair:
    first, second = (wrap(domain, LINE, max_lines=2, placeholder="…") + [""])[:2]
    return Chair(place, oval.middle, "?", first, second, "empty", empty_for=domain)


def _chair(place: tuple[int, int], seat: Seat, oval: Oval) -> Chair:
    below = str(_("regisseur")) if seat.is_coordinator else ""
    below = str(_("gevraagd")) if seat.awaits_answer else below
    letters = initials(seat.name)
    return Chair(place, oval.middle, letters, short(seat.name), below, kind_of(seat), seat)


def kind_of(seat: Seat) -> str:
    if seat.is_coordinator:
        return "coordinator"
    if seat.person_id:
        return "household"
    return "professional" if seat.user_id else "network"


def initials(name: str) -> str:
    words = [word for word in name.split() if word[:1].isalnum()]
    letters = [word[0] for word in words if word[0].isupper()] or [word[0] for word in words]
    return "".join(letters[:1] + letters[-1:] * (len(letters) > 1)).upper() or "•"


def short(name: str) -> str:
    """A first name fits under a chair; the list has the whole name."""
    first = name.split(" ")[0]
    return first if len(first) <= 12 else first[:11] + "…"
