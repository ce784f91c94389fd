"""Closing a case file, what ends then and what ends later, and going on with the same file."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import IntegrityError, connection, models
from django.utils import timezone
from django.utils.translation import gettext as __

from casework.choices import EntryKind, HouseholdRole
from casework.models.households import Person, Signpost
from casework.workflow import NotAllowed, verb
from wijkteam import retention
from wijkteam.models import User

if TYPE_CHECKING:
    from casework.models.case_files import CaseFile


class Closing:
    """The last verbs of `CaseFile`."""

    def close(  # type: ignore[misc]
        self: "CaseFile",
        by: User,
        words: str,
        differences_left: str = "",
        may_be_asked: bool = False,
    ) -> None:
        """Close with the outcome in the resident's words; sharing ends at once.

        With an open difference of view only when `differences_left` says something about it.

        Seats of the own team stay for the after-care of the team, to read. The household keeps its
        own plan to read, the coordinator can open the file again.
        """
        from casework.models.timeline import TimelineEntry

        with verb():
            self.touch()
            seat = self.seat_of_coordinator(by)
            if self.differences.still_open().exists() and not differences_left:
                raise NotAllowed(__("Er staat nog een verschil open. Zeg wat daarmee gebeurt."))
            told = f"{words}\n\n{differences_left}".strip()
            TimelineEntry(case_file=self, by=seat, kind=EntryKind.OUTCOME, words=told).save(
                force_insert=True
            )
            today, days = timezone.localdate(), aftercare_days(self.team)
            self.closed_at = timezone.now()
            self.outcome_words, self.differences_left = words, differences_left
            self.may_be_asked = may_be_asked
            self.destroy_on = self.destroy_after(today)
            self.aftercare_until = today + timedelta(days=days) if days else None
            self.save(update_fields=["closed_at", "outcome_words", "differences_left",
                                     "may_be_asked", "destroy_on",
                                     "aftercare_until"])  # fmt: skip
            self.grounds.valid().update(withdrawn_at=self.closed_at)
            self._stand_up(by, stays=bool(days))

    def _stand_up(self: "CaseFile", by: User, stays: bool) -> None:  # type: ignore[misc]
        """Everyone; or, with after-care, only who sat here on a ground that ended now."""
        household = Person.objects.filter(memberships__household=self.household_id)
        residents = household.filter(user__isnull=False).values("user_id")
        going = self.rights.exclude(user=by).exclude(user_id__in=residents)
        if not stays:
            self.seats.open().update(until=self.closed_at)
            going.delete()
            return
        whole = self.rights.filter(domains__isnull=True).values("user_id")
        seats = self.seats.open().filter(user__isnull=False).exclude(user_id__in=whole)
        seats.update(until=self.closed_at)
        going.filter(domains__isnull=False).delete()

    def destroy_after(self: "CaseFile", closed: date) -> date:  # type: ignore[misc]
        """The day that the law names; a file with a child follows the longest term."""
        young = self.household.members.filter(role__in=[HouseholdRole.CHILD, HouseholdRole.YOUNG])
        what = retention.Kept.YOUTH if young.exists() else retention.Kept.CASE_FILE
        return retention.destroy_on(what, closed)

    def reopen(self: "CaseFile", by: User, words: str) -> None:  # type: ignore[misc]
        """The same file goes on, with the coordinator, the household and its own people seated."""
        from casework.models.timeline import TimelineEntry

        closed = type(self).objects.coordinated_by(by).closed()
        try:
            with verb():
                if not closed.filter(pk=self.pk).update(
                    closed_at=None, outcome_words="", differences_left="", destroy_on=None,
                    aftercare_until=None,
                    may_be_asked=False, changed_at=timezone.now(),
                ):  # fmt: skip
                    raise NotAllowed(__("Dit dossier is al open."))
                self._seat_again()
                Signpost.objects.filter(household_id=self.household_id).update(coordinator=by)
                seat = self.seat_of_coordinator(by)
                TimelineEntry(case_file=self, by=seat, kind=EntryKind.OUTCOME, words=words).save(
                    force_insert=True
                )
        except IntegrityError as error:
            raise self._whom_to_call(error, "", self.household_id) from None
        self.refresh_from_db()

    def _seat_again(self: "CaseFile") -> None:  # type: ignore[misc]
        """Whoever sat here until the closing or the after-care, except who needs a ground anew."""
        stays = models.Q(is_coordinator=True) | models.Q(user__isnull=True)
        self.seats.filter(stays, until__gte=self.closed_at).update(until=None)

    @staticmethod
    def end_aftercare() -> int:
        """Seats whose after-care is over end now (casework_end_aftercare in the locks)."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT casework_end_aftercare()")
            return int(cursor.fetchone()[0])


def aftercare_days(team: Any) -> int:
    """The team's own number of days, else that of the municipality."""
    return settings.AFTERCARE_DAYS if team.aftercare_days is None else team.aftercare_days
