"""What people tell one team, unrounded and for its own learning: counted, never one by one.

Counted by the role of the database that counts. A voice of fewer than five answers is left out, so
that no colleague can be found by an answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Q, Sum, Value
from django.utils import timezone

from monitor.catalogue import Week
from monitor.choices import VOICE_OF, Audience, Kind, Voice
from monitor.models import Answer, Invitation
from monitor.models.answers import AnswerQuerySet
from monitor.wheel import Given
from wijkteam import database
from wijkteam.models import Team, TeamMembership, WritingTime
from wijkteam.models.burden import FEWEST_COLLEAGUES

FEWEST = 5
WEEKS = 12


def answers(teams: Sequence[int], since: date) -> AnswerQuerySet:
    """Of this team, from the quarter of `since` on."""
    quarter = (since.month + 2) // 3
    late = Q(year__gt=since.year) | Q(year=since.year, quarter__gte=quarter)
    return Answer.objects.filter(late, team_id__in=teams)


def marks(teams: Sequence[int], since: date) -> list[Given]:
    """One mark per quality and voice, of five answers or more."""
    rows = (
        answers(teams, since)
        .marks()
        .exclude(question__quality="")
        .exclude(question__kind=Kind.YES_NO)
        .values("audience", "question__quality")
        .annotate(number=Count("pk"), total=Sum("mark"))
        .order_by()
    )
    sums: dict[tuple[str, Voice], list[int]] = {}
    with database.role("statistics"):
        for row in rows:
            key = (row["question__quality"], VOICE_OF[row["audience"]])
            old = sums.get(key, [0, 0])
            sums[key] = [old[0] + row["number"], old[1] + row["total"]]
    return [
        Given(quality, voice, round(total / number, 1), number)
        for (quality, voice), (number, total) in sums.items()
        if number >= FEWEST
    ]


@dataclass(frozen=True)
class Response:
    audience: str
    asked: int
    answered: int

    @property
    def silent(self) -> int:
        return self.asked - self.answered


def response(teams: Sequence[int], since: date) -> list[Response]:
    """How many were asked, and how many of them said something."""
    rows = (
        Invitation.objects.filter(team_id__in=teams, made_on__gte=since)
        .values(audience=F("questionnaire__audience"))
        .annotate(asked=Count("pk"), said=Count("pk", filter=Q(answered=True)))
        .order_by("audience")
    )
    with database.role("statistics"):
        return [
            Response(str(Audience(row["audience"]).label), row["asked"], row["said"])
            for row in rows
        ]


def mondays(today: date) -> list[date]:
    last = today - timedelta(days=today.weekday())
    return [last - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]


def writing(teams: Sequence[Team]) -> list[Week] | None:
    """Minutes of writing things down, per week and colleague on average. None: a small team."""
    working = TeamMembership.objects.filter(team__in=teams, until=None)
    colleagues = working.values("user_id").distinct().count()
    if colleagues < FEWEST_COLLEAGUES:
        return None
    weeks = mondays(timezone.localdate())
    rows: Any = (
        WritingTime.objects.filter(team__in=teams, week__gte=weeks[0])
        .values("week")
        .annotate(seconds=Sum("seconds"), one=Value(1))
        .order_by()
    )
    with database.role("statistics"):
        spent = {row["week"]: row["seconds"] for row in rows}
    return [Week(week, round(spent.get(week, 0) / 60 / colleagues)) for week in weeks]
