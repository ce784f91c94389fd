"""What was published: frozen tables, never changed, only succeeded by a next release.

The municipality's role of the database reads these tables and reference data, nothing else.
"""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteam.models import User


class Publication(models.Model):
    """One release: the figures of one quarter, signed by two people."""

    year = models.PositiveSmallIntegerField(_("jaar"))
    quarter = models.PositiveSmallIntegerField(_("kwartaal"))
    signed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    confirmed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    published_at = models.DateTimeField(_("vastgesteld op"), default=timezone.now)

    class Meta:
        ordering = ["-year", "-quarter"]
        verbose_name = _("publicatie")
        verbose_name_plural = _("publicaties")
        permissions = [
            ("view_team_figures", _("Mag de cijfers van het eigen team zien")),
            ("view_releases", _("Mag zien wat is gepubliceerd")),
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


class PublishedCell(models.Model):
    """One figure of a release, rounded; without a value it is withheld."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="cells")
    indicator = models.CharField(max_length=40)
    row = models.CharField(max_length=80)
    column = models.CharField(max_length=80, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    value = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["indicator", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "indicator", "row", "column"], name="published_cell_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.row} {self.column}".strip()
