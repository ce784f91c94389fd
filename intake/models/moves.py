"""What stands beside a request: the resident's own words, and every move with who and when."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake.choices import RequestStatus
from wijkteam.models import User


class OwnWords(models.Model):
    """What the resident wrote. Kept apart: a team lead sees names and clocks, not stories."""

    request = models.OneToOneField(
        "intake.ConversationRequest", models.CASCADE, primary_key=True, related_name="own_words"
    )
    words = models.TextField(_("in eigen woorden"), blank=True)
    own_plan = models.TextField(_("eigen plan"), blank=True)

    def __str__(self) -> str:
        return str(self.request_id)


class StatusMove(models.Model):
    """Every move of a request, with who and when. Rows are only ever added."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey("intake.ConversationRequest", models.CASCADE, related_name="moves")
    old = models.CharField(max_length=12, choices=RequestStatus.choices, blank=True)
    new = models.CharField(max_length=12, choices=RequestStatus.choices)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    holder = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    words = models.TextField(blank=True)

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.old} > {self.new}"
