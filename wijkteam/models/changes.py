"""What changed in a plan or a request: old and new value, written by the database itself.

A trigger adds the row (`wijkteam_record_change` in locks.sql), so that a change made past this
program is seen too; no role may write here. Which tables are watched stands in the `locks.sql` of
their app, and who may read: whoever may read the row itself. See docs/decisions/0004.
"""

import uuid

from django.db import models


class Change(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField()
    table_name = models.CharField(max_length=63)
    row_id = models.UUIDField()
    act = models.CharField(max_length=6)  # INSERT, UPDATE or DELETE
    case_file_id = models.UUIDField(null=True)
    request_id = models.UUIDField(null=True)
    # Empty for the shared part; NULL when the row moved from one domain to another: then only who
    # may read both, because the whole file is open to them, may read this.
    life_domain = models.CharField(max_length=12, null=True)
    old = models.JSONField()
    new = models.JSONField()
    user_id = models.BigIntegerField(null=True)
    # The login and the role of the database: past the program these are others.
    login = models.CharField(max_length=63)
    role = models.CharField(max_length=63)
    # The same number as in the access log.
    correlation = models.UUIDField(null=True)

    class Meta:
        ordering = ["-at"]
        indexes = [
            models.Index(fields=["case_file_id", "-at"], name="change_case_file"),
            models.Index(fields=["request_id", "-at"], name="change_request"),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.table_name} {self.at:%d-%m-%Y %H:%M}"
