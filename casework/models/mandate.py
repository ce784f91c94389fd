"""A decision that the table may not take alone, put to someone, with a clock."""

import uuid
from datetime import date, timedelta

from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework.choices import MandateAnswer
from casework.models.case_files import CaseFile
from casework.models.differences import Difference
from casework.models.seats import Seat
from casework.querysets_friction import MandateQuerySet
from casework.workflow import NotAllowed, SomebodyWasFirst, verb
from wijkteam.choices import LifeDomain
from wijkteam.rows import Row

DAYS_TO_ANSWER = 14


def answer_by() -> date:
    return timezone.localdate() + timedelta(days=DAYS_TO_ANSWER)


class MandateQuestion(Row):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="mandate_questions")
    life_domain = models.CharField(
        _("leefgebied"), max_length=12, choices=LifeDomain.choices, blank=True
    )
    difference = models.ForeignKey(
        Difference, models.PROTECT, null=True, blank=True, related_name="mandate_questions"
    )
    words = models.CharField(_("wat moet er beslist worden"), max_length=300)
    amount = models.DecimalField(
        _("bedrag in euro"), max_digits=9, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    # Empty as long as nobody knows whom to ask: then no clock runs, and it says so on the page.
    asked_to = models.CharField(_("aan wie"), max_length=120, blank=True)
    # Who at the table keeps asking.
    holder = models.ForeignKey(
        Seat, models.PROTECT, related_name="+", verbose_name=_("wie houdt dit in de gaten")
    )
    written_at = models.DateTimeField(default=timezone.now)
    asked_at = models.DateTimeField(null=True, blank=True)
    asked_by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    due = models.DateField(_("antwoord uiterlijk"), null=True, blank=True)
    answer = models.CharField(
        _("antwoord"), max_length=10, choices=MandateAnswer.choices, blank=True
    )
    answer_words = models.TextField(_("wat er beslist is"), max_length=1000, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")

    objects = MandateQuerySet.as_manager()
    kept_by: Seat  # on a page: the holder, or the coordinator when the holder left the table

    class Meta:
        ordering = ["asked_at"]
        verbose_name = _("mandaatvraag")
        verbose_name_plural = _("mandaatvragen")
        constraints = [
            models.CheckConstraint(
                name="mandate_asked_whole",
                condition=models.Q(asked_to="", asked_at=None, due=None)
                | models.Q(~models.Q(asked_to=""), asked_at__isnull=False, due__isnull=False),
            ),
            models.CheckConstraint(
                name="mandate_amount_above_nothing",
                condition=models.Q(amount__isnull=True) | models.Q(amount__gt=0),
            ),
            models.CheckConstraint(
                name="mandate_answer_whole",
                condition=models.Q(answer="", answered_at=None, answered_by=None, answer_words="")
                | models.Q(
                    ~models.Q(answer=""), answered_at__isnull=False, answered_by__isnull=False
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    def ask(self) -> None:
        """Put it to someone; without a name it lies here until somebody knows whom to ask. What the
        table may decide itself it does not have to ask."""
        limit = self.case_file.team.may_decide_up_to
        if self.amount is not None and self.amount <= limit:
            raise NotAllowed(
                __("Tot en met € %(limit)s beslist deze tafel zelf. Maak er een afspraak van.")
                % {"limit": f"{limit:.2f}".replace(".", ",")}
            )
        with verb():
            self.case_file.touch()
            if self.difference:
                self.life_domain = self.difference.life_domain
            self.due = (self.due or answer_by()) if self.asked_to else None
            self.asked_at = timezone.now() if self.asked_to else None
            self.save(force_insert=True)

    def put_to(self, asked_to: str, due: date | None = None) -> None:
        """Now somebody knows whom to ask: from here on the clock runs. Once."""
        with verb():
            self.case_file.touch()
            lying = MandateQuestion.objects.unanswered().filter(pk=self.pk, asked_at=None)
            if not lying.update(asked_to=asked_to, due=due or answer_by(), asked_at=timezone.now()):
                raise SomebodyWasFirst(__("Een collega heeft dit al gevraagd."))

    def settle(self, seat: Seat, answer: str, words: str) -> None:
        """What was decided, once."""
        with verb():
            self.case_file.touch()
            waiting = MandateQuestion.objects.unanswered().filter(pk=self.pk)
            if not waiting.update(
                answer=answer, answer_words=words, answered_at=timezone.now(), answered_by=seat
            ):
                raise SomebodyWasFirst(__("Dit antwoord staat er al."))

    @property
    def days_waited(self) -> int:
        if self.asked_at is None:
            return 0
        end = self.answered_at or timezone.now()
        return (timezone.localtime(end).date() - timezone.localtime(self.asked_at).date()).days

    def is_late(self, on: date | None = None) -> bool:
        today = on or timezone.localdate()
        return self.answered_at is None and self.due is not None and self.due < today
