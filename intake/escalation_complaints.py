"""A complaint cannot be lost: the leads hear that it came, and who should, that it runs late."""

from collections import defaultdict
from datetime import date

from django.db.models import Q
from django.utils import timezone

from intake import letters_team
from intake.escalation import leads_of, reachable
from intake.models import Complaint
from intake.models.complaints import ComplaintQuerySet
from wijkteam import database, references
from wijkteam.choices import Role
from wijkteam.models import Team, User
from wijkteam.workdays import add_working_days

COLUMNS = ["reference", "due", "team_id", "handler_id", "about_user_id", "kept_out",
           "handler_told_for", "lead_told_for"]  # fmt: skip


def escalate(today: date | None = None) -> int:
    """Announce what came in, and tell of what is late. Returns how many complaints were told of."""
    today = today or timezone.localdate()
    with database.role("worker"):
        new = _rows(Complaint.objects.open().filter(announced_at__isnull=True, handler=None))
        late = _rows(Complaint.objects.late(today))
        people = reachable(one.handler_id for one in late)
        days = dict(Team.objects.values_list("pk", "days_to_tell_lead"))
    told = sum(_announce(rows) for rows in _by_leads(new))
    for one in late:
        if one.handler_id in people and one.handler_told_for != one.due:
            told += _tell([people[one.handler_id].email or ""], one, "handler_told_for")
        elif one.lead_told_for != one.due and (
            one.handler_id not in people
            or today > add_working_days(one.due, days.get(one.team_id, 2))
        ):
            told += _tell(_leads(one), one, "lead_told_for")
    return told


def _rows(found: ComplaintQuerySet) -> list[Complaint]:
    return list(found.only(*COLUMNS))


def _by_leads(rows: list[Complaint]) -> list[list[Complaint]]:
    """Those that the same leads may read, together: one mail."""
    groups: dict[tuple[int, ...], list[Complaint]] = defaultdict(list)
    for one in rows:
        groups[one.team_id, *one.kept_out].append(one)
    return list(groups.values())


def _announce(rows: list[Complaint]) -> int:
    """To the leads who may read it; when there is none, the manager hears that one is needed."""
    with database.role("worker"):
        besides = rows[0].kept_out
        leads = leads_of(rows[0].team_id, besides) or ([] if besides else _any_leads())
        addresses = leads or _managers()
        unsaid = Complaint.objects.filter(pk__in=[one.pk for one in rows], announced_at=None)
        if not addresses or not unsaid.update(announced_at=timezone.now()):
            return 0
        numbers = [_number(one) for one in rows]
        if leads:
            letters_team.complaint_arrived(addresses, numbers)
        else:
            letters_team.complaint_needs_lead(addresses, numbers)
        return len(rows)


def _managers() -> list[str]:
    found = User.objects.filter(role=Role.MANAGER, is_active=True, email__isnull=False)
    return [one.email or "" for one in found.only("email")]


def _tell(addresses: list[str], one: Complaint, column: str) -> int:
    """Once for each date that passed: the column says for which."""
    untold = ~Q(**{column: one.due}) | Q(**{f"{column}__isnull": True})
    with database.role("worker"):
        if not addresses or not Complaint.objects.filter(untold, pk=one.pk).update(
            **{column: one.due}
        ):
            return 0
        letters_team.complaint_late(addresses, [_number(one)])
        return 1


def _leads(one: Complaint) -> list[str]:
    """Leads who neither handle it nor are its subject; else those of the other teams."""
    besides = [one.handler_id, one.about_user_id, *one.kept_out]
    with database.role("worker"):
        return leads_of(one.team_id, besides) or _any_leads(besides)


def _any_leads(besides: list[int | None] | None = None) -> list[str]:
    leads = User.objects.filter(role=Role.TEAM_LEAD, is_active=True, email__isnull=False)
    others = leads.exclude(pk__in={pk for pk in besides or [] if pk})
    return [lead.email or "" for lead in others.only("email")]


def _number(one: Complaint) -> str:
    return references.readable(one.reference)
