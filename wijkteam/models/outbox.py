"""Messages to people: written in the transaction of what they announce, sent once by the worker.

The row is the truth. Celery and Redis only wake the sender up; without them `send_waiting`
(every quarter of a minute, or by hand) finds the same rows.
"""

import logging
import time
import uuid
from datetime import datetime, timedelta

from celery import current_app
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from kombu.exceptions import OperationalError

from wijkteam.choices import Language, MessageKind, MessageStatus

MOST_ATTEMPTS = 8
LATE = timedelta(hours=1)
SECONDS_BETWEEN_NUDGES = 0.25
_nudged = 0.0  # when this process did so last
log = logging.getLogger(__name__)


class OutboxQuerySet(models.QuerySet["OutboxMessage"]):
    def due(self) -> "OutboxQuerySet":
        """What may be sent by machine now, oldest first."""
        return self.filter(
            status=MessageStatus.WAITING,
            kind__in=[MessageKind.MAIL, MessageKind.SMS],
            send_after__lte=timezone.now(),
        ).order_by("send_after", "created_at")

    def for_hand(self) -> "OutboxQuerySet":
        """Letters to print and people to call: a person does these."""
        return self.filter(
            status=MessageStatus.WAITING, kind__in=[MessageKind.LETTER, MessageKind.CALL]
        )

    def for_somebody(self) -> "OutboxQuerySet":
        """What a person does, and the mails that came back."""
        return self.for_hand() | self.failed()

    def not_followed_up(self) -> "OutboxQuerySet":
        """What did not arrive about a request, and nobody was asked to do by hand."""
        return (
            self.failed()
            .filter(
                kind__in=[MessageKind.MAIL, MessageKind.SMS],
                request_id__isnull=False,
                followed_up_at__isnull=True,
            )
            .select_for_update(skip_locked=True)
        )

    def mark_bounced(self, pk: uuid.UUID, reason: str) -> int:
        """Sent, and came back. A second notice about the same message changes nothing."""
        sent = self.filter(pk=pk, kind=MessageKind.MAIL, status=MessageStatus.SENT)
        return sent.update(status=MessageStatus.FAILED, error=f"kwam terug: {reason}"[:300])

    def failed(self) -> "OutboxQuerySet":
        return self.filter(status=MessageStatus.FAILED)

    def take_one(self) -> "OutboxMessage | None":
        """Lock the oldest due message for this transaction; rows others hold are skipped."""
        return self.due().select_for_update(skip_locked=True).first()

    def post(
        self,
        *,
        kind: str,
        to: str,
        subject: str,
        body: str,
        language: str = Language.NL,
        team_id: int | None = None,
        request_id: uuid.UUID | None = None,
        household_id: uuid.UUID | None = None,
        person_id: uuid.UUID | None = None,
        colleague_id: int | None = None,
        about_id: uuid.UUID | None = None,
        send_after: datetime | None = None,
        calendar: str = "",
    ) -> None:
        """Write a message in the current transaction. Returns nothing: writers cannot read it."""
        message = OutboxMessage(
            kind=kind, to=to, subject=subject, body=body, language=language, team_id=team_id,
            request_id=request_id, household_id=household_id, person_id=person_id,
            colleague_id=colleague_id, about_id=about_id, calendar=calendar,
            send_after=send_after or timezone.now(),
        )  # fmt: skip
        # bulk_create with a key made here: no RETURNING, so INSERT is the only right needed.
        OutboxMessage.objects.bulk_create([message])

    def wake(self) -> None:
        """After the commit, ask the worker to send now. Without Redis, beat finds the row later."""
        transaction.on_commit(_wake_worker, robust=True)


def _wake_worker() -> None:
    """Never more than a nudge: it may fail, but not hold up the page.

    In a rush one nudge serves all: the worker takes whatever is due, and beat finds the rest.
    """
    global _nudged
    now = time.monotonic()
    if now - _nudged < SECONDS_BETWEEN_NUDGES:
        return
    _nudged = now
    try:
        current_app.send_task("wijkteam.send_waiting", retry=False, expires=60)
    except (OperationalError, OSError) as error:
        log.warning("The worker could not be woken: %s", error)


class OutboxMessage(models.Model):
    """One message to one person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("soort"), max_length=10, choices=MessageKind.choices)
    to = models.CharField(_("aan"), max_length=320)
    subject = models.CharField(_("onderwerp"), max_length=200)
    body = models.TextField(_("tekst"))
    # An appointment that goes with a mail, as a calendar file.
    calendar = models.TextField(blank=True)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.NL)
    team = models.ForeignKey("wijkteam.Team", models.PROTECT, null=True, related_name="+")
    request_id = models.UUIDField(null=True)
    household_id = models.UUIDField(null=True)
    # Somebody of that household, whose address the writer may not know: the database fills in `to`.
    person_id = models.UUIDField(null=True)
    # One of our people, whose address a resident does not read: filled in by the database as well.
    colleague_id = models.BigIntegerField(null=True)
    # What it tells of, when that is no request and no plan: what somebody asked about the own data,
    # a signal, a gathering. Whoever may see that one, and nobody else, does it by hand.
    about_id = models.UUIDField(null=True)
    status = models.CharField(
        max_length=10, choices=MessageStatus.choices, default=MessageStatus.WAITING
    )
    created_at = models.DateTimeField(default=timezone.now)
    send_after = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField(null=True)
    # What did not arrive was handed to a person.
    followed_up_at = models.DateTimeField(null=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]
        constraints = [
            models.CheckConstraint(
                name="outbox_sent_has_time",
                condition=models.Q(status=MessageStatus.SENT, sent_at__isnull=False)
                | ~models.Q(status=MessageStatus.SENT),
            ),
            models.CheckConstraint(
                name="outbox_to_person_by_mail",
                condition=models.Q(person_id__isnull=True) | models.Q(kind=MessageKind.MAIL),
            ),
            # Otherwise no page shows it, and nobody ever prints it or calls.
            models.CheckConstraint(
                name="outbox_by_hand_has_a_page",
                condition=~models.Q(kind__in=[MessageKind.LETTER, MessageKind.CALL])
                | models.Q(request_id__isnull=False)
                | models.Q(household_id__isnull=False)
                | models.Q(about_id__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["send_after"],
                condition=models.Q(status=MessageStatus.WAITING),
                name="outbox_waiting",
            ),
            models.Index(fields=["request_id"], name="outbox_request"),
            models.Index(
                fields=["to"], condition=models.Q(status=MessageStatus.FAILED), name="outbox_failed"
            ),
            models.Index(
                fields=["about_id"],
                condition=models.Q(about_id__isnull=False),
                name="outbox_about",
            ),
        ]

    @property
    def address_lines(self) -> list[str]:
        """Of a letter: the name, the street and the postcode, each on a line of its own."""
        return self.to.split(", ")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.created_at:%d-%m-%Y %H:%M}"

    @property
    def is_late(self) -> bool:
        """It left, or still waits, long after it was written: the worker or the server was away."""
        return (self.sent_at or timezone.now()) - self.created_at > LATE

    @property
    def was_late(self) -> bool:
        by_machine = self.kind in {MessageKind.MAIL, MessageKind.SMS}
        return by_machine and self.sent_at is not None and self.is_late

    def mark_followed_up(self) -> None:
        self.followed_up_at = timezone.now()
        self.save(update_fields=["followed_up_at"])

    def mark_sent(self) -> None:
        self.status = MessageStatus.SENT
        self.sent_at = timezone.now()
        self.attempts += 1
        self.error = ""
        self.save(update_fields=["status", "sent_at", "attempts", "error"])

    def mark_tried(self, error: str) -> None:
        """Try again later, each time later; after many tries it stays visible as failed."""
        self.attempts += 1
        self.error = error[:300]
        if self.attempts >= MOST_ATTEMPTS:
            self.status = MessageStatus.FAILED
        self.send_after = timezone.now() + timedelta(seconds=15 * 2**self.attempts)
        self.save(update_fields=["attempts", "error", "status", "send_after"])
