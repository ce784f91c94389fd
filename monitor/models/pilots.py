"""Trying something in some neighbourhoods first, and looking honestly whether it helped."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from monitor.choices import Quality
from wijkteam.models import Neighbourhood, User


class Pilot(models.Model):
    """What is tried, where, and from which quarter on; looked at through one quality."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(_("wat proberen we"), max_length=120)
    why = models.TextField(_("waarom, en wat hopen we te zien"))
    quality = models.CharField(_("waar letten we op"), max_length=14, choices=Quality.choices)
    neighbourhoods: models.ManyToManyField = models.ManyToManyField(
        Neighbourhood, related_name="+", verbose_name=_("in welke wijken")
    )
    year = models.PositiveSmallIntegerField(_("jaar"))
    quarter = models.PositiveSmallIntegerField(_("kwartaal"))
    started_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    started_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-started_at"]
        verbose_name = _("proef")
        verbose_name_plural = _("proeven")
        constraints = [
            models.CheckConstraint(name="pilot_quarter", condition=models.Q(quarter__range=(1, 4)))
        ]
        permissions = [("run_pilot", _("Mag een proef beginnen en afsluiten"))]

    def __str__(self) -> str:
        return self.title
