"""What was published: frozen tables, never changed, only succeeded by a next release.

The municipality's role of the database reads these tables and reference data, nothing else. No role
may change or remove a row, and a trigger says the same to the owner (see locks.sql). The words
stand in the rows as they were signed: a table that is read in ten years needs nothing else.
"""

import json
from collections.abc import Iterable
from hashlib import sha256

from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from wijkteam.models import User


class Period(models.TextChoices):
    QUARTER = "quarter", _("dit kwartaal")
    YEAR = "year", _("het hele jaar")


def insider_words(insider: int) -> str:
    """How many are proven present by whoever knows all the others; told in tens."""
    if not insider:
        return __("minder dan 5 van de 100")
    return __("ongeveer %(number)s van de 100") % {"number": insider}


class PublicationQuerySet(models.QuerySet["Publication"]):
    def visible_to(self, user: User) -> "PublicationQuerySet":
        """What was set is for all who look at figures; the database says the same."""
        return self.all() if user.has_perm("monitor.view_releases") else self.none()


class Publication(models.Model):
    """One release: the figures of one quarter, signed by two people."""

    year = models.PositiveSmallIntegerField(_("jaar"))
    quarter = models.PositiveSmallIntegerField(_("kwartaal"))
    signed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    confirmed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    published_at = models.DateTimeField(_("vastgesteld op"), default=timezone.now)
    # The clock of the database: cells come in within this transaction, and never after it.
    frozen_at = models.DateTimeField(db_default=Now(), editable=False)
    # How far a figure may stand from its count (4, seldom 9), and how often was drawn.
    most = models.PositiveSmallIntegerField(default=4)
    draws = models.PositiveSmallIntegerField(default=1)
    # Of a hundred families, in tens: how many are proven present by whoever knows all the others.
    insider = models.PositiveSmallIntegerField(default=0)
    hash = models.CharField(_("controlegetal"), max_length=64, blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "-quarter"]
        verbose_name = _("publicatie")
        verbose_name_plural = _("publicaties")
        permissions = [
            ("view_team_figures", _("Mag de cijfers van het eigen team zien")),
            ("view_releases", _("Mag zien wat is gepubliceerd")),
            ("sign_release", _("Mag een publicatie maken en vaststellen")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["year", "quarter"], name="publication_once"),
            models.CheckConstraint(
                name="publication_quarter", condition=models.Q(quarter__range=(1, 4))
            ),
            models.CheckConstraint(
                name="publication_two_people",
                condition=~models.Q(signed_by=models.F("confirmed_by")),
            ),
        ]

    def __str__(self) -> str:
        return _("%(quarter)se kwartaal %(year)s") % {"quarter": self.quarter, "year": self.year}

    def work_out(self, cells: "Iterable[PublishedCell]") -> str:
        """The hash over everything that a reader sees of this release."""
        found = sha256(f"1 {self.year}-{self.quarter} {self.most} {self.insider}\n".encode())
        for cell in cells:
            found.update(json.dumps(cell.as_line(), ensure_ascii=False).encode() + b"\n")
        return found.hexdigest()

    @property
    def insider_words(self) -> str:
        return insider_words(self.insider)

    @property
    def is_whole(self) -> bool:
        """Whether the cells that are there now are the ones that were signed."""
        return self.hash == self.work_out(self.cells.all())


class PublishedCell(models.Model):
    """One figure of a release, rounded; without a value it is withheld, or it is `words`.

    `indicator` is the key of the table (see monitor/tables_of_release.py). `row` and `column` are
    what stands on the screen, the keys are for programs.
    """

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="cells")
    indicator = models.CharField(max_length=40)
    period = models.CharField(max_length=8, choices=Period.choices, default=Period.QUARTER)
    row = models.CharField(max_length=400)
    column = models.CharField(max_length=80, blank=True)
    row_key = models.CharField(max_length=40, blank=True)
    column_key = models.CharField(max_length=40, blank=True)
    position = models.PositiveIntegerField(default=0)
    value = models.PositiveIntegerField(null=True)
    words = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["position", "indicator", "row", "column"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "indicator", "row", "column"], name="published_cell_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.row} {self.column}".strip()

    def as_line(self) -> list[str | int | None]:
        return [
            self.indicator, self.period, self.row_key, self.row, self.column_key, self.column,
            self.value, self.words,
        ]  # fmt: skip
