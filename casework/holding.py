"""Which of the rarer things a case file holds: what most files have none of is not asked for."""

from django.db import connection
from django.db.models import Model

from casework.models import (
    CaseFile,
    Difference,
    Emergency,
    GoalAnswer,
    GoalReview,
    LeaveRequest,
    MandateQuestion,
    SharingGround,
    SharingQuestion,
    StuckPoint,
    TimelineEntry,
)

RARE: dict[type[Model], str] = {
    GoalReview: "",
    GoalAnswer: "",
    Difference: "",
    MandateQuestion: "",
    StuckPoint: "",
    LeaveRequest: "",
    SharingGround: "",
    SharingQuestion: "",
    Emergency: "",
    TimelineEntry: "AND corrects_id IS NOT NULL",  # of the story: what was corrected
}
ONE = "EXISTS (SELECT FROM {} WHERE case_file_id = %(file)s {})"
QUESTION = "SELECT " + ", ".join(ONE.format(one._meta.db_table, RARE[one]) for one in RARE)


def held_in(case_file: CaseFile) -> set[type[Model]]:
    """The kinds of which there is a row that the locks of the database let this visitor read."""
    with connection.cursor() as cursor:
        cursor.execute(QUESTION, {"file": case_file.pk})
        return {kind for kind, there in zip(RARE, cursor.fetchone(), strict=True) if there}
