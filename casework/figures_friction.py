"""Counts of what people see differently, what waits for others, and where it is stuck.

As in `figures.py`: numbers per quarter and class, counted by the role that reads no words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.db.models import Case, Count, F, QuerySet, Value, When
from django.db.models.functions import TruncQuarter
from django.utils import timezone

from casework.choices import WITH_SOMEONE
from casework.figures import Counts, counted
from casework.models import Difference, ForwardedStuckPoint, MandateQuestion, TimelineEntry
from wijkteam import database

# Another word as soon as a stuck point is forwarded or replied to.
STUCK_STAMP = (
    "SELECT concat_ws(' ', count(*), max(forwarded_at), max(replied_at))"
    " FROM casework_forwardedstuckpoint"
)


def differences_by_status(teams: Iterable[int], since: date) -> Counts:
    """Differences of view that were named, by how they stand now. Many is no bad sign."""
    found = Difference.objects.filter(case_file__team_id__in=teams, created_at__date__gte=since)
    quarter = TruncQuarter("created_at", output_field=models.DateField())
    return counted(found.annotate(quarter=quarter, label=F("status")))


def mandate_questions_by_wait(teams: Iterable[int], since: date) -> Counts:
    """How long a table waited for a decision that it may not take itself."""
    found = MandateQuestion.objects.filter(
        case_file__team_id__in=teams, asked_at__date__gte=since
    ).exclude(answer="taken_back")
    quarter = TruncQuarter("asked_at", output_field=models.DateField())
    waits = {"week": 7, "two_weeks": 14, "six_weeks": 42}
    label = Case(
        When(answered_at__isnull=True, then=Value("waiting")),
        *(
            When(answered_at__lte=F("asked_at") + timedelta(days=days), then=Value(name))
            for name, days in waits.items()
        ),
        default=Value("longer"),
        output_field=models.CharField(),
    )
    return counted(found.annotate(quarter=quarter, label=label))


def stuck_points_by_kind(teams: Iterable[int], since: date) -> Counts:
    """What was in the way, of what was put to the municipality; the two smallest kinds together."""
    label = Case(When(kind="information", then=Value("other")), default=F("kind"))
    return counted(forwarded(teams, since).annotate(label=label))


def stuck_points_answered(teams: Iterable[int], since: date) -> Counts:
    """Whether a reply came by the day that was asked for."""
    today = timezone.localdate()
    label = Case(
        When(replied_at__date__lte=F("due"), then=Value("in_time")),
        When(replied_at__isnull=True, due__gte=today, then=Value("running")),
        default=Value("late"),
        output_field=models.CharField(),
    )
    return counted(forwarded(teams, since).annotate(label=label))


def forwarded(teams: Iterable[int], since: date) -> QuerySet:
    quarter = TruncQuarter("forwarded_at", output_field=models.DateField())
    found = ForwardedStuckPoint.objects.filter(team_id__in=teams, forwarded_at__date__gte=since)
    return found.annotate(quarter=quarter)


def stuck_points_waiting() -> tuple[int, int]:
    """How many stuck points wait for a reply now, and for how many days the oldest does."""
    waiting = ForwardedStuckPoint.objects.waiting()
    with database.role("statistics"):
        found = waiting.aggregate(number=Count("pk"), oldest=models.Min("forwarded_at"))
    days = (timezone.now() - found["oldest"]).days if found["oldest"] else 0
    return found["number"], days


@dataclass(frozen=True)
class Waiting:
    """One stuck point as it left its file: words without names, and how long it waits."""

    kind: str
    words: str
    asked_to: str
    days: int


def waiting_longest() -> list[Waiting]:
    """What waits longest for a reply, as far as the visitor's own locks show it."""
    rows = ForwardedStuckPoint.objects.waiting().order_by("forwarded_at")
    now = timezone.now()
    return [
        Waiting(
            str(row.get_kind_display()), row.words, row.asked_to,
            (now - (row.forwarded_at or now)).days,
        )
        for row in rows
    ]  # fmt: skip


def with_or_without_resident(teams: Iterable[int], since: date) -> Counts:
    """Visits, contacts and meetings, by whether the resident was there."""
    found = TimelineEntry.objects.filter(
        case_file__team_id__in=teams, at__date__gte=since, kind__in=WITH_SOMEONE,
        corrects__isnull=True,
    )  # fmt: skip
    label = Case(
        When(resident_present=True, then=Value("with")),
        default=Value("without"),
        output_field=models.CharField(),
    )
    quarter = TruncQuarter("at", output_field=models.DateField())
    return counted(found.annotate(quarter=quarter, label=label))
