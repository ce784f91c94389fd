"""Counts of what people see differently, what waits for others, and where it is stuck.

As in `figures.py`: numbers per quarter and class, counted by the role that reads no words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import Case, Count, F, Max, Q, QuerySet, Value, When
from django.db.models.functions import TruncQuarter
from django.utils import timezone

from casework.choices import WITH_SOMEONE
from casework.figures import counted, open_at
from casework.models import Difference, ForwardedStuckPoint, MandateQuestion, TimelineEntry
from wijkteam import database
from wijkteam.figures import Counts, labelled


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


# --- for a release (monitor/counting.py): by the role that reads keys and kinds, no words ---
def families_with_differences(since: datetime, until: datetime) -> dict[str, int]:
    """Families that see something differently: at the two ends of this period, and between.

    begin + new - decided - dissolved = end, but for files that were closed, reopened or erased.
    A family counts once, however much it sees differently.
    """
    ended = Q(ended_at__gte=since, ended_at__lt=until)
    families = (
        Difference.objects.filter(Q(ended_at__isnull=True) | Q(ended_at__gte=since))
        .order_by()
        .values("case_file_id")
        .annotate(
            n_begin=Count("pk", filter=open_then(since)),
            n_new=Count("pk", filter=Q(created_at__gte=since, created_at__lt=until)),
            n_decided=Count("pk", filter=ended & Q(status="decided")),
            n_dissolved=Count("pk", filter=ended & Q(status="dissolved")),
            n_end=Count("pk", filter=open_then(until)),
        )
    )
    had, over = Q(n_begin__gt=0) | Q(n_new__gt=0), Q(n_end=0)
    return families.aggregate(
        begin=Count("case_file_id", filter=Q(n_begin__gt=0)),
        new=Count("case_file_id", filter=Q(n_begin=0, n_new__gt=0)),
        decided=Count("case_file_id", filter=had & over & Q(n_decided__gt=0)),
        dissolved=Count("case_file_id", filter=had & over & Q(n_decided=0, n_dissolved__gt=0)),
        end=Count("case_file_id", filter=Q(n_end__gt=0)),
    )


def open_then(moment: datetime) -> Q:
    """A difference that stood open at this moment, in a file that was open."""
    still = Q(ended_at__isnull=True) | Q(ended_at__gte=moment)
    return Q(created_at__lt=moment) & still & open_at(moment, "case_file__")


WAITS = [("week", 7), ("two_weeks", 14), ("six_weeks", 42)]


def families_by_wait(since: datetime, until: datetime) -> dict[str, int]:
    """Families that asked for a decision in this period, by the longest they waited for one."""
    waited = [
        When(answered_at__lte=F("asked_at") + timedelta(days=days), then=Value(at))
        for at, (_name, days) in enumerate(WAITS)
    ]
    unanswered = Q(answered_at__isnull=True) | Q(answered_at__gte=until)
    names = [*(name for name, _days in WAITS), "longer", "waiting"]
    rank = Case(
        When(unanswered, then=Value(len(names) - 1)),
        *waited,
        default=Value(len(WAITS)),
        output_field=models.IntegerField(),
    )
    asked = MandateQuestion.objects.filter(asked_at__gte=since, asked_at__lt=until)
    families = asked.exclude(answer="taken_back").order_by().values("case_file_id")
    return families.annotate(longest=Max(rank)).aggregate(
        **{name: Count("case_file_id", filter=Q(longest=at)) for at, name in enumerate(names)}
    )


def stuck_points_of(since: datetime, until: datetime) -> dict[str, int]:
    """Stuck points put to the municipality in this period, by kind. They lead to no family."""
    label = Case(When(kind="information", then=Value("other")), default=F("kind"))
    return labelled(forwarded_between(since, until).annotate(label=label))


def replies_to_stuck_points(since: datetime, until: datetime) -> dict[str, int]:
    """The same stuck points, by how long the municipality took to reply."""
    weeks = {"two_weeks": 14, "four_weeks": 28}
    label = Case(
        When(Q(replied_at__isnull=True) | Q(replied_at__gte=until), then=Value("waiting")),
        *(
            When(replied_at__lte=F("forwarded_at") + timedelta(days=days), then=Value(name))
            for name, days in weeks.items()
        ),
        default=Value("longer"),
        output_field=models.CharField(),
    )
    return labelled(forwarded_between(since, until).annotate(label=label))


def forwarded_between(since: datetime, until: datetime) -> QuerySet:
    return ForwardedStuckPoint.objects.filter(forwarded_at__gte=since, forwarded_at__lt=until)
