"""The plan: goals in the resident's words, and the marks they get."""

import uuid
from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import connection, models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework.choices import Audience, GoalStatus, LessonFrom
from casework.models.case_files import CaseFile
from casework.models.households import Person
from casework.models.lessons import OfferedLesson
from casework.models.seats import Seat
from casework.querysets import GoalQuerySet, ReviewQuerySet
from casework.workflow import NEXT, NotAllowed, SomebodyWasFirst, verb
from wijkteam.choices import LifeDomain
from wijkteam.rows import Row

if TYPE_CHECKING:
    from casework.models.goal_answers import GoalAnswer

MARK = [MinValueValidator(1), MaxValueValidator(10)]


class Goal(Row):
    """What the resident wants to reach, with a mark from 1 to 10 at the start and wished for."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="goals")
    life_domain = models.CharField(_("leefgebied"), max_length=12, choices=LifeDomain.choices)
    words = models.TextField(_("doel, in eigen woorden"), max_length=500)
    whose = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, verbose_name=_("van wie is dit doel")
    )
    start_mark = models.PositiveSmallIntegerField(
        _("cijfer aan het begin"), null=True, blank=True, validators=MARK
    )
    wished_mark = models.PositiveSmallIntegerField(
        _("gewenst cijfer"), null=True, blank=True, validators=MARK
    )
    status = models.CharField(max_length=8, choices=GoalStatus.choices, default=GoalStatus.RUNNING)
    review_on = models.DateField(_("samen terugkijken op"), null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(null=True)
    changed_by = models.ForeignKey(Seat, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = GoalQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]
        verbose_name = _("doel")
        verbose_name_plural = _("doelen")
        constraints = [
            models.CheckConstraint(
                name="goal_marks_1_to_10",
                condition=(
                    models.Q(start_mark__isnull=True)
                    | models.Q(start_mark__gte=1, start_mark__lte=10)
                )
                & (
                    models.Q(wished_mark__isnull=True)
                    | models.Q(wished_mark__gte=1, wished_mark__lte=10)
                ),
            ),
            models.CheckConstraint(name="goal_has_domain", condition=~models.Q(life_domain="")),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def marks(self) -> list[int]:
        """From the start until now."""
        start = [self.start_mark] if self.start_mark else []
        return [*start, *(review.mark for review in self.seen_reviews)]

    @cached_property
    def seen_reviews(self) -> "list[GoalReview]":
        """As far as the reader of a page may see them (casework/page.py); elsewhere all."""
        return list(self.reviews.all())

    @cached_property
    def seen_answers(self) -> "list[GoalAnswer]":
        return list(self.answers.all())

    @property
    def last_answers(self) -> "list[GoalAnswer]":
        """Of everyone in the house the last word on it; newest first, as they are fetched."""
        newest: dict[uuid.UUID, GoalAnswer] = {}
        for answer in self.seen_answers:
            newest.setdefault(answer.by_id, answer)
        return list(newest.values())

    def add(self) -> None:
        with verb():
            self.case_file.touch()
            self.save(force_insert=True)

    def is_kept(self) -> bool:
        """It is handed to nobody: its owner keeps it from others at home (locks_home_changes)."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT casework_keeps(%s)", [self.pk])
            return bool(cursor.fetchone()[0])

    def change(self, seat: Seat, version: int) -> None:
        """Save new words and marks; raises SomebodyWasFirst when the version has moved on.

        The life domain stays: who may read a goal, its marks and its actions hangs on it.
        """
        with verb():
            self.case_file.touch()
            changed = Goal.objects.filter(pk=self.pk, version=version).update(
                words=self.words,
                whose=self.whose,
                start_mark=self.start_mark,
                wished_mark=self.wished_mark,
                review_on=self.review_on,
                changed_at=timezone.now(),
                changed_by=seat,
                version=version + 1,
            )
            if not changed:
                raise SomebodyWasFirst(__("Een collega heeft dit doel intussen veranderd."))
            self.version = version + 1

    def move(self, new: str, seat: Seat, words: str = "", lesson: str = "") -> None:
        """Reached, let go, or running again; what was learned stands in the story."""
        from casework.models.timeline import TimelineEntry

        if new not in NEXT[self.status]:
            raise NotAllowed(__("Dit doel staat al anders. Kijk eerst naar het plan."))
        if new == GoalStatus.RUNNING and self.whose and not self.whose.lives_there():
            raise NotAllowed(
                __("%(name)s woont hier niet meer. Zet eerst erbij van wie het doel nu is.")
                % {"name": self.whose.name}
            )
        with verb():
            self.case_file.touch()
            moved = Goal.objects.filter(pk=self.pk, status=self.status).update(
                status=new, changed_at=timezone.now(), changed_by=seat, version=self.version + 1
            )
            if not moved:
                raise SomebodyWasFirst(__("Een collega heeft dit doel intussen veranderd."))
            OfferedLesson.offer(self.case_file, LessonFrom.GOAL, lesson, self.life_domain)
            if words:
                TimelineEntry(
                    case_file=self.case_file,
                    by=seat,
                    words=f"{self.words}\n{GoalStatus(new).label}: {words}",
                    audience=Audience.DOMAIN,
                    life_domain=self.life_domain,
                    about_id=self.whose_id,
                ).save(force_insert=True)

    def review(self, seat: Seat, mark: int, words: str = "", key: uuid.UUID | None = None) -> None:
        """Look back together: a new mark, and what changed."""
        with verb():
            self.case_file.touch()
            GoalReview(
                id=key or uuid.uuid4(),
                case_file=self.case_file,
                goal=self,
                life_domain=self.life_domain,
                mark=mark,
                words=words,
                by=seat,
            ).save(force_insert=True)


class GoalReview(Row):
    """A mark at a moment. Rows are only ever added."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="+")
    goal = models.ForeignKey(Goal, models.CASCADE, related_name="reviews")
    life_domain = models.CharField(max_length=12, choices=LifeDomain.choices)
    mark = models.PositiveSmallIntegerField(_("cijfer"), validators=MARK)
    words = models.TextField(_("wat is er veranderd"), blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(
                name="review_mark_1_to_10", condition=models.Q(mark__gte=1, mark__lte=10)
            )
        ]

    def __str__(self) -> str:
        return str(self.mark)
