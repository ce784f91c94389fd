"""Who sees it differently, and how the table goes on while that is so.

Professionals who disagree have no mechanism that makes them agree (Bannink, 2020). So a difference
is kept in sight: each position in its own words, the measure and the work apart, what is tried
meanwhile, who decides on which mandate, and a day to look at it again. It is never removed.
"""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework import letters
from casework.choices import Audience, DifferenceAbout, DifferenceStatus, EntryKind, LessonFrom
from casework.models.case_files import CaseFile
from casework.models.lessons import OfferedLesson
from casework.models.seats import Seat
from casework.querysets_friction import DifferenceQuerySet, PositionQuerySet
from casework.workflow import NEXT_OF_DIFFERENCE, NotAllowed, SomebodyWasFirst, verb
from wijkteam.choices import LifeDomain
from wijkteam.rows import Row

LOOK_WITHIN = timedelta(days=14)
ENDED = [DifferenceStatus.DECIDED, DifferenceStatus.DISSOLVED]


@dataclass(frozen=True)
class View:
    """How someone at the table sees it, before it is written down."""

    seat: Seat
    measure: str
    work: str


class Difference(Row):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="differences")
    life_domain = models.CharField(
        _("leefgebied"), max_length=12, choices=LifeDomain.choices, blank=True
    )
    subject = models.CharField(_("waarover"), max_length=200)
    about = models.CharField(
        _("waarin verschillen we"), max_length=8, choices=DifferenceAbout.choices
    )
    status = models.CharField(
        max_length=10, choices=DifferenceStatus.choices, default=DifferenceStatus.OPEN
    )
    tried = models.TextField(_("wat we intussen proberen"), max_length=1000, blank=True)
    try_until = models.DateField(_("proberen tot"), null=True, blank=True)
    decider = models.CharField(_("wie beslist"), max_length=120, blank=True)
    mandate = models.CharField(_("op welk mandaat"), max_length=200, blank=True)
    review_on = models.DateField(_("samen terugkijken op"), null=True, blank=True)
    outcome = models.TextField(_("hoe het afliep"), max_length=2000, blank=True)
    learned = models.TextField(_("wat we ervan leerden"), max_length=2000, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = DifferenceQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]
        verbose_name = _("verschil van inzicht")
        verbose_name_plural = _("verschillen van inzicht")
        constraints = [
            models.CheckConstraint(
                name="difference_looked_at_again",
                condition=models.Q(status__in=ENDED) | models.Q(review_on__isnull=False),
            ),
            models.CheckConstraint(
                name="difference_tries_something",
                condition=~models.Q(status="trying")
                | ~models.Q(tried="") & models.Q(try_until__isnull=False),
            ),
            models.CheckConstraint(
                name="difference_ended_says_how",
                condition=models.Q(
                    ~models.Q(status__in=ENDED), ended_at__isnull=True, ended_by__isnull=True
                )
                | models.Q(
                    ~models.Q(outcome=""), status__in=ENDED, ended_at__isnull=False,
                    ended_by__isnull=False,
                ),
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["case_file", "status"], name="difference_file_status")]

    def __str__(self) -> str:
        return self.subject

    @property
    def has_ended(self) -> bool:
        return self.status in ENDED

    @cached_property
    def seen_positions(self) -> "list[Position]":
        """The household's first; as far as the reader of a page may see them."""
        return list(self.positions.household_first())

    def is_due(self, on: date | None = None) -> bool:
        """The day to look at it together is there."""
        today = on or timezone.localdate()
        return not self.has_ended and self.review_on is not None and self.review_on <= today

    @property
    def lacking(self) -> "list[str]":
        """What nobody wrote down yet. One sentence is enough to begin, and to end."""
        if self.has_ended:
            decided = self.status == DifferenceStatus.DECIDED
            asked = {__("wat we ervan leerden"): self.learned}
            asked |= {__("wie besliste"): self.decider} if decided else {}
        else:
            asked = {__("wat we intussen proberen"): self.tried, __("wie beslist"): self.decider}
        heard = self.has_ended or len(self.seen_positions) > 1
        first = [] if heard else [__("hoe ieder het ziet")]
        return first + [words for words, said in asked.items() if not said]

    def raise_it(self, seat: Seat, views: list[View]) -> None:
        """The table says that it sees it differently. How each sees it may come later, but
        nothing is decided before two were heard (casework_two_positions)."""
        if len({view.seat.pk for view in views}) < len(views):
            raise NotAllowed(__("Een verschil heeft ten minste twee kanten, van twee mensen."))
        with verb():
            self.case_file.touch()
            self.created_by = seat
            self.review_on = self.review_on or timezone.localdate() + LOOK_WITHIN
            if self.tried:
                self.status = DifferenceStatus.TRYING
            self.save(force_insert=True)
            for view in views:
                Position(difference=self, **vars(view)).write(seat)

    def begin(self, seat: Seat, view: View | None = None) -> None:
        """Someone of the household sees it differently, and says so first. The coordinator hears
        it; the others add how they see it. Looked at together within two weeks."""
        with verb():
            self.case_file.touch()
            self.created_by = seat
            self.review_on = timezone.localdate() + LOOK_WITHIN
            self.save(force_insert=True)
            if view:
                Position(difference=self, **vars(view)).write(seat)
            letters.sees_it_differently(self)

    def look_again(
        self,
        *,
        status: str,
        review_on: date | None,
        tried: str = "",
        try_until: date | None = None,
        decider: str = "",
        mandate: str = "",
    ) -> None:
        """Looked at it together, and it is still there: how we go on, and until when."""
        if self.has_ended or status not in {self.status, *NEXT_OF_DIFFERENCE[self.status]}:
            raise NotAllowed(__("Dit verschil staat al anders. Kijk eerst in het dossier."))
        with verb():
            self.case_file.touch()
            self._move(
                status=status, review_on=review_on, tried=tried, try_until=try_until,
                decider=decider, mandate=mandate,
            )  # fmt: skip

    def end(
        self, seat: Seat, status: str, outcome: str, learned: str, decider: str = "",
        mandate: str = "", lesson: str = "",
    ) -> None:  # fmt: skip
        """Decided by someone, or dissolved by itself; the story says how, for the same readers."""
        from casework.models.timeline import TimelineEntry

        if status not in ENDED or status not in NEXT_OF_DIFFERENCE[self.status]:
            raise NotAllowed(__("Dit verschil staat al anders. Kijk eerst in het dossier."))
        if status == DifferenceStatus.DECIDED and self.positions.count() < 2:
            raise NotAllowed(
                __("Nog geen twee kanten zijn gehoord. Schrijf eerst op hoe ieder het ziet.")
            )
        with verb():
            self.case_file.touch()
            self._move(
                status=status, review_on=None, outcome=outcome, learned=learned,
                decider=decider or self.decider, mandate=mandate or self.mandate,
                ended_at=timezone.now(), ended_by=seat,
            )  # fmt: skip
            OfferedLesson.offer(self.case_file, LessonFrom.DIFFERENCE, lesson, self.life_domain)
            TimelineEntry(
                case_file=self.case_file,
                by=seat,
                kind=EntryKind.OUTCOME,
                words=f"{self.subject}\n{DifferenceStatus(status).label}: {outcome}",
                audience=Audience.DOMAIN if self.life_domain else Audience.TABLE,
                life_domain=self.life_domain,
            ).save(force_insert=True)

    def complete(self, decider: str, mandate: str, learned: str) -> None:
        """After it ended: what was not written down then. What stands there stays."""
        said = {"decider": decider, "mandate": mandate, "learned": learned}
        new = {name: words for name, words in said.items() if words and not getattr(self, name)}
        with verb():
            self.case_file.touch()
            self._move(**new)

    def _move(self, **values: object) -> None:
        """Only from what was on the screen; who was first stays first."""
        same = Difference.objects.filter(pk=self.pk, status=self.status, version=self.version)
        if not same.update(version=self.version + 1, **values):
            raise SomebodyWasFirst(__("Een collega heeft dit verschil intussen bijgewerkt."))
        for name, value in values.items():
            setattr(self, name, value)
        self.version += 1


class Position(models.Model):
    """How one person at the table sees it. `work` stands apart from `measure`: people may agree on
    what is going on, and not on what is needed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="+")
    difference = models.ForeignKey(Difference, models.CASCADE, related_name="positions")
    life_domain = models.CharField(max_length=12, choices=LifeDomain.choices, blank=True)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    measure = models.TextField(_("de maat: wat ziet u"), max_length=1500, blank=True)
    work = models.TextField(_("het werk: wat is er nodig"), max_length=1500, blank=True)
    at = models.DateTimeField(default=timezone.now)
    # Whoever sits there, or someone who wrote it down for them.
    written_by = models.ForeignKey(Seat, models.PROTECT, related_name="+")

    objects = PositionQuerySet.as_manager()

    class Meta:
        ordering = ["at"]
        verbose_name = _("standpunt")
        verbose_name_plural = _("standpunten")
        constraints = [
            models.UniqueConstraint(fields=["difference", "seat"], name="position_once"),
            models.CheckConstraint(
                name="position_says_something",
                condition=~models.Q(measure="", work=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seat}: {self.work or self.measure}"[:120]

    @property
    def is_of_household(self) -> bool:
        return self.seat.person_id is not None

    @property
    def in_own_words(self) -> bool:
        return self.written_by_id == self.seat_id

    def write(self, by: Seat) -> None:
        """Beside the other positions; or anew, by whose position it is or who wrote it down."""
        if self.difference.has_ended:
            raise NotAllowed(__("Dit verschil is er niet meer. U kunt het opnieuw benoemen."))
        with verb():
            self.difference.case_file.touch()
            again = Position.objects.filter(
                models.Q(seat=by) | models.Q(written_by=by), difference=self.difference,
                seat=self.seat,
            )  # fmt: skip
            if again.update(measure=self.measure, work=self.work, at=timezone.now(), written_by=by):
                return
            self.case_file_id = self.difference.case_file_id
            self.life_domain = self.difference.life_domain
            self.written_by = by
            self.save(force_insert=True)
