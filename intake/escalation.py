"""Who hears that something runs late: first who holds it, then the team lead, each once.

The round is safe to run twice and at once: who was told is stamped on the clock itself, in the
transaction of the message. Nobody gets more than one mail per round.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from intake import letters_team
from intake.models import Clock
from wijkteam import database
from wijkteam.choices import Role
from wijkteam.models import Team, User
from wijkteam.workdays import add_working_days

log = logging.getLogger(__name__)
COLUMNS = [
    "pk", "due", "holder_told_at", "request_id", "request__reference", "request__holder_id",
    "request__team_id", "request__team__days_to_tell_lead",
]  # fmt: skip
Row = dict[str, Any]


def escalate(today: date | None = None) -> int:
    """Tell whoever should know of what is late today. Returns how many mails were written."""
    today = today or timezone.localdate()
    with database.role("worker"):
        rows = list(
            Clock.objects.late(today).filter(lead_told_at__isnull=True).order_by("due")
            .values(*COLUMNS)
        )  # fmt: skip
        people = reachable(row["request__holder_id"] for row in rows)
    to_holder: dict[int, list[Row]] = defaultdict(list)
    to_lead: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        holder = row["request__holder_id"]
        if holder in people and row["holder_told_at"] is None:
            to_holder[holder].append(row)
        elif holder not in people or long_late(row, today):
            to_lead[row["request__team_id"]].append(row)
    told = [tell_holder(people[holder], of_one) for holder, of_one in to_holder.items()]
    told += [tell_leads(team, of_team) for team, of_team in to_lead.items()]
    return sum(told)


def reachable(holders: Iterable[int | None]) -> dict[int, User]:
    """Holders who still work here and can be mailed; for others the team lead hears it at once."""
    found = User.objects.filter(pk__in={pk for pk in holders if pk}, is_active=True)
    return {one.pk: one for one in found.filter(email__isnull=False).only("email", "name")}


def long_late(row: Row, today: date) -> bool:
    """Late for more working days than the team gives its people to set it right."""
    return today > add_working_days(row["due"], row["request__team__days_to_tell_lead"])


def tell_holder(holder: User, rows: list[Row]) -> int:
    with database.role("worker"):
        if not stamp(rows, "holder_told_at"):
            return 0
        letters_team.late([holder.email or ""], requests_of(rows), to_lead=False)
        return 1


def tell_leads(team_id: int, rows: list[Row]) -> int:
    """All leads of the team, or the team's own box when it has none just now."""
    with database.role("worker"):
        addresses = leads_of(team_id) or box_of(team_id)
        if not addresses:
            log.warning("Team %s has nobody to hear that something is late.", team_id)
            return 0
        if not stamp(rows, "lead_told_at"):
            return 0
        letters_team.late(addresses, requests_of(rows), to_lead=True)
        return len(addresses)


def leads_of(team_id: int, besides: Iterable[int | None] = ()) -> list[str]:
    """Mail addresses of whoever leads this team now."""
    leads = User.objects.filter(
        Q(memberships__until__isnull=True) | Q(memberships__until__gt=timezone.now()),
        role=Role.TEAM_LEAD,
        is_active=True,
        memberships__team=team_id,
        email__isnull=False,
    ).exclude(pk__in={pk for pk in besides if pk})
    return [lead.email or "" for lead in leads.only("email").distinct()]


def box_of(team_id: int) -> list[str]:
    boxes = Team.objects.filter(pk=team_id).exclude(email="")
    return list(boxes.values_list("email", flat=True))


def stamp(rows: list[Row], column: str) -> int:
    """Of two rounds at once, the second finds these rows stamped and writes nothing."""
    unstamped = Clock.objects.filter(**{"pk__in": [row["pk"] for row in rows], column: None})
    return unstamped.update(**{column: timezone.now()})


def requests_of(rows: list[Row]) -> dict[Any, str]:
    """Each request once: {key: number}. Names stay behind the sign-in."""
    return {row["request_id"]: row["request__reference"] for row in rows}
