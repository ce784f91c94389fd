"""Helping without joining: a neighbour or a caretaker gets one action, and a link that works once.

The link opens that one action and nothing else. The database keeps a keyed hash of its secret, and
gives a stranger no table at all: two functions in `locks_helping.sql` show the one action and take
the one answer.
"""

import hmac
import secrets
import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.db import connection, models
from django.utils import timezone
from django.utils.translation import gettext as _

from casework import letters
from casework.models.actions import Action
from casework.models.case_files import CaseFile
from casework.querysets import InFileQuerySet
from casework.workflow import NotAllowed, verb
from wijkteam import database
from wijkteam.choices import LifeDomain, MessageKind
from wijkteam.models import User

WORKS = timedelta(days=30)


class ActionLink(models.Model):
    """That an action was sent to its owner, and until when the link works."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="+")
    action = models.ForeignKey(Action, models.CASCADE, related_name="links")
    life_domain = models.CharField(max_length=12, choices=LifeDomain.choices, blank=True)
    secret = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField(default=timezone.now)
    sent_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    objects = InFileQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        return f"{self.action_id} {self.sent_at:%d-%m-%Y}"

    @classmethod
    def send(cls, action: Action, by: User, email: str, key: uuid.UUID | None = None) -> None:
        """By mail, or without an address as a letter for the team to print. An older link to the
        same action stops working."""
        if action.helper_seat is None or action.done_at:
            raise NotAllowed(_("Deze afspraak kan niet worden verstuurd."))
        token = secrets.token_urlsafe(24)
        now = timezone.now()
        with verb():
            action.case_file.touch()
            cls.objects.filter(action=action, used_at__isnull=True).update(used_at=now)
            cls(
                id=key or uuid.uuid4(),
                case_file=action.case_file,
                action=action,
                life_domain=action.life_domain,
                secret=hashed(token),
                sent_at=now,
                sent_by=by,
                expires_at=now + WORKS,
            ).save(force_insert=True)
            kind = MessageKind.MAIL if email else MessageKind.LETTER
            letters.action_for_helper(action, by, kind, email, token, now + WORKS)


@dataclass(frozen=True)
class LinkedAction:
    """All that the owner of a link gets to know."""

    household_id: uuid.UUID
    team_id: int
    helper: str
    asked_by: str
    words: str
    kind: str
    due: date | None
    expires_at: datetime

    @classmethod
    def behind(cls, token: str) -> "LinkedAction | None":
        """The action that this link opens now; None when it was used, is old, or never was."""
        database.secret(hashed(token))
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM casework_linked_action()")
            row = cursor.fetchone()
        return cls(*row) if row else None

    @staticmethod
    def answer(token: str, is_done: bool, words: str) -> bool:
        """Once. False when someone was first, or the file was closed meanwhile."""
        database.secret(hashed(token))
        with connection.cursor() as cursor:
            cursor.execute("SELECT casework_answer_action(%s, %s)", [is_done, words])
            return bool(cursor.fetchone()[0])


def hashed(token: str) -> str:
    """Who reads the table cannot make a link out of it."""
    text = f"action link\x1f{token}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), text, sha256).hexdigest()
