"""The conversation about a figure: one asks, the other answers, and both are kept with it."""

import uuid
from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from monitor.choices import Side
from wijkteam.models import User

DAYS_TO_ANSWER = 21


class RemarkQuerySet(models.QuerySet["Remark"]):
    # What both sides read: nobody's name, only which side spoke.
    PUBLIC = ("id", "indicator", "side", "words", "asked_at", "due", "answer", "answered_at")

    def visible_to(self, user: User) -> "RemarkQuerySet":
        """Who may see what was released may see what was said about it."""
        return self.all() if user.has_perm("monitor.view_releases") else self.none()

    def public(self) -> "RemarkQuerySet":
        return self.only(*self.PUBLIC)

    def open(self) -> "RemarkQuerySet":
        return self.filter(answered_at__isnull=True)

    def to(self, side: str) -> "RemarkQuerySet":
        """Put to this side, by the other."""
        return self.exclude(side=side)

    def about(self, indicator: str) -> "RemarkQuerySet":
        return self.filter(indicator=indicator)


class Remark(models.Model):
    """One question and its answer. Neither is changed or removed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    indicator = models.CharField(max_length=40, blank=True)
    side = models.CharField(_("wie vraagt"), max_length=12, choices=Side.choices)
    words = models.TextField(_("uw vraag"))
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    due = models.DateField()
    answer = models.TextField(_("antwoord"), blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    objects = RemarkQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        verbose_name = _("vraag bij een cijfer")
        verbose_name_plural = _("vragen bij cijfers")
        permissions = [
            ("ask_as_municipality", _("Mag vragen en antwoorden namens de gemeente")),
            ("ask_as_team", _("Mag vragen en antwoorden namens het wijkteam")),
        ]
        constraints = [
            models.CheckConstraint(
                name="remark_answer_has_time",
                condition=models.Q(answer="", answered_at__isnull=True, answered_by__isnull=True)
                | ~models.Q(answer="")
                & models.Q(answered_at__isnull=False, answered_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.words[:60]

    def ask(self, by: User) -> None:
        """Put to the other side, which has three weeks."""
        self.asked_by = by
        self.due = timezone.localdate(self.asked_at) + timedelta(days=DAYS_TO_ANSWER)
        Remark.objects.bulk_create([self])

    def reply(self, by: User, words: str) -> bool:
        """The first answer stands; False when somebody was first."""
        unanswered = Remark.objects.open().filter(pk=self.pk)
        return bool(unanswered.update(answer=words, answered_by=by, answered_at=timezone.now()))

    @property
    def title(self) -> str:
        """The question of the figure that it is about; empty when it is about none."""
        from monitor.over_time import SPOKEN_OF

        return str(SPOKEN_OF.get(self.indicator, ""))

    @property
    def days_open(self) -> int:
        end = timezone.localdate(self.answered_at) if self.answered_at else timezone.localdate()
        return (end - timezone.localdate(self.asked_at)).days

    @property
    def is_late(self) -> bool:
        return self.answered_at is None and self.due < timezone.localdate()
