"""The public side of a vindplaats: only what the place agreed to show.

A table of its own, kept by the database (a trigger in `network/locks.sql`) whenever an entry of the
register changes. Strangers read this table and nothing else of the network: what was not agreed to
is not in it, so no page, map, guide or API can show it.
"""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from network.choices import SpokenLanguage, VindplaatsKind, labels
from network.public import PublicPlaceQuerySet
from wijkteam.choices import LifeDomain, Weekday
from wijkteam.models import Organisation


class PublicPlace(models.Model):
    """One place that may be seen by anyone. The key is that of the entry in the register."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # In the order of arrival, and for good: pages of the open data stay put. By the database.
    number = models.BigIntegerField(unique=True, editable=False)
    name = models.CharField(_("naam"), max_length=120)
    kind = models.CharField(_("soort plek"), max_length=20, choices=VindplaatsKind.choices)
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, related_name="public_places"
    )
    # Of the organisation, or of the place when it belongs to none: open data asks for one.
    organisation_key = models.UUIDField(db_index=True)
    neighbourhood_codes = ArrayField(models.CharField(max_length=10), default=list)
    address = models.CharField(max_length=160, blank=True)
    postcode = models.CharField(max_length=6, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    phone = PhoneNumberField(blank=True)
    website = models.URLField(blank=True)
    opening_hours = models.TextField(blank=True)
    open_days = ArrayField(models.CharField(max_length=1, choices=Weekday.choices), default=list)
    reaches = models.CharField(max_length=300, blank=True)
    life_domains = ArrayField(models.CharField(max_length=20), default=list)
    languages = ArrayField(models.CharField(max_length=3), default=list)
    offers = models.TextField(blank=True)
    asks = models.TextField(blank=True)
    changed_at = models.DateTimeField()

    objects = PublicPlaceQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        verbose_name = _("openbare plek")
        verbose_name_plural = _("openbare plekken")
        indexes = [
            models.Index(fields=["name", "id"], name="public_place_name"),
            GinIndex(fields=["neighbourhood_codes"], name="public_place_wijk"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def written_postcode(self) -> str:
        return f"{self.postcode[:4]} {self.postcode[4:]}".strip()

    @property
    def domain_labels(self) -> list[str]:
        return labels(LifeDomain, self.life_domains)

    @property
    def language_labels(self) -> list[str]:
        return labels(SpokenLanguage, self.languages)

    @property
    def day_labels(self) -> list[str]:
        return labels(Weekday, sorted(self.open_days))
