"""When someone last looked at a file: what changed since then stands out."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db import connection, models
from django.utils import timezone

from casework.models.case_files import CaseFile
from wijkteam.models import User

# Pages opened within this time belong to one visit: what was new stays new until it is over.
ONE_VISIT = timedelta(hours=1)
RENEW = """
    INSERT INTO casework_lastlook AS old (id, case_file_id, user_id, at)
    VALUES (%s, %s, %s, %s)
    ON CONFLICT (case_file_id, user_id) DO UPDATE
    SET at = excluded.at, before = CASE WHEN old.at < %s THEN old.at ELSE old.before END
    RETURNING before, casework_held(%s)
"""


class Look(NamedTuple):
    """Since when things are new to this person, and which rarer things the file holds for them
    (casework/holding.py)."""

    since: datetime | None
    held: list[str]


class LastLook(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="last_looks")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    # When the visit before this one ended; empty on the first.
    before = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case_file", "user"], name="last_look_once")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.at}"

    @classmethod
    def renew(cls, case_file: CaseFile, user: User, log: str = "", row: Sequence[Any] = ()) -> Look:
        """Write down that the user looks now (in the log too: see `looking` in wijkteam/access.py);
        answers what is new to this person and there.

        One statement: two pages opened at the same moment cannot disturb each other.
        """
        now, key = timezone.now(), case_file.pk
        mine: list[Any] = [uuid.uuid4(), key, user.pk, now, now - ONE_VISIT, key]
        with connection.cursor() as cursor:
            cursor.execute(log + RENEW, [*row, *mine])
            return Look(*cursor.fetchone())
