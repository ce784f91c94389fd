"""Helping without joining: a neighbour or a caretaker gets one action, and a link that works until
it is done.

The link opens that one action and nothing else. The database keeps a keyed hash of its secret, and
gives a stranger no table at all: two functions in `locks_helping.sql` show the one action and take
its answer.
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
from casework.choices import ActionKind
from casework.models.actions import Action
from casework.models.case_files import CaseFile
from casework.models.households import NetworkPerson
from casework.models.seats import Seat
from casework.querysets import InFileQuerySet
from casework.workflow import NotAllowed, verb
from network.models import VindplaatsContact
from wijkteam import database, references
from wijkteam.choices import Language, LifeDomain
from wijkteam.models import User
from wijkteam.models.people import KeptField
from wijkteam.roles import GROUP_ROLES

WORKS = timedelta(days=30)


class LinkKeyField(KeptField, models.CharField):
    """What opens a link for the database. Nobody who reads the plan has a right to read it."""

    kept_from = {*GROUP_ROLES}


class ActionLink(models.Model):
    """That an action was sent to its owner, and until when the link works."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="+")
    action = models.ForeignKey(Action, models.CASCADE, related_name="links")
    life_domain = models.CharField(max_length=12, choices=LifeDomain.choices, blank=True)
    secret = LinkKeyField(max_length=64, unique=True)
    # The hash of what is read aloud on the phone: for the desk of the own team only.
    code = LinkKeyField(max_length=64, unique=True, null=True)
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
        same action stops working. Who rather calls reads a code aloud."""
        if action.helper_seat is None or action.done_at:
            raise NotAllowed(_("Deze afspraak kan niet worden verstuurd."))
        token, code = secrets.token_urlsafe(24), references.new_reference()
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
                code=hashed_code(code),
                sent_at=now,
                sent_by=by,
                expires_at=now + WORKS,
            ).save(force_insert=True)
            to = (email, known_language(action))
            letters.action_for_helper(action, by, to, token, code, now + WORKS)

    @classmethod
    def send_of_itself(cls, action: Action, by: User) -> None:
        """What a helper was just asked to do leaves at once, to the address that is known; waiting
        and celebrating are no question."""
        if action.helper_seat and action.kind in (ActionKind.DO, ActionKind.ARRANGE):
            cls.send(action, by, known_address(action))

    @staticmethod
    def send_next() -> bool:
        """The next one of an action that comes back, once; the database chooses it and marks it
        (casework_send_next in locks_helping.sql). False when none is left."""
        token, code, until = secrets.token_urlsafe(24), references.new_reference(), _until()
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT * FROM casework_send_next(%s, %s, %s)",
                (hashed(token), hashed_code(code), until),
            )
            row = cursor.fetchone()
        if row is None:
            return False
        household, team, helper, email, language, words, due, sent_by = row
        action = Action(
            words=words, due=due, owner=Seat(name=helper),
            case_file=CaseFile(household_id=household, team_id=team),
        )  # fmt: skip
        by = User.objects.get(pk=sent_by)
        letters.action_for_helper(action, by, (email, language), token, code, until)
        return True


def _until() -> datetime:
    return timezone.now() + WORKS


def known_address(action: Action) -> str:
    """What the table or the network knows; empty when nothing is known."""
    owner = action.owner
    if owner.network_person_id:
        people = NetworkPerson.objects.filter(pk=owner.network_person_id)
        return people.values_list("email", flat=True).first() or ""
    if owner.contact_id is None:
        return ""
    contacts = VindplaatsContact.objects.filter(pk=owner.contact_id)
    return contacts.values_list("email", flat=True).first() or ""


def known_language(action: Action) -> str:
    """That of the own account, which some contacts have; of a neighbour we know none."""
    if action.owner.contact_id is None:
        return Language.NL
    contact = VindplaatsContact.objects.filter(pk=action.owner.contact_id)
    return contact.values_list("user__language", flat=True).first() or Language.NL


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
        return cls._opened_by(hashed(token))

    @classmethod
    def by_code(cls, code: str) -> "LinkedAction | None":
        """The same, read aloud on the phone to someone of the team whose table it is."""
        return cls._opened_by(hashed_code(code))

    @classmethod
    def _opened_by(cls, secret: str) -> "LinkedAction | None":
        database.secret(secret)
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM casework_linked_action()")
            row = cursor.fetchone()
        return cls(*row) if row else None

    @staticmethod
    def answer(token: str, is_done: bool, words: str) -> bool:
        """A yes once; "not yet" may come before it. False when someone was first, or the file was
        closed meanwhile, or this goes on all day."""
        return LinkedAction._answer(hashed(token), is_done, words)

    @staticmethod
    def answer_by_code(code: str, is_done: bool, words: str, by: User) -> bool:
        """The helper's own answer, with who picked up the phone."""
        said = _("Aan de telefoon, opgeschreven door %(name)s.") % {"name": by.name}
        return LinkedAction._answer(hashed_code(code), is_done, f"{said}\n{words}".strip())

    @staticmethod
    def _answer(secret: str, is_done: bool, words: str) -> bool:
        database.secret(secret)
        with connection.cursor() as cursor:
            cursor.execute("SELECT casework_answer_action(%s, %s)", [is_done, words])
            return bool(cursor.fetchone()[0])


def hashed_code(code: str) -> str:
    return references.key("action code", code)


def hashed(token: str) -> str:
    """Who reads the table cannot make a link out of it."""
    text = f"action link\x1f{token}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), text, sha256).hexdigest()
