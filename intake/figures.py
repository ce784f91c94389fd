"""Counts of requests for the monitor: numbers per quarter and class, never rows of people.

Every function counts for some teams from a day on, in one query, and answers
{(first day of the quarter, class): how many}. The visitor's own locks stay on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import (
    Case,
    CharField,
    Count,
    DateField,
    F,
    FilteredRelation,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Now, TruncDate, TruncQuarter
from django.utils import timezone

from casework.figures import first_domain_of
from intake.choices import ClockKind, Outcome
from intake.models import Clock, ConversationRequest
from intake.moments import ask as ask
from wijkteam.figures import Counts, counted

WEEKS = [("weeks_2", 2), ("weeks_4", 4), ("weeks_6", 6)]


def requests_by_route(teams: Iterable[int], since: date) -> Counts:
    """Requests that arrived, by how they arrived."""
    found = ConversationRequest.objects.filter(team_id__in=teams, arrived_at__date__gte=since)
    quarter = TruncQuarter("arrived_at", output_field=DateField())
    return counted(found.annotate(quarter=quarter, label=F("route")))


def waiting_for_conversation(teams: Iterable[int], since: date) -> Counts:
    """How long people waited from their request to the conversation, in classes of weeks.

    Who still waits counts as waiting until the longest class is reached. A request that ended
    before there was a conversation is a class of its own, so that nothing drops out unseen.
    """
    waited = Coalesce("met_at", Now()) - F("request__arrived_at")
    clocks = clocks_of(ClockKind.CONVERSATION, teams, since).annotate(waited=waited)
    running = Q(met_at__isnull=True)
    longest = timedelta(weeks=WEEKS[-1][1])
    classes = [When(stopped_at__isnull=False, then=Value("stopped"))]
    classes.append(When(running & Q(waited__lte=longest), then=Value("waiting")))
    classes += [When(waited__lte=timedelta(weeks=weeks), then=Value(name)) for name, weeks in WEEKS]
    label = Case(*classes, default=Value("longer"), output_field=CharField())
    return counted(clocks.annotate(label=label))


def first_contact_in_time(teams: Iterable[int], since: date) -> Counts:
    """Whether a human spoke with the person within the norm of the team."""
    return kept(ClockKind.CONTACT, teams, since)


def legal_term_kept(teams: Iterable[int], since: date) -> Counts:
    """Whether the enquiry was done within the six weeks of the law."""
    return kept(ClockKind.LEGAL, teams, since)


def kept(kind: str, teams: Iterable[int], since: date) -> Counts:
    """One promise: kept in time, too late (or late and still running), running, or stopped."""
    done = TruncDate("met_at")
    late = Q(done__gt=F("due")) | Q(met_at__isnull=True, due__lt=timezone.localdate())
    label = Case(
        When(stopped_at__isnull=False, then=Value("stopped")),
        When(late, then=Value("late")),
        When(met_at__isnull=True, then=Value("running")),
        default=Value("in_time"),
        output_field=CharField(),
    )
    return counted(clocks_of(kind, teams, since).annotate(done=done).annotate(label=label))


def clocks_of(kind: str, teams: Iterable[int], since: date) -> QuerySet[Clock]:
    """The clocks of one kind, each in the quarter in which its request arrived."""
    arrived = Q(request__team_id__in=teams, request__arrived_at__date__gte=since)
    quarter = TruncQuarter("request__arrived_at", output_field=DateField())
    return Clock.objects.filter(arrived, kind=kind).annotate(quarter=quarter)


# --- for a release (monitor/counting.py): by the role that reads keys and kinds, no words ---
def came_in(since: datetime, until: datetime) -> QuerySet[ConversationRequest]:
    """Requests that were written down in this period, whatever day they say they came in.

    The first stamp is the clock of the portal and is never put back: what is typed in later counts
    in the period in which it was typed in, so that a period that was counted never grows.
    """
    stamped = Q(first__old="", first__at__gte=since, first__at__lt=until)
    found = ConversationRequest.objects.alias(first=FilteredRelation("moves"))
    return found.filter(stamped).order_by()


def families_by_kind(
    since: datetime, until: datetime
) -> dict[tuple[int | None, str, str, str], int]:
    """{(neighbourhood, route, life domain of the first goal or '', language): how many}."""
    found = came_in(since, until).annotate(domain=first_domain_of("case_file_id"))
    groups = found.values_list("neighbourhood_id", "route", "domain", "language")
    return {
        (wijk, route, domain or "", language): number
        for wijk, route, domain, language, number in groups.annotate(number=Count("pk"))
    }


def requests_open(since: datetime, until: datetime) -> dict[str, int]:
    """Requests that were not done yet, at the two ends of this period."""
    stamped = ConversationRequest.objects.alias(first=FilteredRelation("moves")).filter(
        Q(closed_at__isnull=True) | Q(closed_at__gte=since), first__old="", first__at__lt=until
    )
    end = Q(closed_at__isnull=True) | Q(closed_at__gte=until)
    return stamped.order_by().aggregate(
        begin=Count("pk", filter=Q(first__at__lt=since)), end=Count("pk", filter=end)
    )


def ended_by_outcome(since: datetime, until: datetime) -> dict[str, int]:
    """Requests that were done in this period, by what came of them."""
    ended = ConversationRequest.objects.filter(closed_at__gte=since, closed_at__lt=until)
    groups = ended.order_by().values("outcome").annotate(number=Count("pk"))
    return {one["outcome"]: one["number"] for one in groups}


def waiting_by_neighbourhood(since: datetime, until: datetime) -> dict[tuple[int | None, str], int]:
    """{(neighbourhood, class of weeks): how many}; every request falls in one class."""
    clock = FilteredRelation("clocks", condition=Q(clocks__kind=ClockKind.CONVERSATION))
    waited = Coalesce("clock__met_at", Now()) - F("arrived_at")
    found = came_in(since, until).annotate(clock=clock)
    found = found.annotate(waited=waited, label=waiting_class("clock__"))
    groups = found.values("neighbourhood_id", "label").annotate(number=Count("pk"))
    return {(one["neighbourhood_id"], one["label"]): one["number"] for one in groups}


PROMISES = [ClockKind.CONTACT, ClockKind.LEGAL]


def clocks_by_class(since: datetime, until: datetime) -> dict[tuple[str, str], int]:
    """{(kind, class): how many} of the clocks of requests that were written down in this period:
    promises by whether they were kept, the conversation by weeks of waiting. All in one query."""
    found = Clock.objects.filter(
        kind__in=[*PROMISES, ClockKind.CONVERSATION], request__moves__old="",
        request__moves__at__gte=since, request__moves__at__lt=until,
    ).annotate(
        waited=Coalesce("met_at", Now()) - F("request__arrived_at"), done=TruncDate("met_at")
    )  # fmt: skip
    label = Case(When(kind__in=PROMISES, then=kept_class()), default=waiting_class())
    groups = found.annotate(label=label).order_by().values_list("kind", "label")
    return {(kind, name): number for kind, name, number in groups.annotate(number=Count("pk"))}


def waiting_class(clock: str = "") -> Case:
    running = Q(**{f"{clock}met_at__isnull": True})
    longest = timedelta(weeks=WEEKS[-1][1])
    stopped = Q(**{f"{clock}stopped_at__isnull": False}) | Q(**{f"{clock}pk__isnull": True})
    classes = [When(stopped, then=Value("stopped"))]
    classes.append(When(running & Q(waited__lte=longest), then=Value("waiting")))
    classes += [When(waited__lte=timedelta(weeks=weeks), then=Value(name)) for name, weeks in WEEKS]
    return Case(*classes, default=Value("longer"), output_field=CharField())


def kept_class(clock: str = "") -> Case:
    running = Q(**{f"{clock}met_at__isnull": True})
    stopped = Q(**{f"{clock}stopped_at__isnull": False}) | Q(**{f"{clock}pk__isnull": True})
    overdue = running & Q(**{f"{clock}due__lt": timezone.localdate()})
    return Case(
        When(stopped, then=Value("stopped")),
        When(Q(done__gt=F(f"{clock}due")) | overdue, then=Value("late")),
        When(running, then=Value("running")),
        default=Value("in_time"),
        output_field=CharField(),
    )


def reach_by_language(teams: Iterable[int], since: date) -> Counts:
    """Requests that arrived, by the language in which people asked."""
    found = ConversationRequest.objects.filter(team_id__in=teams, arrived_at__date__gte=since)
    quarter = TruncQuarter("arrived_at", output_field=DateField())
    return counted(found.annotate(quarter=quarter, label=F("language")))


def waiting_on(teams: Iterable[int], days: Sequence[date]) -> list[int]:
    """How many waited for their conversation at the end of each of these days, in one query."""
    still = {
        f"d{at}": Count(
            "pk",
            filter=Q(request__arrived_at__date__lte=day)
            & (Q(met_at__isnull=True) | Q(met_at__date__gt=day))
            & (Q(stopped_at__isnull=True) | Q(stopped_at__date__gt=day)),
        )
        for at, day in enumerate(days)
    }
    clocks = Clock.objects.filter(kind=ClockKind.CONVERSATION, request__team_id__in=teams)
    found = clocks.aggregate(**still)
    return [found[name] for name in still]


def reached_from(teams: Iterable[int], day: date) -> dict[int | None, int]:
    """{neighbourhood: how many asked for a conversation since that day}."""
    found = ConversationRequest.objects.filter(team_id__in=teams, arrived_at__date__gte=day)
    groups = found.order_by().values("neighbourhood_id").annotate(number=Count("pk"))
    return {one["neighbourhood_id"]: one["number"] for one in groups}


def outcomes(teams: Iterable[int], since: date) -> Counts:
    """How requests ended, each in the quarter in which it ended."""
    ended = ConversationRequest.objects.filter(team_id__in=teams, closed_at__date__gte=since)
    quarter = TruncQuarter("closed_at", output_field=DateField())
    return counted(ended.annotate(quarter=quarter, label=F("outcome")))


@dataclass(frozen=True)
class Moment:
    """One conversation held, or one request that ended: a reason to ask how it was, without a name.

    `key` is the request's own, so that one household is asked once; it leads to no person without
    the rights on requests. No answer may ever be stored beside it.
    """

    key: UUID
    kind: str  # "held" or "closed"
    day: date
    team_id: int
    neighbourhood_id: int | None
    language: str


def moments(since: date, until: date) -> list[Moment]:
    """Conversations held and requests that ended after one; both days are included."""
    requests = ConversationRequest.objects.exclude(
        outcome__in=[Outcome.WITHDRAWN, Outcome.NOT_REACHED]
    )
    about = ("id", "team_id", "neighbourhood_id", "language")
    held = Clock.objects.filter(
        kind=ClockKind.CONVERSATION, request__in=requests, met_at__date__range=(since, until)
    ).annotate(day=TruncDate("met_at"))
    ended = requests.filter(closed_at__date__range=(since, until)).annotate(
        day=TruncDate("closed_at")
    )
    found = [
        Moment(row[0], "held", *row[1:])
        for row in held.values_list(
            "request_id", "day", *(f"request__{name}" for name in about[1:])
        )
    ]
    found += [
        Moment(row[0], "closed", *row[1:]) for row in ended.values_list("id", "day", *about[1:])
    ]
    return sorted(found, key=lambda moment: (moment.day, str(moment.key)))
