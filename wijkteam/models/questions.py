"""A resident asks why someone looked, and the privacy officer answers within a week."""

import uuid
from datetime import date, timedelta

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteam import letters
from wijkteam.choices import Language
from wijkteam.models.access import AccessLog
from wijkteam.models.people import User

DAYS_TO_ANSWER = 7


def _answer_by() -> date:
    return timezone.localdate() + timedelta(days=DAYS_TO_ANSWER)


class AccessQuestionQuerySet(models.QuerySet["AccessQuestion"]):
    def visible_to(self, user: User) -> "AccessQuestionQuerySet":
        """The officer sees all, a resident the own."""
        if user.has_perm("wijkteam.view_access_log"):
            return self.all()
        return self.filter(asked_by=user)

    def waiting(self) -> "AccessQuestionQuerySet":
        """The one that must be answered first stands on top."""
        return self.filter(answered_at__isnull=True).order_by("due", "asked_at")

    def answered(self) -> "AccessQuestionQuerySet":
        return self.filter(answered_at__isnull=False).order_by("-answered_at")


class AccessQuestion(models.Model):
    """Why did this person look? Asked once per row of the log."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    row = models.ForeignKey(AccessLog, models.PROTECT, related_name="questions")
    asked_by = models.ForeignKey("wijkteam.User", models.PROTECT, related_name="+")
    # Copied from the account, which the officer may not read.
    name = models.CharField(_("naam"), max_length=120)
    email = models.EmailField(_("e-mailadres"), blank=True)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.NL)
    words = models.TextField(_("vraag"), max_length=1000, blank=True)
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)
    due = models.DateField(_("antwoord uiterlijk"), default=_answer_by)
    answered_at = models.DateTimeField(_("beantwoord op"), null=True)
    answer_words = models.TextField(_("antwoord"), max_length=2000, blank=True)
    answered_by = models.ForeignKey("wijkteam.User", models.PROTECT, null=True, related_name="+")

    objects = AccessQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("vraag over inzage")
        verbose_name_plural = _("vragen over inzage")
        constraints = [
            models.UniqueConstraint(fields=["row", "asked_by"], name="access_question_once"),
            models.CheckConstraint(
                name="access_question_answer_whole",
                condition=models.Q(answered_at=None, answered_by=None, answer_words="")
                | models.Q(answered_at__isnull=False, answered_by__isnull=False)
                & ~models.Q(answer_words=""),
            ),
        ]
        indexes = [
            models.Index(
                fields=["due"],
                condition=models.Q(answered_at__isnull=True),
                name="access_question_waiting",
            ),
            models.Index(fields=["-answered_at"], name="access_question_answered"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.asked_at:%d-%m-%Y}"

    @classmethod
    def ask(cls, row: AccessLog, by: User, words: str = "") -> "AccessQuestion":
        """Ask about one look. Asking twice finds the first question."""
        question = cls(row=row, asked_by=by, name=by.name, email=by.email or "",
                       language=by.language, words=words)  # fmt: skip
        try:
            with transaction.atomic():
                question.save(force_insert=True)
                letters.asked(question)
        except IntegrityError as error:
            if "access_question_once" not in str(error):
                raise
            return AccessQuestion.objects.get(row=row, asked_by=by)
        return question

    def answer(self, by: User, words: str) -> bool:
        """Answer, and tell the resident so. False when a colleague was first: theirs stays."""
        with transaction.atomic():
            waiting = AccessQuestion.objects.filter(pk=self.pk, answered_at__isnull=True)
            if not waiting.update(answered_at=timezone.now(), answered_by=by, answer_words=words):
                return False
            letters.answered(self)
        return True

    def is_late(self) -> bool:
        return self.answered_at is None and self.due < timezone.localdate()
