"""Who sits at the table and reads nothing, as nothing is shared with the own organisation now."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from casework.models import SharingGround
from casework.page import FilePage
from wijkteam.models import Change, TeamMembership

GROUND = "casework_sharingground"


@dataclass(frozen=True)
class NotShared:
    """Since when: None when nothing was shared yet. `by_family`: they took back their yes."""

    since: datetime | None = None
    by_family: bool = False


def mark_not_shared(page: FilePage) -> None:
    """Say of the seats of other organisations which ones read nothing, and why."""
    team = TeamMembership.objects.filter(team=page.case_file.team_id, until__isnull=True)
    own = set(team.values_list("user_id", flat=True))
    grounds = list(page.case_file.grounds.order_by("since"))
    by_family = _taken_back_at_home(page, grounds)
    for seat in page.seats:
        if seat.user and seat.user_id not in own and not seat.stays_on:
            with_them = seat.user.organisation_id
            found = [one for one in grounds if one.organisation_id == with_them]
            seat.not_shared = _why(found, by_family)


def _why(grounds: list[SharingGround], by_family: set[uuid.UUID]) -> NotShared | None:
    """None when something is shared; else what ended last."""
    if not grounds:
        return NotShared()
    last = max(grounds, key=_ended)
    if _ended(last) > timezone.now():
        return None
    return NotShared(_ended(last), last.pk in by_family)


def _ended(ground: SharingGround) -> datetime:
    """The day on which it ends; far ahead when it goes on."""
    ends = [one for one in (ground.withdrawn_at, ground.until) if one]
    return min(ends) if ends else datetime.max.replace(tzinfo=timezone.get_default_timezone())


def _taken_back_at_home(page: FilePage, grounds: list[SharingGround]) -> set[uuid.UUID]:
    """By someone of the house on the own page; a colleague may have done it at the table."""
    home = {one.person.user_id for one in page.everyone if one.person and one.person.user_id}
    who = Change.objects.filter(
        table_name=GROUND, row_id__in=[one.pk for one in grounds if one.withdrawn_at],
        new__has_key="withdrawn_at", act="UPDATE", user_id__in=home,
    )  # fmt: skip
    return set(who.values_list("row_id", flat=True))
