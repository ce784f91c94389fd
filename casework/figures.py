"""Counts of case files for the monitor: numbers per quarter and class, never rows of people.

Every function counts for some teams from a day on, in one query, and answers
{(first day of the quarter, class): how many}. Who asks sees few files or none, so the counting is
done by the role of the database that reads keys, dates and kinds of all files and no word of them.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import Case, Count, F, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import TruncQuarter
from django.utils import timezone

from casework.models import Action, CaseFile, Goal, GoalReview
from casework.moments import ask as ask
from casework.moments import moments as moments
from wijkteam import database, figures
from wijkteam.figures import Counts, labelled, quarter_of

SIZES = [("0", 0, 0), ("1_2", 1, 2), ("3_5", 3, 5), ("6_9", 6, 9), ("10", 10, 10_000)]


def open_case_files(teams: Iterable[int], since: date) -> Counts:
    """Files that were open at the end of each quarter, the last one until today."""
    quarters = list(quarters_from(since))
    ends = {f"q{number}": following(start) for number, start in enumerate(quarters)}
    still = {
        name: Count("pk", filter=Q(opened_at__date__lt=end) & open_on(end))
        for name, end in ends.items()
    }
    with database.role("statistics"):
        found = CaseFile.objects.filter(team_id__in=teams).aggregate(**still)
    return {(start, "open"): found[f"q{number}"] for number, start in enumerate(quarters)}


def open_on(day: date) -> Q:
    return Q(closed_at__isnull=True) | Q(closed_at__date__gte=day)


# Whoever was only asked does not sit there yet.
TOOK_SEAT = Q(seats__asked_at__isnull=True) | Q(seats__accepted_at__isnull=False)


def tables_with_coordinator(teams: Iterable[int], since: date) -> Counts:
    """Tables of today with exactly one coordinator; the database sees to it that these are all."""
    one = Count("seats", filter=Q(seats__is_coordinator=True, seats__until__isnull=True))
    sizes = {"one": Count("pk", filter=Q(number=1)), "other": Count("pk", filter=~Q(number=1))}
    return of_today(open_files(teams).annotate(number=one), sizes)


def professionals_per_family(teams: Iterable[int], since: date) -> Counts:
    """How many professionals sit at one table today."""
    seated = TOOK_SEAT & Q(seats__user__isnull=False, seats__until__isnull=True)
    return of_today(open_files(teams).annotate(number=Count("seats", filter=seated)), by_size())


def organisations_per_family(teams: Iterable[int], since: date) -> Counts:
    """From how many organisations the professionals at one table come today."""
    seated = TOOK_SEAT & Q(seats__user__isnull=False, seats__until__isnull=True)
    number = Count("seats__user__organisation_id", filter=seated, distinct=True)
    return of_today(open_files(teams).annotate(number=number), by_size())


def open_files(teams: Iterable[int]) -> QuerySet:
    return CaseFile.objects.open().filter(team_id__in=teams).order_by().values("pk")


def by_size(number: str = "number") -> dict[str, Count]:
    return {
        f"{number}_{name}": Count(
            "pk", filter=Q((f"{number}__gte", least), (f"{number}__lte", most))
        )
        for name, least, most in SIZES
    }


def of_today(files: QuerySet, classes: dict[str, Count]) -> Counts:
    with database.role("statistics"):
        found = files.aggregate(**classes)
    quarter = quarter_of(timezone.localdate())
    return {(quarter, name.removeprefix("number_")): number for name, number in found.items()}


def actions_by_owner(teams: Iterable[int], since: date) -> Counts:
    """Who does what was agreed: the household, people around it, or professionals."""
    owner = Case(
        When(owner__person__isnull=False, then=Value("household")),
        When(owner__user__isnull=False, then=Value("professional")),
        default=Value("network"),
        output_field=models.CharField(),
    )
    found = Action.objects.filter(case_file__team_id__in=teams, created_at__date__gte=since)
    quarter = TruncQuarter("created_at", output_field=models.DateField())
    return counted(found.annotate(quarter=quarter, label=owner))


def days_to_first_deed(teams: Iterable[int], since: date) -> Counts:
    """How soon after opening the first thing was done. Waiting on purpose is a deed too."""
    files = CaseFile.objects.filter(team_id__in=teams, opened_at__date__gte=since)
    quarter = TruncQuarter("opened_at", output_field=models.DateField())
    return counted(files.annotate(quarter=quarter, first=first_deed()).annotate(label=deed_class()))


def first_deed() -> Subquery:
    return Subquery(
        Action.objects.filter(case_file=models.OuterRef("pk"), done_at__isnull=False)
        .order_by()
        .values("case_file")
        .annotate(first=models.Min("done_at"))
        .values("first")
    )


def deed_class() -> Case:
    return Case(
        When(first__isnull=True, then=Value("not_yet")),
        When(first__lte=F("opened_at") + timedelta(days=7), then=Value("week")),
        When(first__lte=F("opened_at") + timedelta(days=14), then=Value("two_weeks")),
        When(first__lte=F("opened_at") + timedelta(days=31), then=Value("month")),
        default=Value("longer"),
        output_field=models.CharField(),
    )


def goals_by_mark(teams: Iterable[int], since: date) -> Counts:
    """Whether the last mark of a goal is higher than the first, the same, or lower."""
    last = GoalReview.objects.filter(goal=models.OuterRef("pk")).order_by("-at")
    found = Goal.objects.filter(case_file__team_id__in=teams, start_mark__isnull=False).annotate(
        mark=Subquery(last.values("mark")[:1], output_field=models.IntegerField()),
        at=Subquery(last.values("at")[:1]),
    )
    label = Case(
        When(mark__gt=F("start_mark"), then=Value("up")),
        When(mark__lt=F("start_mark"), then=Value("down")),
        default=Value("same"),
        output_field=models.CharField(),
    )
    quarter = TruncQuarter("at", output_field=models.DateField())
    return counted(found.filter(at__date__gte=since).annotate(quarter=quarter, label=label))


def counted(rows: QuerySet) -> Counts:
    """How many rows per quarter and class, of all files."""
    with database.role("statistics"):
        return figures.counted(rows)


# --- quarters --------------------------------------------------------------------------------
def following(quarter: date) -> date:
    """The first day of the next quarter."""
    return quarter_of(quarter + timedelta(days=100))


def quarters_from(since: date) -> Iterable[date]:
    quarter = quarter_of(since)
    while quarter <= timezone.localdate():
        yield quarter
        quarter = following(quarter)


# --- for a release (monitor/counting.py): by the role that reads keys and kinds, no words ---
def first_domain_of(case_file: str) -> Subquery:
    """The life domain of the first goal of a file, for a query that has the key of the file."""
    goals = Goal.objects.filter(case_file=models.OuterRef(case_file)).order_by("created_at")
    return Subquery(goals.values("life_domain")[:1])


def files_in_and_out(since: datetime, until: datetime) -> dict[str, int]:
    """Files that were opened in this period, and that were open at its two ends."""
    at_start = Q(opened_at__lt=since) & (Q(closed_at__isnull=True) | Q(closed_at__gte=since))
    return CaseFile.objects.aggregate(
        begin=Count("pk", filter=at_start),
        new=Count("pk", filter=Q(opened_at__gte=since, opened_at__lt=until)),
        end=Count("pk", filter=open_at(until)),
    )


def files_of(teams: Iterable[int], moment: datetime) -> int:
    """How many files of these teams were open then."""
    return CaseFile.objects.filter(open_at(moment), team_id__in=teams).count()


def open_at(moment: datetime, file: str = "") -> Q:
    still = Q(**{f"{file}closed_at__isnull": True}) | Q(**{f"{file}closed_at__gte": moment})
    return Q(**{f"{file}opened_at__lt": moment}) & still


def seated_at(moment: datetime) -> Q:
    still = Q(seats__until__isnull=True) | Q(seats__until__gte=moment)
    unasked = Q(seats__asked_at__isnull=True, seats__since__lt=moment)
    came = unasked | Q(seats__accepted_at__lt=moment)
    return came & still


def tables_at(moment: datetime) -> dict[str, dict[str, int]]:
    """Files that were open then, in one query: by whether they had exactly one coordinator, by how
    many professionals sat at the table, and by from how many organisations these came."""
    seated = seated_at(moment) & Q(seats__user__isnull=False)
    files = CaseFile.objects.filter(open_at(moment)).order_by().values("pk")
    files = files.annotate(
        coordinators=Count("seats", filter=seated_at(moment) & Q(seats__is_coordinator=True)),
        people=Count("seats", filter=seated),
        organisations=Count("seats__user__organisation_id", filter=seated, distinct=True),
    )
    found = files.aggregate(
        coordinators_one=Count("pk", filter=Q(coordinators=1)),
        coordinators_other=Count("pk", filter=~Q(coordinators=1)),
        **by_size("people"),
        **by_size("organisations"),
    )
    tables: dict[str, dict[str, int]] = defaultdict(dict)
    for name, number in found.items():
        table, _, label = name.partition("_")
        tables[table][label] = number
    return tables


def first_deeds(since: datetime, until: datetime) -> dict[str, int]:
    """Files opened in this period, by how soon the first thing was done."""
    found = CaseFile.objects.filter(opened_at__gte=since, opened_at__lt=until)
    return labelled(found.annotate(first=first_deed()).annotate(label=deed_class()))


def families_by_mark(since: datetime, until: datetime) -> dict[str, int]:
    """Families that looked back at goals in this period: more went up, more went down, or even."""
    last = GoalReview.objects.filter(
        goal=models.OuterRef("pk"), at__gte=since, at__lt=until
    ).order_by("-at")
    looked_at = Q(reviews__at__gte=since, reviews__at__lt=until)
    goals = Goal.objects.filter(looked_at, start_mark__isnull=False).order_by()
    goals = goals.annotate(mark=Subquery(last.values("mark")[:1]))
    return of_families(
        goals, more=Q(mark__gt=F("start_mark")), less=Q(mark__lt=F("start_mark")),
        names=("up", "same", "down"),
    )  # fmt: skip


def families_by_doer(since: datetime, until: datetime) -> dict[str, int]:
    """Families by whoever takes up most of what was agreed in this period: they themselves and who
    stands around them, or professionals."""
    actions = Action.objects.filter(created_at__gte=since, created_at__lt=until).order_by()
    professional = Q(owner__user__isnull=False)
    return of_families(
        actions, more=~professional, less=professional, names=("own", "even", "professional")
    )


def of_families(rows: QuerySet, more: Q, less: Q, names: tuple[str, str, str]) -> dict[str, int]:
    """One class per family: which of two kinds of its rows there are more of. In one query."""
    families = rows.values("case_file_id").annotate(
        n_more=Count("pk", filter=more, distinct=True),
        n_less=Count("pk", filter=less, distinct=True),
    )
    first, even, last = names
    return families.aggregate(
        **{
            first: Count("case_file_id", filter=Q(n_more__gt=F("n_less"))),
            even: Count("case_file_id", filter=Q(n_more=F("n_less"))),
            last: Count("case_file_id", filter=Q(n_more__lt=F("n_less"))),
        }
    )
