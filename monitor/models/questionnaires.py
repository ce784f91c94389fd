"""What we ask people, and what they answered. An answer never says whose it is.

An invitation knows neither name nor case file: only the hash of a token that the link carries. The
token is made from the occasion with our secret key, so that a reminder can be sent without keeping
it. An answer knows neither invitation nor day; each night the answers are put in another order.
"""

import hmac
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from monitor.choices import Audience, Band, Kind, Occasion, Quality, Way
from monitor.models.stories import Story
from wijkteam.models import Neighbourhood, Team, User

DAYS_TO_ANSWER = 42
DAYS_TO_REMINDER = 10
MOST_QUESTIONS = 6  # five, and one open
NOT_CONTENT = 5  # this mark or lower


class AlreadyAnswered(Exception):
    """This invitation was used before, perhaps a second ago by a second click."""


class QuestionnaireQuerySet(models.QuerySet["Questionnaire"]):
    def current(self) -> "QuestionnaireQuerySet":
        """The latest version for each audience and occasion."""
        return self.order_by("audience", "occasion", "-version").distinct("audience", "occasion")


class Questionnaire(models.Model):
    """One version of the questions to one audience. Never changed, only succeeded."""

    audience = models.CharField(_("aan wie"), max_length=12, choices=Audience.choices)
    occasion = models.CharField(_("wanneer"), max_length=12, choices=Occasion.choices)
    version = models.PositiveSmallIntegerField(_("versie"), default=1)
    title = models.CharField(_("titel"), max_length=120)
    since = models.DateField(default=timezone.localdate)

    objects = QuestionnaireQuerySet.as_manager()

    class Meta:
        ordering = ["audience", "occasion", "-version"]
        verbose_name = _("vragenlijst")
        verbose_name_plural = _("vragenlijsten")
        permissions = [("enter_answers", _("Mag antwoorden van papier of telefoon invoeren"))]
        constraints = [
            models.UniqueConstraint(
                fields=["audience", "occasion", "version"], name="questionnaire_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_audience_display()}, {self.get_occasion_display()}"

    @property
    def said_title(self) -> str:
        """In the language of the page; titles of our own making stand in the catalogue."""
        return gettext(self.title)


class Question(models.Model):
    """At most five with a mark, and one open one, which comes last."""

    questionnaire = models.ForeignKey(Questionnaire, models.PROTECT, related_name="questions")
    number = models.PositiveSmallIntegerField(_("nummer"))
    kind = models.CharField(_("soort"), max_length=6, choices=Kind.choices)
    quality = models.CharField(
        _("kwaliteit"), max_length=14, choices=Quality.choices, blank=True, default=""
    )
    words = models.CharField(_("vraag"), max_length=200)
    # The item of the yearly client-experience survey (Wmo) that this one can be laid beside.
    standard = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["questionnaire", "number"]
        constraints = [
            models.UniqueConstraint(fields=["questionnaire", "number"], name="question_number"),
            models.CheckConstraint(
                name="question_at_most_six",
                condition=models.Q(number__range=(1, MOST_QUESTIONS - 1)) & ~models.Q(kind="open")
                | models.Q(number=MOST_QUESTIONS, kind="open"),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def said(self) -> str:
        return gettext(self.words)


@dataclass(frozen=True)
class Place:
    """All that an answer knows of where it came from."""

    team_id: int | None
    neighbourhood_id: int | None = None
    band: str = ""


def quarter_of(day: date) -> int:
    return (day.month - 1) // 3 + 1


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
        cls.objects.bulk_create([made], ignore_conflicts=True)
        return made

    @property
    def is_open(self) -> bool:
        return not self.answered and self.expires_on >= timezone.localdate()

    def remind(self, today: date) -> bool:
        """True once, when it is time and no answer came."""
        late = today - timedelta(days=DAYS_TO_REMINDER)
        waiting = Invitation.objects.open(today).filter(pk=self.pk, reminded_on=None)
        return bool(waiting.filter(made_on__lte=late).update(reminded_on=today))

    def answer(self, said: Mapping[int, Any], title: str = "", code: str = "") -> None:
        """Keep the answers (question key -> mark or words), and close the door behind them.

        With a title the open answer also becomes a story, released by who writes it here and
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
            Answer.keep(self.questionnaire, said, place)
            Invitation.objects.filter(pk=self.pk).update(answered=True)


class AnswerQuerySet(models.QuerySet["Answer"]):
    def visible_to(self, user: User) -> "AnswerQuerySet":
        """Single answers are read for their words, and by the own team alone."""
        teams = user.memberships.filter(until__isnull=True).values("team_id")
        return self.filter(team_id__in=teams).exclude(words="")

    def marks(self) -> "AnswerQuerySet":
        return self.filter(mark__isnull=False)


class Answer(models.Model):
    """One answer to one question: whose voice, which wijk, which quarter. Not who and not when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    question = models.ForeignKey(Question, models.PROTECT, related_name="answers")
    audience = models.CharField(max_length=12, choices=Audience.choices)
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, null=True, related_name="+")
    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    band = models.CharField(max_length=6, choices=Band.choices, blank=True)
    mark = models.PositiveSmallIntegerField(null=True)
    words = models.TextField(blank=True)
    # On the open answer: one of the marks beside it was low.
    not_content = models.BooleanField(default=False)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["year", "quarter", "audience"], name="answer_period")]
        constraints = [
            models.CheckConstraint(
                name="answer_mark_or_words",
                condition=models.Q(mark__range=(1, 10), words="")
                | models.Q(mark__isnull=True) & ~models.Q(words=""),
            ),
            models.CheckConstraint(
                name="answer_quarter", condition=models.Q(quarter__range=(1, 4))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}-{self.quarter}"

    @classmethod
    def keep(cls, questionnaire: Questionnaire, said: Mapping[int, Any], place: Place) -> None:
        """In any order: keys are made by chance, and the rows are written in theirs."""
        today = timezone.localdate()
        marks = [value for value in said.values() if isinstance(value, int)]
        low = any(mark <= NOT_CONTENT for mark in marks)
        rows = [
            cls(
                question_id=question,
                audience=questionnaire.audience,
                team_id=place.team_id,
                neighbourhood_id=place.neighbourhood_id,
                year=today.year,
                quarter=quarter_of(today),
                band=place.band,
                mark=value if isinstance(value, int) else None,
                words="" if isinstance(value, int) else value,
                not_content=low and not isinstance(value, int),
            )
            for question, value in said.items()
            if value
        ]
        cls.objects.bulk_create(sorted(rows, key=lambda row: row.pk))

    @classmethod
    def enter(cls, by: User, questionnaire: Questionnaire, said: Mapping[int, Any],
              place: Place, way: str) -> None:  # fmt: skip
        """Typed in by the team, from paper or the telephone; counted as asked and answered."""
        today = timezone.localdate()
        with transaction.atomic():
            cls.keep(questionnaire, said, place)
            entered = Invitation(
                questionnaire=questionnaire, token_hash=hash_of(str(uuid.uuid4())),
                team_id=place.team_id, neighbourhood_id=place.neighbourhood_id,
                way=way, made_on=today, expires_on=today, answered=True,
            )  # fmt: skip
            Invitation.objects.bulk_create([entered])

    @classmethod
    def mix(cls) -> int:
        """Write the answers of this quarter anew in another order, with other keys.

        Neither their place in the table nor the number of their transaction then tells which
        answers came together, or which invitation was closed at that moment. In one statement:
        of two at once, the second finds nothing to move.
        """
        today = timezone.localdate()
        kept = ", ".join(
            str(field.column) for field in cls._meta.concrete_fields if field.name != "id"
        )
        with connection.cursor() as cursor:
            cursor.execute(
                f"WITH gone AS (DELETE FROM monitor_answer WHERE year = %s AND quarter = %s"  # noqa: S608 - column names of our own
                f" RETURNING *) INSERT INTO monitor_answer (id, {kept})"
                f" SELECT gen_random_uuid(), {kept} FROM gone ORDER BY gen_random_uuid()",
                [today.year, quarter_of(today)],
            )
            return cursor.rowcount
