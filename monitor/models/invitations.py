"""Asking someone once. An invitation never says who that is.

It knows neither name nor case file: only the hash of a token that the link carries. The token is
made from the occasion with our secret key, so that a reminder can be sent without keeping it.
"""

import hmac
import uuid
from collections.abc import Mapping
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from monitor.choices import Band, Way
from monitor.models.answers import Answer
from monitor.models.questionnaires import Place, Questionnaire
from monitor.models.stories import Story
from wijkteam.models import Neighbourhood, Team

DAYS_TO_ANSWER = 42
DAYS_TO_REMINDER = 10


class AlreadyAnswered(Exception):
    """This invitation was used before, perhaps a second ago by a second click."""


def token_of(key: str) -> str:
    """The same every time for one occasion, and unguessable: 130 bits of a keyed hash."""
    made = hmac.new(settings.SECRET_KEY.encode(), f"vragen\x1f{key}".encode(), sha256)
    return f"{int(made.hexdigest(), 16):x}"[-33:].zfill(33)


def hash_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self, on: date | None = None) -> "InvitationQuerySet":
        return self.filter(answered=False, expires_on__gte=on or timezone.localdate())


class Invitation(models.Model):
    """Someone may answer once. Who that is stands nowhere."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    questionnaire = models.ForeignKey(Questionnaire, models.PROTECT, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, null=True, related_name="+")
    band = models.CharField(max_length=6, choices=Band.choices, blank=True)
    way = models.CharField(max_length=5, choices=Way.choices, default=Way.LINK)
    made_on = models.DateField(default=timezone.localdate)
    expires_on = models.DateField()
    reminded_on = models.DateField(null=True)
    answered = models.BooleanField(default=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["team", "made_on"], name="invitation_team")]

    def __str__(self) -> str:
        return f"{self.questionnaire} ({self.made_on})"

    @classmethod
    def make(
        cls, questionnaire: Questionnaire, key: str, place: Place, way: str = Way.LINK
    ) -> "Invitation | None":
        """Once per occasion; None when it was made before."""
        today = timezone.localdate()
        made = cls(
            questionnaire=questionnaire,
            token_hash=hash_of(token_of(key)),
            team_id=place.team_id,
            neighbourhood_id=place.neighbourhood_id,
            band=place.band,
            way=way,
            made_on=today,
            expires_on=today + timedelta(days=DAYS_TO_ANSWER),
        )
        if cls.objects.filter(token_hash=made.token_hash).exists():
            return None
        Invitation.objects.bulk_create([made], ignore_conflicts=True)
        return made

    @property
    def is_open(self) -> bool:
        return not self.answered and self.expires_on >= timezone.localdate()

    def remind(self, today: date) -> bool:
        """True once, when it is time and no answer came."""
        late = today - timedelta(days=DAYS_TO_REMINDER)
        waiting = Invitation.objects.open(today).filter(pk=self.pk, reminded_on=None)
        return bool(waiting.filter(made_on__lte=late).update(reminded_on=today))

    def answer(
        self, said: Mapping[int, Any], title: str = "", code: str = "", reason: str = ""
    ) -> None:
        """Keep the answers (question key -> mark or words), and close the door behind them.

        With a title the open answer also becomes a story, released by whoever writes it here and
        taken back with the code.
        """
        place = Place(self.team_id, self.neighbourhood_id, self.band)
        with transaction.atomic():
            row = Invitation.objects.select_for_update().only("answered", "expires_on")
            if not row.get(pk=self.pk).is_open:
                raise AlreadyAnswered
            words = next((value for value in said.values() if isinstance(value, str)), "")
            if title and words:
                Story.from_answer(words, title, self.questionnaire.audience, code)
            Answer.keep(self.questionnaire, said, place, reason)
            Invitation.objects.filter(pk=self.pk).update(answered=True)

    @classmethod
    def enter(
        cls, asked: Questionnaire, said: Mapping[int, Any], place: Place, way: str,
        reason: str = "", title: str = "", code: str = "",
    ) -> None:  # fmt: skip
        """Typed in by the team, from paper or the telephone; counted as asked and answered.

        With a title the words also become a story, as in `answer`.
        """
        today = timezone.localdate()
        words = next((value for value in said.values() if isinstance(value, str)), "")
        with transaction.atomic():
            if title and words:
                Story.from_answer(words, title, asked.audience, code)
            Answer.keep(asked, said, place, reason)
            entered = cls(
                questionnaire=asked, token_hash=hash_of(str(uuid.uuid4())),
                team_id=place.team_id, neighbourhood_id=place.neighbourhood_id,
                way=way, made_on=today, expires_on=today, answered=True,
            )  # fmt: skip
            Invitation.objects.bulk_create([entered])
