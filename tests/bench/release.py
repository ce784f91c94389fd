"""S7: the run of one release, beside one CUBE query over the same rows; and its memory."""

import resource
import time
from collections.abc import Callable
from typing import Any

from django.db import connection, transaction

from monitor.making import make
from monitor.models import Release
from monitor.workflow import ReleaseState
from tests.bench.figures import Figure
from tests.bench.inside import at_work
from tests.browser.portal import Portal
from wijkteam import database
from wijkteam.choices import Role
from wijkteam.models import User

CUBE = """SELECT r.neighbourhood_id, r.route, r.team_id, count(*)
    FROM intake_conversationrequest r JOIN intake_statusmove m ON m.request_id = r.id
    WHERE m.old = '' AND m.at >= %s AND m.at < %s
    GROUP BY CUBE (r.neighbourhood_id, r.route, r.team_id)"""


def measure(portal: Portal) -> list[Figure]:
    """The quarter that lies ready is counted and drawn once more; nothing of it is kept."""
    release, lead = waiting()
    reference = min(timed(lambda: cube(release)) for _again in range(3))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    ours = min(timed(lambda: once_more(release, lead)) for _again in range(3))
    work = at_work(lambda: once_more(release, lead), 3) / at_work(lambda: cube(release), 20)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return [
        Figure("S7", "release run of one quarter", f"{ours:.2f} s", f"one CUBE {reference:.2f} s",
               ours / reference, "<= 10", " x"),
        Figure("S7", "the same, at work", "process and database", "", work, "<= 10", " x"),
        Figure("S7", "memory that the run adds", f"{grown:.0f} MB", "", grown, "<= 50", " MB"),
    ]  # fmt: skip


def waiting() -> tuple[Release, User]:
    lead = User.objects.filter(role=Role.TEAM_LEAD).earliest("pk")
    with database.role("team_lead", lead.pk):
        return Release.objects.exclude(state=ReleaseState.SET).latest("year", "quarter"), lead


def cube(release: Release) -> None:
    period = release.period
    with database.role("statistics"), connection.cursor() as cursor:
        cursor.execute(CUBE, [period.since, period.until])
        cursor.fetchall()


def once_more(release: Release, lead: User) -> None:
    with transaction.atomic():
        with database.role("team_lead", lead.pk):
            release.move(ReleaseState.REFUSED)
            release.move(ReleaseState.WAITING)
        make(release)
        transaction.set_rollback(True)


def timed(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
