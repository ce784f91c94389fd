"""The first page of the monitor: voices first, then what is stuck, and only then figures."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from monitor import kept
from monitor.catalogue import stuck_for
from monitor.models import Pilot, Publication, PublishedCell, PublishedMark, Remark, Story
from monitor.over_time import QUESTIONS
from monitor.release_tables import ALL
from monitor.wheel import Given, Wheel, wheel
from wijkteam.access import no_family
from wijkteam.models import User
from wijkteam.requests import SignedInRequest

# What a council asks for first, in this order.
HEADLINES = [
    "waiting_for_conversation",
    "tables_with_coordinator",
    "requests_by_route",
    "families_by_doer",
    "days_to_first_deed",
    "families_by_mark",
]
ROWS = 4


@require_safe
@permission_required("monitor.view_releases", raise_exception=True)
def monitor(request: SignedInRequest) -> HttpResponse:
    """The same number of questions to the database, whatever there is to see."""
    no_family(request)
    made = render_to_string("monitor/monitor.html", shown_to(request.user), request)
    return kept.page(request, made)


def shown_to(user: User) -> dict[str, Any]:
    releases = list(Publication.objects.order_by("-year", "-quarter"))
    latest = releases[0] if releases else None
    year, of_town = town_wheel()
    return {
        "releases": releases,
        "latest": latest,
        "year": year,
        "wheel": of_town,
        "stories": list(Story.objects.visible_to(user).released().stories()[:3]),
        "figures": headlines(latest),
        "stuck": stuck_for(user.has_perm("casework.answer_stuck_points")),
        "pilots": list(Pilot.objects.filter(ended_at=None)[:3]),
        **conversation(user),
    }


def town_wheel() -> tuple[int | None, Wheel | None]:
    """The last year that was frozen."""
    marks = list(PublishedMark.objects.of_town().order_by("-year"))
    if not marks:
        return None, None
    year = marks[0].year
    given = [
        Given(one.quality, one.voice, one.mean, one.about) for one in marks if one.year == year
    ]
    return year, wheel(given)


def headlines(latest: Publication | None) -> list[dict[str, Any]]:
    """A few rows of each; all of it stands on the page of the figure."""
    rows: dict[str, list[PublishedCell]] = {key: [] for key in HEADLINES}
    if latest:
        for cell in latest.cells.filter(indicator__in=HEADLINES).exclude(row_key=ALL):
            rows[cell.indicator].append(cell)
    return [
        {"key": key, "question": QUESTIONS[key], "rows": cells[:ROWS]}
        for key, cells in rows.items()
        if cells
    ]


def conversation(user: User) -> dict[str, Any]:
    """What waits for whom, and the last answers."""
    remarks = Remark.objects.visible_to(user)
    waiting = list(remarks.open().order_by("asked_at"))
    return {
        "for_municipality": [one for one in waiting if one.side == "team"],
        "for_team": [one for one in waiting if one.side == "municipality"],
        "answered": list(remarks.exclude(answered_at=None).order_by("-answered_at")[:2]),
    }
