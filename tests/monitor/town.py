"""A made-up town for releases: many requests in few rows, each written down on a given day."""

import random
from datetime import timedelta

from intake.choices import ClockKind, ReachBy, Route
from intake.models import Clock, ConversationRequest, StatusMove
from monitor.making import make
from monitor.models import Publication, Release
from monitor.periods import Quarter
from tests import factories
from wijkteam.choices import Role
from wijkteam.models import Neighbourhood, Team, User

ROUTES = list(Route)


def neighbourhoods(team: Team, number: int) -> list[Neighbourhood]:
    return [
        Neighbourhood.objects.create(code=f"WK88{at:04d}", name=f"Wijk {at}", team=team)
        for at in range(number)
    ]


def fill(
    team: Team, period: Quarter, families: int, rng: random.Random, wijken: list[Neighbourhood]
) -> list[ConversationRequest]:
    """Families that were written down in this quarter, unevenly over neighbourhoods and routes."""
    made = []
    for _number in range(families):
        at = period.since + timedelta(hours=rng.randrange(24 * 89))
        wijk = wijken[min(int(rng.paretovariate(0.7)), len(wijken)) - 1]
        made.append(
            ConversationRequest(
                team=team, name="Jo", route=ROUTES[min(int(rng.paretovariate(1)), 6) - 1],
                reach_by=ReachBy.CALL, phone="+31612345678", arrived_at=at, neighbourhood=wijk,
            )
        )  # fmt: skip
    return written_down(made)


def written_down(requests: list[ConversationRequest]) -> list[ConversationRequest]:
    """Stored with the first stamp and the clocks that each request has."""
    ConversationRequest.objects.bulk_create(requests)
    StatusMove.objects.bulk_create(
        StatusMove(request=one, old="", new="received", at=one.arrived_at) for one in requests
    )
    Clock.objects.bulk_create(
        Clock(
            request=one, kind=kind, due=one.arrived_at.date() + timedelta(days=14),
            met_at=one.arrived_at + timedelta(days=3 + 7 * (number % 7)),
        )
        for number, one in enumerate(requests)
        for kind in ClockKind
    )  # fmt: skip
    return requests


def leads() -> tuple[User, User]:
    return tuple(  # type: ignore[return-value]
        User.objects.filter(name=name).first() or factories.user(name, Role.TEAM_LEAD)
        for name in ("Lotte Vos", "Gerben Postma")
    )


def begun(period: Quarter) -> Release:
    first, _second = leads()
    return Release.objects.create(year=period.year, quarter=period.quarter, begun_by=first)


def made(period: Quarter, seed: int = 1) -> Release:
    """Counted and rounded, with draws that are the same every time."""
    release = begun(period)
    make(release, random.Random(seed))
    release.refresh_from_db()
    return release


def published(period: Quarter, seed: int = 1) -> Publication:
    first, second = leads()
    release = made(period, seed)
    release.sign(first)
    return release.set(second)
