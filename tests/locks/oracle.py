"""Who should see what in a random world. It says it a third time, from seats and grounds alone, so
that a mistake that Django and the database share is found too."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import F, Q

from casework.models import (
    Action,
    CaseFile,
    Difference,
    Document,
    Emergency,
    Goal,
    GoalAnswer,
    GoalReview,
    MandateQuestion,
    Position,
    Seat,
    StuckPoint,
    TimelineEntry,
)
from tests.locks.home import at_home
from wijkteam.choices import Role
from wijkteam.models import User


def pks(rows: Iterable) -> set[UUID]:
    return {row.pk for row in rows}


class Oracle:
    """What one user should see: `domains` per file, None for all, absent for nothing."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.domains: dict[UUID, list[str] | None] = {}
        for seat in Seat.objects.taken().filter(user=user, case_file__closed_at=None):
            domains = seat.granted_domains()
            if domains is None or domains:
                self.domains[seat.case_file_id] = domains
        for seat in Seat.objects.open().filter(person__user=user, case_file__closed_at=None):
            self.domains[seat.case_file_id] = None
        # After closing the household keeps its plan to read, the coordinator can open it again.
        stayed_to_the_end = Seat.objects.filter(until=F("case_file__closed_at"))
        for seat in stayed_to_the_end.filter(
            Q(user=user, is_coordinator=True) | Q(person__user=user)
        ):
            self.domains[seat.case_file_id] = None
        coordinator = Q(until=None) | Q(until=F("case_file__closed_at"))
        self.coordinated = {
            s.case_file_id for s in Seat.objects.filter(coordinator, user=user, is_coordinator=True)
        }

        if user.role != Role.RESIDENT:
            opened = set(Emergency.objects.filter(user=user).values_list("case_file_id", flat=True))
            for kept in CaseFile.objects.filter(restricted_at__isnull=False):
                if kept.pk not in self.coordinated | opened:
                    self.domains.pop(kept.pk, None)

    def files(self) -> set[UUID]:
        return set(self.domains)

    def rows(self, model) -> set[UUID]:
        """Rows with a life domain."""
        return {
            row.pk
            for row in model.objects.all()
            if row.case_file_id in self.domains
            and at_home(self.user, row)
            and (
                self.domains[row.case_file_id] is None
                or row.life_domain in ["", *self.domains[row.case_file_id]]
            )
            and (
                getattr(row, "audience", "") != "coordinator"
                or row.case_file_id in self.coordinated
            )
        }


PLAN = [
    Goal, GoalReview, GoalAnswer, Action, TimelineEntry, Difference, Position, MandateQuestion,
    StuckPoint, Document,
]  # fmt: skip
