"""Trying something in some neighbourhoods first, and looking honestly whether it helped."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from monitor.choices import Quality
from wijkteam.models import Neighbourhood, User


class PilotQuerySet(models.QuerySet["Pilot"]):
    def visible_to(self, user: User) -> "PilotQuerySet":
        return self.all() if user.has_perm("monitor.view_releases") else self.none()

    def running(self) -> "PilotQuerySet":
        return self.filter(ended_at__isnull=True)


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

    objects = PilotQuerySet.as_manager()

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

    @classmethod
    def begin(cls, by: User, where: Iterable[Neighbourhood], **fields: Any) -> "Pilot":
        """From this quarter on, in these neighbourhoods; the others are what it is held beside."""
        pilot = cls(started_by=by, **fields)
        with transaction.atomic():
            pilot.save(force_insert=True)
            pilot.neighbourhoods.set(where)
        return pilot

    def end(self) -> bool:
        """What was found stays to be read. A second click changes nothing."""
        running = Pilot.objects.running().filter(pk=self.pk)
        return bool(running.update(ended_at=timezone.now()))
