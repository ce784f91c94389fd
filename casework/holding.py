"""Which of the rarer things a case file holds: what most files have none of is not asked for."""

from django.db import connection
from django.db.models import Model

from casework.models import (
    CaseFile,
    Difference,
    Document,
    Emergency,
    GoalAnswer,
    GoalReview,
    LeaveRequest,
    MandateQuestion,
    Position,
    RightsRequest,
    SharingGround,
    SharingQuestion,
    StuckPoint,
    TeamHandover,
    TimelineEntry,
)

RARE: dict[str, type[Model]] = {
    kind._meta.db_table: kind
    for kind in (
        GoalReview,
        GoalAnswer,
        Position,
        Difference,  # of which nobody said yet how they see it
        MandateQuestion,
        StuckPoint,
        LeaveRequest,
        TeamHandover,  # one that waits, or that came to nothing
        SharingGround,
        SharingQuestion,
        Emergency,
        Document,
        TimelineEntry,  # of the story: what was corrected
        RightsRequest,  # one that restricts the data, as far as the visitor may know
    )
}


def held_in(case_file: CaseFile) -> set[type[Model]]:
    """The kinds of which there is a row that the locks of the database let this visitor read.

    By a function, which remembers how it asks (casework/locks_holding.sql).
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT casework_held(%s)", [case_file.pk])
        return {RARE[table] for table in cursor.fetchone()[0]}
