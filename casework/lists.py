"""What one row in a list of case files tells, for all rows in three queries."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from casework.models import Action, CaseFile, Goal, Seat
from wijkteam.models import User


@dataclass(frozen=True)
class FileRow:
    case_file: CaseFile
    coordinator: Seat | None
    goals: int
    late: int


def rows_of(files: list[CaseFile], user: User, today: date) -> list[FileRow]:
    keys = [case_file.pk for case_file in files]
    counted = {"case_file__in": keys}
    goals = Goal.objects.visible_to(user).running().filter(**counted)
    late = Action.objects.visible_to(user).late(today).filter(**counted)
    goal_counts = dict(goals.order_by().values_list("case_file").annotate(Count("pk")))
    late_counts = dict(late.order_by().values_list("case_file").annotate(Count("pk")))
    seats = Seat.objects.open().filter(is_coordinator=True, **counted)
    coordinators = {seat.case_file_id: seat for seat in seats}
    return [
        FileRow(
            case_file,
            coordinators.get(case_file.pk),
            goal_counts.get(case_file.pk, 0),
            late_counts.get(case_file.pk, 0),
        )
        for case_file in files
    ]
