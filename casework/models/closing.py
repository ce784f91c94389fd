"""The last verbs of `CaseFile`: closing it, what ends then and what later, and going on with it."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import IntegrityError, connection, models
from django.utils import timezone
from django.utils.translation import gettext as __

from casework.choices import EntryKind, HouseholdRole, TeamAnswer
from casework.models.households import Person, Signpost
from casework.workflow import NotAllowed, verb
from wijkteam import retention
from wijkteam.models import User

if TYPE_CHECKING:
    from casework.models.case_files import CaseFile
    from casework.models.seats import Seat


def close(
    case_file: "CaseFile", by: User, words: str, differences_left: str = "",
    may_be_asked: bool = False,
) -> None:  # fmt: skip
    """Close with the outcome in the resident's words; sharing ends at once. With an open difference
    of view only when `differences_left` says something about it, else NotAllowed.

    Seats of the own team stay for the after-care of the team, to read. The household keeps its
    own plan to read, the coordinator can open the file again.
    """
    with verb():
        case_file.touch()
        seat = case_file.seat_of_coordinator(by)
        if case_file.differences.still_open().exists() and not differences_left:
            raise NotAllowed(__("Er staat nog een verschil open. Zeg wat daarmee gebeurt."))
        _tell(case_file, seat, f"{words}\n\n{differences_left}".strip())
        _mark_closed(
            case_file, outcome_words=words, differences_left=differences_left,
            may_be_asked=may_be_asked,
        )  # fmt: skip
        case_file.grounds.valid().update(withdrawn_at=case_file.closed_at)
        case_file.team_handovers.waiting().update(
            answer=TeamAnswer.WITHDRAWN, answered_at=case_file.closed_at
        )
        _stand_up(case_file, by, stays=case_file.aftercare_until is not None)


def _tell(case_file: "CaseFile", seat: "Seat", words: str) -> None:
    """In the story."""
    from casework.models.timeline import TimelineEntry

    entry = TimelineEntry(case_file=case_file, by=seat, kind=EntryKind.OUTCOME, words=words)
    entry.save(force_insert=True)


def _mark_closed(case_file: "CaseFile", **said: Any) -> None:
    """With the days that follow from today: until when the team reads it, when it is destroyed."""
    today, days = timezone.localdate(), aftercare_days(case_file.team)
    said |= {"closed_at": timezone.now(), "destroy_on": case_file.destroy_after(today)}
    said["aftercare_until"] = today + timedelta(days=days) if days else None
    for name, value in said.items():
        setattr(case_file, name, value)
    case_file.save(update_fields=[*said])


def _stand_up(case_file: "CaseFile", by: User, stays: bool) -> None:
    """Everyone; or, with after-care, only who sat here on a ground that ended now."""
    household = Person.objects.filter(memberships__household=case_file.household_id)
    residents = household.filter(user__isnull=False).values("user_id")
    going = case_file.rights.exclude(user=by).exclude(user_id__in=residents)
    if not stays:
        case_file.seats.open().update(until=case_file.closed_at)
        going.delete()
        return
    whole = case_file.rights.filter(domains__isnull=True).values("user_id")
    seats = case_file.seats.open().filter(user__isnull=False).exclude(user_id__in=whole)
    seats.update(until=case_file.closed_at)
    going.filter(domains__isnull=False).delete()


def destroy_after(case_file: "CaseFile", closed: date) -> date:
    """The day that the law names; a file with a child follows the longest term."""
    young = case_file.household.members.filter(role__in=[HouseholdRole.CHILD, HouseholdRole.YOUNG])
    what = retention.Kept.YOUTH if young.exists() else retention.Kept.CASE_FILE
    return retention.destroy_on(what, closed)


def reopen(case_file: "CaseFile", by: User, words: str) -> None:
    """The same file goes on, with the coordinator, the household and its own people seated."""
    closed = type(case_file).objects.coordinated_by(by).closed()
    try:
        with verb():
            kept = models.Q(destroy_on__gt=timezone.localdate())
            if not closed.filter(kept, pk=case_file.pk).update(
                closed_at=None, outcome_words="", differences_left="", destroy_on=None,
                aftercare_until=None, may_be_asked=False, changed_at=timezone.now(),
            ):  # fmt: skip
                raise NotAllowed(_why_not(closed.filter(pk=case_file.pk).exists()))
            _seat_again(case_file)
            Signpost.objects.filter(household_id=case_file.household_id).update(coordinator=by)
            _tell(case_file, case_file.seat_of_coordinator(by), words)
    except IntegrityError as error:
        raise case_file._whom_to_call(error, "", case_file.household_id) from None
    case_file.refresh_from_db()


def _why_not(is_closed: bool) -> str:
    """A yes to erasing it is not taken back by opening it."""
    if is_closed:
        return __("Dit dossier wordt vannacht vernietigd. Het kan niet meer open.")
    return __("Dit dossier is al open.")


def _seat_again(case_file: "CaseFile") -> None:
    """Whoever sat here until the closing or the after-care, except who needs a ground anew."""
    stays = models.Q(is_coordinator=True) | models.Q(user__isnull=True)
    case_file.seats.filter(stays, until__gte=case_file.closed_at).update(until=None)


def end_aftercare() -> int:
    """Seats whose after-care is over end now (casework_end_aftercare in the locks)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT casework_end_aftercare()")
        return int(cursor.fetchone()[0])


def aftercare_left(case_file: "CaseFile") -> int | None:
    """Days after today; None without after-care and once it is over."""
    left = (case_file.aftercare_until or date.min) - timezone.localdate()
    return left.days if left.days >= 0 else None


def is_due(case_file: "CaseFile") -> bool:
    """Its day has come: tonight it is destroyed, and nobody opens it again."""
    return bool(case_file.destroy_on and case_file.destroy_on <= timezone.localdate())


def aftercare_days(team: Any) -> int:
    """The team's own number of days, else that of the municipality."""
    return settings.AFTERCARE_DAYS if team.aftercare_days is None else team.aftercare_days
