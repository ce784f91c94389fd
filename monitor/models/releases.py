"""A release in the making: counted, rounded, seen by the team lead, signed by one, set by another.

What stands here is the team's own: the counts beside the rounded figures. Only what is set goes to
the tables of publications.py, which is what the municipality reads.
"""

import uuid
from datetime import datetime
from typing import Any

import pgtrigger
from django.core.cache import cache
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from monitor.models.marks import PublishedMark
from monitor.models.pilot_marks import PilotMark
from monitor.models.publications import Period, Publication, PublishedCell, insider_words
from monitor.periods import Quarter
from monitor.workflow import RELEASE_MOVES, ReleaseState
from wijkteam import database
from wijkteam.models import AccessLog, User


class NotNow(Exception):
    """This step cannot be taken now: somebody was first, or the same person may not do both."""


class ReleaseQuerySet(models.QuerySet["Release"]):
    def visible_to(self, user: User) -> "ReleaseQuerySet":
        """Counts are for whoever signs; the database says the same (locks_releases.sql)."""
        return self if user.has_perm("monitor.sign_release") else self.none()

    def waiting(self) -> "ReleaseQuerySet":
        return self.filter(state=ReleaseState.WAITING)

    def next_quarter(self) -> Quarter:
        """One after the other: the quarter after the last one that was set, or the last whole one.

        Before the first release that is the quarter that has just ended.
        """
        last = self.filter(state=ReleaseState.SET).order_by("year", "quarter").last()
        return last.period.following if last else Quarter.of(timezone.localdate()).previous

    def begin(self, by: User) -> "Release":
        """Count the next quarter. Asking twice finds the first one."""
        period = self.next_quarter()
        if not period.is_over(timezone.localdate()):
            raise NotNow(_("Dit kwartaal loopt nog. Tellen kan als het voorbij is."))
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(7514, %s)", [period.number])
            found = Release.objects.filter(year=period.year, quarter=period.quarter).first()
            if found is None:
                made = Release(year=period.year, quarter=period.quarter, begun_by=by)
                made.save(force_insert=True)
                return made
            if found.state in {ReleaseState.FAILED, ReleaseState.REFUSED}:
                found.move(ReleaseState.WAITING, refused_words="", signed_by=None, signed_at=None)
            return found


class Release(models.Model):
    """One quarter on its way to being published."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    year = models.PositiveSmallIntegerField(_("jaar"))
    quarter = models.PositiveSmallIntegerField(_("kwartaal"))
    state = models.CharField(
        max_length=8, choices=ReleaseState.choices, default=ReleaseState.WAITING
    )
    begun_at = models.DateTimeField(default=timezone.now)
    begun_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    counted_at = models.DateTimeField(null=True)
    draws = models.PositiveSmallIntegerField(default=0)
    most = models.PositiveSmallIntegerField(default=4)
    insider = models.PositiveSmallIntegerField(default=0)
    small = models.PositiveIntegerField(default=0)
    signed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    set_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    set_at = models.DateTimeField(null=True)
    refused_words = models.CharField(_("waarom niet"), max_length=300, blank=True)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "-quarter"]
        verbose_name = _("publicatie in de maak")
        verbose_name_plural = _("publicaties in de maak")
        constraints = [
            models.UniqueConstraint(fields=["year", "quarter"], name="release_once"),
            models.CheckConstraint(
                name="release_quarter", condition=models.Q(quarter__range=(1, 4))
            ),
            models.CheckConstraint(
                name="release_two_people",
                condition=models.Q(set_by__isnull=True) | ~models.Q(set_by=models.F("signed_by")),
            ),
            models.CheckConstraint(
                name="release_set_was_signed",
                condition=~models.Q(state="set")
                | models.Q(set_by__isnull=False, signed_by__isnull=False, set_at__isnull=False),
            ),
        ]
        triggers = [pgtrigger.FSM(name="release_moves", field="state", transitions=RELEASE_MOVES)]

    def __str__(self) -> str:
        return str(self.period)

    @property
    def insider_words(self) -> str:
        return insider_words(self.insider)

    @property
    def period(self) -> Quarter:
        return Quarter(self.year, self.quarter)

    # --- moving along -----------------------------------------------------------------------
    def move(self, new: str, **fields: Any) -> None:
        """Lock the row, see that this may follow on what is there, write."""
        with transaction.atomic():
            self.state = (
                Release.objects.select_for_update().values_list("state", flat=True).get(pk=self.pk)
            )
            if (self.state, new) not in RELEASE_MOVES:
                raise NotNow(_("Iemand was u voor. Kijk hoe het er nu voor staat."))
            for name, value in {"state": new, **fields}.items():
                setattr(self, name, value)
            self.save(update_fields=["state", *fields])

    def sign(self, by: User, at: datetime | None = None) -> None:
        """The first person looked at the counts beside the figures, and finds them right."""
        self.move(ReleaseState.SIGNED, signed_by=by, signed_at=at or timezone.now())
        self.log(by, "getekend")

    def refuse(self, by: User, words: str) -> None:
        """Something is wrong in the counts. They are counted and drawn again, and that is told."""
        self.move(ReleaseState.REFUSED, refused_words=words)
        self.log(by, "teruggegeven", words)

    def set(self, by: User, at: datetime | None = None) -> Publication:
        """The second person says yes: from here on nobody changes it; its hash is in the log."""
        if by.pk == self.signed_by_id:
            raise NotNow(_("U tekende zelf al. Een ander stelt de publicatie vast."))
        with transaction.atomic():
            self.move(ReleaseState.SET, set_by=by, set_at=at or timezone.now())
            with database.role("statistics", by.pk):
                made = self._publish()
                if self.quarter == 4:  # the year is over: what people said in it is set as well
                    PublishedMark.freeze(self.year)
                    PilotMark.freeze(self.year)
                marks = PublishedMark.hash_of(self.year) if self.quarter == 4 else ""
            self.log(by, "vastgesteld", f"sha256 {made.hash}")
            if marks:
                self.log(by, "vastgesteld", f"kwaliteiten van {self.year}, sha256 {marks}")
        return made

    def log(self, by: User, act: str, why: str = "") -> None:
        """Into the access log, which is sealed every hour: no family stands in it."""
        AccessLog(
            user=by, user_name=by.name, role=by.role, organisation=str(by.organisation or ""),
            act=act, part=f"publicatie {self.year}-{self.quarter}", why=why,
            correlation=uuid.UUID(database.current_visitor()[3] or str(uuid.uuid4())),
        ).save(force_insert=True)  # fmt: skip

    def _publish(self) -> Publication:
        """Copy the rounded figures, without the counts, to where the municipality reads them."""
        assert self.signed_by_id is not None
        assert self.set_by_id is not None
        assert self.set_at is not None
        made = Publication(
            year=self.year, quarter=self.quarter, signed_by_id=self.signed_by_id,
            confirmed_by_id=self.set_by_id, published_at=self.set_at, most=self.most,
            draws=self.draws, insider=self.insider,
        )  # fmt: skip
        cells = [figure.as_cell(made) for figure in self.figures.all()]
        made.hash = made.work_out(cells)
        made.save(force_insert=True)
        for cell in cells:
            cell.publication = made
        PublishedCell.objects.bulk_create(cells, batch_size=2000)
        return made

    # --- how far the run is (monitor/making.py) ------------------------------------------------
    @property
    def progress(self) -> tuple[int, str]:
        """How far the run is: it is one transaction, so this is told beside the database."""
        return cache.get(self._progress_key) or (0, "")

    def tell(self, percent: int, words: Any) -> None:
        cache.set(self._progress_key, (percent, str(words)), 3600)

    @property
    def _progress_key(self) -> str:
        return f"release-{self.pk}"


class ReleaseFigure(models.Model):
    """One figure: the count and what it becomes. Before it is set, each run writes them anew."""

    release = models.ForeignKey(Release, models.CASCADE, related_name="figures")
    indicator = models.CharField(max_length=40)
    period = models.CharField(max_length=8, choices=Period.choices, default=Period.QUARTER)
    row = models.CharField(max_length=400)
    column = models.CharField(max_length=80, blank=True)
    row_key = models.CharField(max_length=40)
    column_key = models.CharField(max_length=40, blank=True)
    position = models.PositiveIntegerField()
    count = models.PositiveIntegerField(null=True)
    value = models.PositiveIntegerField(null=True)
    words = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["release", "indicator", "row_key", "column_key"], name="release_figure_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.row} {self.column}".strip()

    @property
    def moved(self) -> int:
        """How many more are published than there are."""
        return (self.value or 0) - (self.count or 0)

    def as_cell(self, publication: Publication) -> PublishedCell:
        same = ["indicator", "period", "row", "column", "row_key", "column_key", "position",
                "value", "words"]  # fmt: skip
        return PublishedCell(
            publication=publication, **{name: getattr(self, name) for name in same}
        )


class CountedFamilies(models.Model):
    """How many families of one quarter had these three things in common: the base of the year.

    Counted once, so that the year is the sum of its quarters, whatever is changed or erased later.
    Only the role that makes a release reads it.
    """

    release = models.ForeignKey(Release, models.CASCADE, related_name="counted")
    neighbourhood = models.CharField(max_length=40)
    route = models.CharField(max_length=40)
    domain = models.CharField(max_length=40)
    number = models.PositiveIntegerField()

    class Meta:
        ordering = ["neighbourhood", "route", "domain"]
        constraints = [
            models.UniqueConstraint(
                fields=["release", "neighbourhood", "route", "domain"], name="counted_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.neighbourhood} {self.route} {self.domain}"
