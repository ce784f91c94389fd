"""The table as a picture: who sits where. Numbers for an SVG, drawn by a template."""

from dataclasses import dataclass
from math import cos, hypot, pi, sin

from django.utils.translation import gettext_lazy as _

from casework.models import Seat
from wijkteam.choices import LifeDomain

WIDTH, HEIGHT = 420, 350
MIDDLE = (210, 172)
TABLE = (104, 60)  # half the width and height of the table top
RING = (162, 112)  # and of the ring of chairs around it
STEPS = 720
MOST_NAMES = 9  # more names would stand on top of each other; the list has them all


@dataclass(frozen=True)
class Chair:
    x: int
    y: int
    initials: str
    name: str
    below: str  # a second line: regisseur, or for what nobody is there
    kind: str  # coordinator, household, network, professional, empty
    seat: Seat | None = None

    @property
    def letters_y(self) -> int:
        return self.y + 6

    @property
    def name_y(self) -> int:
        """Names of chairs at the back stand above them."""
        if self.y < MIDDLE[1] - 8:
            return self.y - (50 if self.below else 32)
        return self.y + 46

    @property
    def below_y(self) -> int:
        return self.name_y + 17

    @property
    def cup(self) -> tuple[int, int]:
        """Everyone gets a cup."""
        x, y = MIDDLE
        return round(x + (self.x - x) * 0.44), round(y + (self.y - y) * 0.44)


@dataclass(frozen=True)
class Picture:
    chairs: list[Chair]
    width: int = WIDTH
    height: int = HEIGHT
    middle: tuple[int, int] = MIDDLE
    table: tuple[int, int] = TABLE

    @property
    def has_names(self) -> bool:
        return len(self.chairs) <= MOST_NAMES

    @property
    def seated(self) -> list[Chair]:
        return [chair for chair in self.chairs if chair.seat]

    @property
    def empty(self) -> list[Chair]:
        return [chair for chair in self.chairs if not chair.seat]


def picture(seats: list[Seat], empty: list[str]) -> Picture:
    """The household in front, the coordinator beside it, empty chairs at the end of the round."""
    order = sorted(seats, key=lambda seat: (not seat.person_id, not seat.is_coordinator))
    places = around(len(order) + len(empty))
    chairs = [_taken(place, seat) for place, seat in zip(places, order, strict=False)]
    chairs += [
        Chair(*place, "?", str(_("niemand")), str(LifeDomain(domain).label), "empty")
        for place, domain in zip(places[len(order) :], empty, strict=True)
    ]
    return Picture(chairs)


def _taken(place: tuple[int, int], seat: Seat) -> Chair:
    below = str(_("regisseur")) if seat.is_coordinator else ""
    return Chair(*place, initials(seat.name), short(seat.name), below, kind_of(seat), seat)


def kind_of(seat: Seat) -> str:
    if seat.is_coordinator:
        return "coordinator"
    if seat.person_id:
        return "household"
    return "professional" if seat.user_id else "network"


def around(number: int) -> list[tuple[int, int]]:
    """Places on an oval with equal steps between them, the first in front."""
    points = [
        (MIDDLE[0] + RING[0] * sin(turn), MIDDLE[1] + RING[1] * cos(turn))
        for turn in (2 * pi * step / STEPS for step in range(STEPS + 1))
    ]
    walked = [0.0]
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        walked.append(walked[-1] + hypot(x1 - x0, y1 - y0))
    places = []
    for turn in range(number):
        target = walked[-1] * turn / number
        x, y = points[next(i for i, length in enumerate(walked) if length >= target)]
        places.append((round(x), round(y)))
    return places


def initials(name: str) -> str:
    words = [word for word in name.split() if word[:1].isalnum()]
    letters = [word[0] for word in words if word[0].isupper()] or [word[0] for word in words]
    return "".join(letters[:1] + letters[-1:] * (len(letters) > 1)).upper() or "•"


def short(name: str) -> str:
    """A first name fits under a chair; the list has the whole name."""
    first = name.split(" ")[0]
    return first if len(first) <= 12 else first[:11] + "…"
