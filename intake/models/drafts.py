"""What a resident typed so far: kept a week under a code, then erased."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone

from wijkteam.choices import Language

DAYS_KEPT = 7


def a_week_from_now() -> datetime:
    return timezone.now() + timedelta(days=DAYS_KEPT)


class Draft(models.Model):
    """Opened only by its key (the keyed hash of the code the resident wrote down)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=64, unique=True)
    data = models.JSONField(default=dict)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.NL)
    updated_at = models.DateTimeField(auto_now=True)
    expires_at = models.DateTimeField(default=a_week_from_now)

    class Meta:
        indexes = [models.Index(fields=["expires_at"], name="draft_expires")]

    def __str__(self) -> str:
        return str(self.pk)
