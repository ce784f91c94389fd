"""Counts of the network for the monitor: numbers per quarter and class, never rows of people.

Every function counts for some teams from a day on, in one query, and answers
{(first day of the quarter, class): how many}.
"""

from collections import Counter as TallyOf
from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Case, CharField, DateField, F, Q, Value, When
from django.db.models.functions import TruncDate, TruncQuarter
from django.utils import timezone

from network.coverage import Coverage
from network.models import ContactMoment, Signal, Vindplaats
from network.moments import ask as ask
from network.moments import moments as moments
from wijkteam.figures import Counts, counted, labelled, quarter_of
from wijkteam.models import Neighbourhood


def signals_answered(teams: Iterable[int], since: date) -> Counts:
    """Whether the sender of a signal heard back within two weeks."""
    return _in_time(teams, since, done="answered_at", due="due")


def _in_time(teams: Iterable[int], since: date, *, done: str, due: str) -> Counts:
    """Signals by whether something was done before its day was over, or may still be."""
    waits = Q(**{f"{done}__isnull": True})
    label = Case(
        When(Q(day__gt=F(due)) | waits & Q(**{f"{due}__lt": timezone.localdate()}),
             then=Value("late")),
        When(waits, then=Value("running")),
        default=Value("in_time"),
        output_field=CharField(),
    )  # fmt: skip
    found = Signal.objects.filter(team_id__in=teams, sent_at__date__gte=since)
    quarter = TruncQuarter("sent_at", output_field=DateField())
    return counted(found.annotate(quarter=quarter, day=TruncDate(done)).annotate(label=label))


def contacts_with_places(teams: Iterable[int], since: date) -> Counts:
    """Visits, calls and meetings with places in the neighbourhoods of the teams."""
    places = Vindplaats.objects.filter(neighbourhoods__team_id__in=teams).values("pk")
    found = ContactMoment.objects.filter(vindplaats__in=places, at__date__gte=since)
    quarter = TruncQuarter("at", output_field=DateField())
    return counted(found.annotate(quarter=quarter, label=F("kind")))


def signals_picked_up(teams: Iterable[int], since: date) -> Counts:
    """Whether a named person picked a signal up within two working days."""
    return _in_time(teams, since, done="picked_up_at", due="pick_up_due")


def covered(teams: Iterable[int], since: date) -> Counts:
    """Of every neighbourhood and life domain: whom we know there now (choices.Reach).

    The register keeps no past of its own, so all stands in the quarter of today.
    """
    quarter = quarter_of(timezone.localdate())
    wijken = Neighbourhood.objects.filter(team_id__in=teams)
    return {(quarter, label): number for label, number in reach_now(wijken).items()}


def reach_now(wijken: Iterable[Neighbourhood] | None = None) -> dict[str, int]:
    """How many pairs of neighbourhood and life domain are covered how; for a release too."""
    found = Neighbourhood.objects.all() if wijken is None else wijken
    rows = Coverage(found, timezone.localdate()).rows
    return dict(TallyOf(str(cell.reach.value) for row in rows for cell in row.cells))


# --- for a release (monitor/counting.py): by the role that reads keys and kinds, no words ---
def answers_to_signals(since: datetime, until: datetime) -> dict[str, int]:
    """Signals sent in this period, by whether the sender heard back in time."""
    late = Q(done__gt=F("due")) | Q(answered_at__isnull=True, due__lt=timezone.localdate())
    label = Case(
        When(late, then=Value("late")),
        When(answered_at__isnull=True, then=Value("running")),
        default=Value("in_time"),
        output_field=CharField(),
    )
    found = Signal.objects.filter(sent_at__gte=since, sent_at__lt=until)
    return labelled(found.annotate(done=TruncDate("answered_at")).annotate(label=label))


def signals_taken_up(since: datetime, until: datetime) -> dict[str, int]:
    """The same signals, by whether a named person picked each up in time."""
    late = Q(done__gt=F("pick_up_due")) | Q(
        picked_up_at__isnull=True, pick_up_due__lt=timezone.localdate()
    )
    label = Case(
        When(late, then=Value("late")),
        When(picked_up_at__isnull=True, then=Value("running")),
        default=Value("in_time"),
        output_field=CharField(),
    )
    found = Signal.objects.filter(sent_at__gte=since, sent_at__lt=until)
    return labelled(found.annotate(done=TruncDate("picked_up_at")).annotate(label=label))


def moments_by_kind(since: datetime, until: datetime) -> dict[str, int]:
    """Visits, calls and meetings with places in this period."""
    found = ContactMoment.objects.filter(at__gte=since, at__lt=until)
    return labelled(found.annotate(label=F("kind")))
