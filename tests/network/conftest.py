"""Places of Wijkteam Zonnewijk, the people behind them, and their signals."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from network.choices import SignalKind, VindplaatsKind
from network.models import Gathering, Signal, Vindplaats, VindplaatsContact
from tests.page import words as words
from wijkteam.models import Team, User

Make = Callable[..., Vindplaats]


@pytest.fixture
def make_place(db) -> Make:
    def make(name: str, team: Team | None = None, spoken: int | None = None, **fields):
        """`spoken` days ago we were there; nothing means never, and entered today."""
        day = timezone.localdate() - timedelta(days=spoken) if spoken is not None else None
        values = {"kind": VindplaatsKind.LIBRARY, "rhythm_days": 30} | fields
        place = Vindplaats.objects.create(name=name, last_contact_on=day, **values)
        if team:
            place.neighbourhoods.set(team.neighbourhoods.all())
        return place

    return make


@pytest.fixture
def library(make_place, team, professional) -> Vindplaats:
    return make_place("Bibliotheek", team, spoken=3, holder=professional)


@pytest.fixture
def ria(library, contact) -> VindplaatsContact:
    """Ria of the library, who has an account."""
    return VindplaatsContact.objects.create(
        vindplaats=library, name="Ria van der Berg", user=contact, email=contact.email
    )


@pytest.fixture
def els(make_place, team) -> VindplaatsContact:
    """Els of the food bank, without an account; we know her number."""
    place = make_place("Voedselbank", team, spoken=3, kind=VindplaatsKind.FOOD)
    return VindplaatsContact.objects.create(
        vindplaats=place, name="Els Hendriks", phone="+31201300001"
    )


@pytest.fixture
def cafe(team, professional) -> Gathering:
    start = timezone.localtime() + timedelta(days=7)
    return Gathering.objects.create(
        team=team, title="Sociaal café", by=professional, where="Lindeplein 6",
        starts_at=start, ends_at=start + timedelta(hours=2),
    )  # fmt: skip


@pytest.fixture
def worry(ria) -> Signal:
    """About one person who knows."""
    signal = Signal(
        vindplaats=ria.vindplaats,
        contact=ria,
        kind=SignalKind.INDIVIDUAL,
        person_knows=True,
        about_name="Mevrouw Bakari",
        about_reach="komt op woensdag",
        words="Zij durft haar post niet te openen.",
    )
    signal.send()
    return signal


@pytest.fixture
def damp(els, team) -> Signal:
    """About the neighbourhood, from someone without an account."""
    signal = Signal(
        vindplaats=els.vindplaats,
        contact=els,
        kind=SignalKind.COLLECTIVE,
        neighbourhood=team.neighbourhoods.get(),
        life_domain="housing",
        words="Schimmel in de flats.",
    )
    signal.send()
    return signal


@pytest.fixture
def teamless(db, professional) -> User:
    """A professional who left every team."""
    professional.memberships.update(until=timezone.now() - timedelta(hours=1))
    return professional
