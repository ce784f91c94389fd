"""Whether the people of the house agree with a goal: each for themselves, and never changed."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework import home
from casework.models.case_files import CaseFile
from casework.models.plan import Goal
from casework.models.seats import Seat
from casework.querysets import InFileQuerySet
from casework.workflow import verb
from wijkteam.choices import LifeDomain
from wijkteam.rows import Row


class GoalAnswerQuerySet(InFileQuerySet):
    def at_home(self, reader: home.Reader) -> Q:
        return home.answers(reader)


class GoalAnswer(Row):
    """The last one of a person counts; the ones before stay to be read."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="+")
    goal = models.ForeignKey(Goal, models.CASCADE, related_name="answers")
    life_domain = models.CharField(max_length=12, choices=LifeDomain.choices)
    agrees = models.BooleanField(_("eens met dit doel"))
    words = models.TextField(_("hoe ziet u het"), max_length=1000, blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")

    objects = GoalAnswerQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                name="goal_answer_no_has_words", condition=Q(agrees=True) | ~Q(words="")
            )
        ]

    def __str__(self) -> str:
        return self.words

    @classmethod
    def give(cls, goal: Goal, by: Seat, agrees: bool, words: str, key: uuid.UUID) -> "GoalAnswer":
        """Say yes to a goal, or how one sees it oneself."""
        answer = cls(
            id=key, case_file=goal.case_file, goal=goal, life_domain=goal.life_domain, by=by,
            agrees=agrees, words=words,
        )  # fmt: skip
        with verb():
            goal.case_file.touch()
            answer.save(force_insert=True)
        return answer
