"""Signing in without e-mail: codes on paper, handed over at the table. Each works once."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone

from wijkteam.models.people import User
from wijkteam.references import key, new_reference, normal_reference

ON_A_SHEET = 6
DAYS_VALID = 90


def paper_key(code: str) -> str:
    """What the table keeps of a code: it cannot be read back."""
    return key("paper", code)


def new_sheet() -> list[str]:
    """So many codes for one person."""
    return [new_reference() for _code in range(ON_A_SHEET)]


def ninety_days_from_now() -> datetime:
    return timezone.now() + timedelta(days=DAYS_VALID)


class PaperCodeQuerySet(models.QuerySet["PaperCode"]):
    def use(self, typed: str) -> User | None:
        """The resident whose code this is, once; None for a code that does not open anything."""
        code = normal_reference(typed)
        now = timezone.now()
        row = self.filter(key=paper_key(code), used_at__isnull=True, expires_at__gt=now)
        if not code or not row.update(used_at=now):
            return None
        users = User.objects.filter(is_active=True, paper_codes__key=paper_key(code))
        return users.first()


class PaperCode(models.Model):
    """One line of the sheet. Made in the database, by `casework_paper_codes` (locks_paper.sql)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, models.CASCADE, related_name="paper_codes")
    key = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(default=ninety_days_from_now)
    used_at = models.DateTimeField(null=True)

    objects = PaperCodeQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.pk)
