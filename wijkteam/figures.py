"""How every app counts its rows, and the numbers of the ground floor: how long writing things
down takes, per page and quarter."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import TruncQuarter
from django.utils import timezone

from wijkteam import database
from wijkteam.models import TeamMembership, WritingTime
from wijkteam.models.burden import FEWEST_COLLEAGUES

# {(first day of the quarter, class): how many}
Counts = dict[tuple[date, str], int]
FEWEST_TIMES = 10
# Pages by what is written on them; what stands in none of these is "other".
KINDS = {
    "entry_write": "story", "entry_correct": "story", "goal_add": "plan", "goal_change": "plan",
    "goal_review": "plan", "action_add": "plan", "action_change": "plan", "action_phone": "plan",
    "request_new": "talk", "request_plan": "talk", "report": "talk", "report_send": "talk",
    "contact_log": "network", "signal_told": "network", "vindplaats_add": "network",
}  # fmt: skip


def quarter_of(day: date) -> date:
    """The first day of its quarter."""
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def counted(rows: QuerySet) -> Counts:
    """How many rows per quarter and class: annotated as `quarter` and `label`."""
    groups = rows.order_by().values("quarter", "label").annotate(number=Count("pk"))
    return {(group["quarter"], group["label"]): group["number"] for group in groups}


def labelled(rows: QuerySet) -> dict[str, int]:
    """How many rows per class: annotated as `label`."""
    groups = rows.order_by().values("label").annotate(number=Count("pk"))
    return {group["label"]: group["number"] for group in groups}


@dataclass(frozen=True)
class Writing:
    times: int
    seconds: int

    @property
    def each(self) -> int:
        """Seconds for one time, on average."""
        return round(self.seconds / self.times)


def writing_time(teams: Iterable[int], since: date) -> dict[tuple[date, str], Writing]:
    """{(first day of the quarter, page): how often and how long}.

    A team of fewer than five colleagues is left out, and a page that was used a few times: there
    the number would be about one person.
    """
    with database.role("statistics"):
        large = large_teams().filter(team_id__in=teams)
        rows = (
            WritingTime.objects.filter(team_id__in=large.values("team_id"), week__gte=since)
            .values("page", quarter=TruncQuarter("week"))
            .annotate(all_times=Sum("times"), all_seconds=Sum("seconds"))
        )
        return {
            (row["quarter"], row["page"]): Writing(row["all_times"], row["all_seconds"])
            for row in rows
            if row["all_times"] >= FEWEST_TIMES
        }


def large_teams() -> QuerySet:
    """Teams of which the number is not about one person: five colleagues or more, today."""
    now = TeamMembership.objects.filter(until__isnull=True).order_by().values("team_id")
    people = now.annotate(people=Count("user_id", distinct=True))
    return people.filter(people__gte=FEWEST_COLLEAGUES)


def written_by_large_teams(since: datetime, until: datetime) -> tuple[list[int], int]:
    """Which teams of five or more there are, and how many minutes they wrote in this period."""
    teams = [row["team_id"] for row in large_teams()]
    days = (timezone.localdate(since), timezone.localdate(until))
    found = WritingTime.objects.filter(team_id__in=teams, week__gte=days[0], week__lt=days[1])
    return teams, (found.aggregate(all=Sum("seconds"))["all"] or 0) // 60


def writing_minutes(teams: Iterable[int], since: date) -> Counts:
    """{(first day of the quarter, kind of page): whole minutes}, of all colleagues together."""
    seconds: Counts = {}
    for (quarter, page), writing in writing_time(teams, since).items():
        key = (quarter, KINDS.get(page, "other"))
        seconds[key] = seconds.get(key, 0) + writing.seconds
    return {key: round(total / 60) for key, total in seconds.items()}
