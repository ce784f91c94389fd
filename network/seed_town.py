"""Where the made-up neighbourhoods lie, what hangs on the board, and who met whom."""

import random
import uuid
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from network import letters
from network.choices import SignalKind, SignalStatus
from network.models import Gathering, Guest, Outline, Promise, Signal, SignalStep, VindplaatsContact
from wijkteam.choices import Role
from wijkteam.models import Neighbourhood, Team, User

COLUMNS, ROWS = 5, 2
SOUTH, WEST, HIGH, WIDE = 52.36, 5.18, 0.02, 0.022

GATHERINGS: list[tuple[int, str, str, str, str]] = [
    (9, "Sociaal café Zonnewijk", "Buurthuis De Lindeboom, Lindeplein 6",
     "Kennismaken, en vooruitkijken naar de winter: wie ziet wie, en wie heeft hulp nodig?", ""),
    (-40, "Sociaal café Zonnewijk", "Moskee El Wahda, Wilgenlaan 40",
     "Geldzorgen in de wijk: wat zien jullie?",
     "Veel mensen krijgen een brief over de toeslag en begrijpen die niet.\n"
     "Iedereen wil één plek waar je met je post terechtkunt, ook in de avond."),
    (-130, "Lunch met de scholen", "Basisschool De Wilgen, Wilgenlaan 8",
     "Hoe vinden school en wijkteam elkaar sneller?",
     "Ouders komen het liefst in de ouderkamer. Een vast gezicht helpt."),
]  # fmt: skip
PROMISES = [
    ("Postavond in de bibliotheek, elke tweede dinsdag", 14, False),
    ("Flyer met telefoonnummers in het Turks en Arabisch", 5, True),
    ("Langs bij de voedselbank met een collega van schuldhulp", -3, False),
]
STEPS = [
    "Wij vroegen de gemeente om de brief in gewone taal te maken.",
    "Een collega zit elke woensdagmiddag in de bibliotheek om mee te lezen.",
    "De woningcorporatie meet deze maand in twaalf huizen.",
]


def corner(column: int, row: int) -> tuple[float, float]:
    """A corner that neighbours share, a little out of line: (longitude, latitude)."""
    rng = random.Random(column * 31 + row)  # noqa: S311
    east = column + (rng.random() - 0.5) * 0.3
    north = row + (rng.random() - 0.5) * 0.3
    return round(WEST + WIDE * east, 5), round(SOUTH + HIGH * north, 5)


def corners(wijk: Neighbourhood) -> list[tuple[float, float]]:
    number = int(wijk.code[-2:]) - 1
    column, row = number % COLUMNS, number // COLUMNS
    return [corner(column + x, row + y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]


def point_in(wijk: Neighbourhood, rng: random.Random) -> tuple[float, float]:
    """Somewhere well inside: (latitude, longitude)."""
    (a, b, c, d), x, y = corners(wijk), 0.2 + rng.random() * 0.6, 0.2 + rng.random() * 0.6
    lon, lat = (
        (1 - x) * (1 - y) * a[i] + x * (1 - y) * b[i] + x * y * c[i] + (1 - x) * y * d[i]
        for i in (0, 1)
    )
    return round(lat, 5), round(lon, 5)


def make_outlines() -> None:
    for wijk in Neighbourhood.objects.filter(code__startswith="WK9999"):
        ring: Any = [list(point) for point in corners(wijk)]
        Outline.draw(wijk, {"type": "Polygon", "coordinates": [[*ring, ring[0]]]})


def make_steps(new_id: Any) -> None:
    """What is done about each signal of the neighbourhood that somebody picked up."""
    taken = Signal.objects.filter(kind=SignalKind.COLLECTIVE).exclude(status=SignalStatus.NEW)
    SignalStep.objects.bulk_create(
        SignalStep(
            id=new_id(), signal=signal, by=signal.picked_up_by, words=STEPS[number % len(STEPS)],
            at=(signal.picked_up_at or signal.sent_at) + timedelta(days=1),
        )
        for number, signal in enumerate(taken.order_by("words"))
    )  # fmt: skip


def make_gatherings(new_id: Any) -> None:
    """One to come, and two that were, of the team that the demo steps into."""
    team = Team.objects.filter(is_default=True).first()
    by = User.objects.filter(role=Role.PROFESSIONAL, memberships__team=team).order_by("pk").first()
    if team is None or by is None:
        return
    people = VindplaatsContact.objects.filter(vindplaats__neighbourhoods__team=team)
    guests = list(people.order_by("name", "pk").distinct()[:8])
    for days, title, where, about, notes in GATHERINGS:
        day = timezone.localdate() + timedelta(days=days)
        starts = timezone.make_aware(datetime.combine(day, time(15)))  # noqa: DTZ001
        key = uuid.uuid5(uuid.NAMESPACE_URL, f"{title} {days}").hex
        gathering = Gathering.objects.create(
            id=new_id(), team=team, by=by, title=title, where=where, about=about, notes=notes,
            starts_at=starts, ends_at=starts + timedelta(hours=2), key=key,
        )  # fmt: skip
        Guest.objects.bulk_create(
            Guest(id=new_id(), gathering=gathering, contact=guest,
                  invited_at=starts - timedelta(days=21), came=days < 0 and number % 4 != 3)
            for number, guest in enumerate(guests)
        )  # fmt: skip
        if days > 0:
            for guest in [one for one in guests if not one.email][:2]:
                letters.invite(Guest(gathering=gathering, contact=guest), "gathering_invite")
        if days == -40:
            promise(gathering, by, guests, new_id)


def promise(gathering: Gathering, by: User, guests: list[VindplaatsContact], new_id: Any) -> None:
    for number, (words, days, theirs) in enumerate(PROMISES):
        made = Promise(id=new_id(), gathering=gathering, words=words, made_at=gathering.ends_at)
        made.due = timezone.localdate() + timedelta(days=days)
        if theirs and guests:
            made.owner_there = guests[number % len(guests)]
        else:
            made.owner = by
        made.save(force_insert=True)
