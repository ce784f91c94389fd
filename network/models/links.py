"""A link that lets somebody without an account pass on one signal, and read what came of it."""

import hashlib
import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network import letters
from network.models.people import VindplaatsContact
from network.models.signal import Signal
from network.querysets import LinkQuerySet
from wijkteam import database
from wijkteam.models import Neighbourhood, User

DAYS_TO_SEND = 14
DAYS_TO_READ = 90


def hashed(token: str) -> str:
    """What the database keeps. The token has 192 bits of chance, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def last_day() -> datetime:
    return timezone.now() + timedelta(days=DAYS_TO_SEND)


@dataclass(frozen=True)
class LinkSender:
    """For whom a link speaks, as a stranger with the link may know it."""

    contact_id: uuid.UUID
    contact_name: str
    vindplaats_id: uuid.UUID
    place: str
    neighbourhood_id: int | None
    holder_name: str
    holder_id: int | None
    holder_language: str

    @property
    def neighbourhood(self) -> Neighbourhood | None:
        return Neighbourhood.objects.filter(pk=self.neighbourhood_id or 0).first()


class SignalLink(models.Model):
    """Good for one signal. The token itself stands in a mail or on paper, never here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    contact = models.ForeignKey(VindplaatsContact, models.CASCADE, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField(default=last_day)
    used_at = models.DateTimeField(null=True, editable=False)
    signal = models.OneToOneField(Signal, models.CASCADE, null=True, editable=False)

    objects = LinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("eenmalige link")
        verbose_name_plural = _("eenmalige links")
        constraints = [
            models.CheckConstraint(
                name="link_used_with_signal",
                condition=models.Q(used_at__isnull=True, signal__isnull=True)
                | models.Q(used_at__isnull=False, signal__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.made_at:%d-%m-%Y}"

    @classmethod
    def make(cls, contact: VindplaatsContact, by: User) -> str:
        """A new link for this person; mailed when we have an address. Returns the token, once."""
        token = secrets.token_urlsafe(24)
        link = cls(contact=contact, made_by=by, token_hash=hashed(token))
        with transaction.atomic():
            link.save(force_insert=True)
            letters.send_link(contact, token, by, link.expires_at)
        return token

    @classmethod
    def open(cls, token: str) -> "SignalLink | None":
        """The link of this token, for the rest of this transaction; None when it opens nothing."""
        database.secret(hashed(token))
        link = cls.objects.filter(token_hash=hashed(token)).first()
        return link if link and link.can_read else None

    @property
    def can_read(self) -> bool:
        """Also after sending, so that the sender hears what came of it."""
        until = (self.used_at or self.expires_at) + timedelta(days=DAYS_TO_READ)
        return until > timezone.now()

    def sender(self) -> LinkSender | None:
        """Whoever the link was made for; the database tells no more than this."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM network_link_sender()")
            row = cursor.fetchone()
        return LinkSender(*row) if row else None

    def use(self, signal: Signal, sender: LinkSender) -> bool:
        """Send this signal with the link. False when it was used before, or a moment ago."""
        with transaction.atomic():
            signal.send(letters.Holder.of_link(sender))
            used = SignalLink.objects.filter(pk=self.pk, used_at__isnull=True).update(
                used_at=timezone.now(), signal=signal
            )
            if not used:
                transaction.set_rollback(True)
            return bool(used)
