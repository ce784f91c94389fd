"""What people answered. An answer never says whose it is.

It knows neither invitation nor day; each night the answers are put in another order.
"""

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import connection, models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from monitor.choices import Audience, Band, Kind
from monitor.models.questionnaires import Place, Question, Questionnaire
from monitor.periods import Quarter
from monitor.reasons import Reason
from wijkteam.models import Neighbourhood, Team, User

NOT_CONTENT = 5  # this mark or lower


class AnswerQuerySet(models.QuerySet["Answer"]):
    def visible_to(self, user: User) -> "AnswerQuerySet":
        """Single answers are read for their words, and by the own team alone."""
        teams = user.memberships.filter(until__isnull=True).values("team_id")
        return self.filter(team_id__in=teams).exclude(words="")

    def marks(self) -> "AnswerQuerySet":
        return self.filter(mark__isnull=False)

    def in_order(self) -> "AnswerQuerySet":
        """What waits for a reason first, then the latest; within a quarter in no order at all."""
        waits = models.Q(audience=Audience.RESIDENT, not_content=True, reason="")
        found = self.annotate(waits=models.ExpressionWrapper(waits, models.BooleanField()))
        return found.order_by("-waits", "-year", "-quarter", "-not_content", "pk")

    def to_sort(self, user: User) -> "AnswerQuerySet":
        """What a resident wrote, of which the reason is not theirs: the team may name one."""
        return self.visible_to(user).filter(
            models.Q(reason="") | models.Q(reason_by_team=True),
            audience=Audience.RESIDENT,
            not_content=True,
        )


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
    # On the open answer: one of the marks beside it was low. A no is an answer, not a mark.
    not_content = models.BooleanField(default=False)
    # On the open answer: what went wrong most, named by who answered or, failing that, by the team.
    reason = models.CharField(_("reden"), max_length=8, choices=Reason.choices, blank=True)
    reason_by_team = models.BooleanField(default=False)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        permissions = [("sort_answers", _("Mag bij een open antwoord de reden kiezen"))]
        indexes = [models.Index(fields=["year", "quarter", "audience"], name="answer_period")]
        constraints = [
            models.CheckConstraint(
                name="answer_mark_or_words",
                condition=models.Q(mark__range=(1, 10), words="", reason="")
                | models.Q(mark__isnull=True) & ~models.Q(words="", reason=""),
            ),
            models.CheckConstraint(
                name="answer_quarter", condition=models.Q(quarter__range=(1, 4))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}-{self.quarter}"

    @property
    def may_be_sorted(self) -> bool:
        """A resident who was not content wrote words, and named no reason of their own."""
        own = bool(self.reason) and not self.reason_by_team
        return self.audience == Audience.RESIDENT and self.not_content and not own

    @classmethod
    def keep(
        cls, questionnaire: Questionnaire, said: Mapping[int, Any], place: Place, reason: str = ""
    ) -> None:
        """In any order: keys are made by chance, and the rows are written in theirs."""
        today = timezone.localdate()
        kinds = dict(questionnaire.questions.values_list("pk", "kind"))
        low = any(
            isinstance(mark, int) and mark <= NOT_CONTENT and kinds[question] != Kind.YES_NO
            for question, mark in said.items()
        )
        given = {question: value for question, value in said.items() if value}
        if reason and not any(isinstance(value, str) for value in given.values()):
            given |= {question: "" for question, kind in kinds.items() if kind == Kind.OPEN}
        rows = []
        for question, value in given.items():
            row = cls(
                question_id=question, audience=questionnaire.audience, team_id=place.team_id,
                neighbourhood_id=place.neighbourhood_id, band=place.band,
                year=today.year, quarter=Quarter.of(today).quarter,
            )  # fmt: skip
            if isinstance(value, int):
                row.mark = value
            else:
                row.words, row.not_content, row.reason = value, low, reason
            rows.append(row)
        Answer.objects.bulk_create(sorted(rows, key=lambda row: row.pk))

    def sort(self, by: User, reason: str) -> bool:
        """The team names what an open answer is about. A reason of its author stays."""
        may = Answer.objects.to_sort(by).filter(pk=self.pk)
        return bool(may.update(reason=reason, reason_by_team=True))

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
                [today.year, Quarter.of(today).quarter],
            )
            return cursor.rowcount
