"""What a resident hands in after the request: an own plan, or a photo of a letter."""

import uuid
from datetime import date
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake.choices import AdditionKind, ClockKind, RequestStatus
from intake.models.clocks import dues
from intake.querysets import AdditionQuerySet
from intake.workflow import Refused
from wijkteam import files

if TYPE_CHECKING:
    from intake.models.requests import ConversationRequest

MOST_PER_REQUEST = 10


class TooMany(Refused):
    """Ten files are enough for one conversation."""


class TooLate(Refused):
    """The law gives seven days for an own plan, a team may give more; then it comes along."""


def own_plan_until(request: "ConversationRequest") -> date:
    """The last day for an own plan: that of its clock, so with the team's norm and its pauses."""
    found = [clock for clock in request.clocks.all() if clock.kind == ClockKind.OWN_PLAN]
    if found:
        return found[0].due_after(timezone.localdate())
    return dues(request.team, request.arrived_at)[ClockKind.OWN_PLAN]


class Addition(models.Model):
    """Words, or a file, of the resident. Rows are only ever added; a stranger reads no words."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(
        "intake.ConversationRequest", models.CASCADE, related_name="additions"
    )
    kind = models.CharField(max_length=6, choices=AdditionKind.choices)
    words = models.TextField(_("in eigen woorden"), blank=True)
    file = models.FileField(storage=files.store, upload_to=files.random_name, blank=True)
    name = models.CharField(max_length=160, blank=True)
    content_type = models.CharField(max_length=100, blank=True)
    at = models.DateTimeField(default=timezone.now)

    objects = AdditionQuerySet.as_manager()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(
                name="addition_says_something", condition=~models.Q(words="", file="")
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def hand_in(
        cls,
        request: "ConversationRequest",
        kind: str,
        *,
        key: uuid.UUID,
        words: str = "",
        file: UploadedFile | None = None,
    ) -> bool:
        """Add it, once: False when this was handed in before. `key` comes with the page."""
        check_time(request, kind)
        before = cls.objects.filter(request=request).values_list("pk", flat=True)
        if key in before:
            return False
        if len(before) >= MOST_PER_REQUEST:
            raise TooMany(_("U gaf ons al 10 stukken. Neem de rest mee naar het gesprek."))
        made = cls(pk=key, request=request, kind=kind, words=words)
        if file is not None:
            made.file, made.name, made.content_type = file, file.name or "", file.content_type or ""
        with transaction.atomic():
            made.save(force_insert=True)
            if kind == AdditionKind.PLAN:
                own = request.clocks.open().filter(kind=ClockKind.OWN_PLAN, paused_on__isnull=True)
                own.update(met_at=made.at)
            request.stamp(request.status, None, f"bewoner gaf iets bij: {made.get_kind_display()}")
        return True


def check_time(request: "ConversationRequest", kind: str) -> None:
    """Not after the request is closed; a plan not after its seven days."""
    if request.status == RequestStatus.CLOSED:
        raise Refused(_("Deze vraag is klaar. Bel ons, dan nemen we het mee."))
    if kind == AdditionKind.PLAN and timezone.localdate() > own_plan_until(request):
        raise TooLate(
            _("De tijd voor een plan vooraf is voorbij. Neem uw plan mee naar het gesprek.")
        )
