"""What a resident typed so far: kept a week under a code, then erased."""

import uuid
from datetime import datetime, timedelta

from django.db import models, transaction
from django.utils import timezone

from intake.choices import ClockKind
from intake.models.clocks import dues
from intake.models.requests import ConversationRequest
from wijkteam import database, references
from wijkteam.choices import Language

DAYS_KEPT = 7
LONGEST = 20_000  # signs of one answer: far more than a form accepts, and not without end

Raw = dict[str, list[str]]


def a_week_from_now() -> datetime:
    return timezone.now() + timedelta(days=DAYS_KEPT)


class DraftQuerySet(models.QuerySet["Draft"]):
    def opened_by(self, code: str, to_send: bool = False) -> "Draft | None":
        """The draft of this code. The database shows this one and no other from here on.

        To send it, it is held at once: who presses twice waits here, and finds it sent.
        """
        key = references.draft_key(code)
        database.secret(key)
        found = self.select_for_update() if to_send else self
        draft = found.filter(key=key, expires_at__gt=timezone.now()).first()
        if draft:
            draft.code, draft.is_held = code, to_send
        return draft

    def begin(self, code: str, language: str) -> "Draft":
        key = references.draft_key(code)
        database.secret(key)
        draft = Draft(key=key, language=language)
        draft.code = code
        draft.save(force_insert=True)
        return draft

    def expired(self) -> "DraftQuerySet":
        return self.filter(expires_at__lte=timezone.now())


class Draft(models.Model):
    """Opened only by its key (the keyed hash of the code the resident wrote down)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=64, unique=True)
    # Per page what was typed, as it was typed: wrong answers are kept as well.
    data = models.JSONField(default=dict)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.NL)
    updated_at = models.DateTimeField(auto_now=True)
    expires_at = models.DateTimeField(default=a_week_from_now)
    # After sending the answers are gone and this remains, so that sending again sends nothing.
    sent_reference = models.CharField(max_length=8, blank=True)

    objects = DraftQuerySet.as_manager()
    code = ""  # only known while it is open: the table holds no more than the key
    is_held = False  # until the transaction ends nobody else changes it

    class Meta:
        indexes = [models.Index(fields=["expires_at"], name="draft_expires")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_sent(self) -> bool:
        return bool(self.sent_reference)

    @property
    def readable_code(self) -> str:
        return references.readable(self.code)

    @property
    def readable_reference(self) -> str:
        return references.readable(self.sent_reference)

    def typed(self, page: str) -> Raw:
        return self.data.get(page, {})

    def keep(self, page: str, raw: Raw, language: str) -> None:
        """Keep the answers of one page; those of the other pages stay, also from another tab."""
        clean = {name: [_storable(value) for value in values] for name, values in raw.items()}
        with transaction.atomic():
            newest = Draft.objects.select_for_update().get(pk=self.pk)
            self.data = {**newest.data, page: clean} if not newest.is_sent else newest.data
            self.sent_reference = newest.sent_reference
            self.language = language
            self.expires_at = a_week_from_now()
            self.save(update_fields=["data", "language", "expires_at", "updated_at"])

    def send(self, request: ConversationRequest, words: str, own_plan: str) -> bool:
        """Make a request of it, once: False when that was done before, also a moment ago."""
        with transaction.atomic(savepoint=False):
            newest = self if self.is_held else Draft.objects.select_for_update().get(pk=self.pk)
            if newest.is_sent:
                self.sent_reference = newest.sent_reference
                return False
            request.submission = self.pk
            request.arrive(words, own_plan)
            self.sent_reference = request.reference
            self.data = self._receipt(request)
            self.save(update_fields=["sent_reference", "data", "updated_at"])
        return True

    def _receipt(self, request: ConversationRequest) -> dict[str, str]:
        """What the page after sending shows, and the way to the request; no answers any more."""
        promised = dues(request.team, request.arrived_at)
        return {
            "contact_by": promised[ClockKind.CONTACT].isoformat(),
            "plan_by": promised[ClockKind.OWN_PLAN].isoformat(),
            "email": request.email,
            "key": request.lookup_keys[0],
        }


def _storable(value: str) -> str:
    """PostgreSQL keeps no NUL in its texts."""
    return value.replace("\x00", "")[:LONGEST]
