"""What we ask people: at most five questions and one open one, in versions that never change."""

from dataclasses import dataclass

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from monitor.choices import Audience, Kind, Occasion, Quality

MOST_QUESTIONS = 6  # five, and one open


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
    def may_be_typed(self) -> bool:
        """What the municipality thinks of itself, it says itself."""
        return self.audience != Audience.MUNICIPALITY

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
