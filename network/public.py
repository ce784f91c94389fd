"""The adjectives of public places: near a postcode, for whom, on which day."""

from dataclasses import dataclass
from math import cos, radians

from django.apps import apps
from django.db import models
from django.db.models import Avg, F, Max, Q, Value
from django.db.models.functions import Sqrt

from wijkteam.models import Neighbourhood, Postcode

KM_PER_DEGREE = 111.2


@dataclass(frozen=True)
class Spot:
    """A point on the map, as near as a postcode tells."""

    latitude: float
    longitude: float


class PublicPlaceQuerySet(models.QuerySet):
    """Places that anyone may see: the table holds no others."""

    def newest_number(self) -> int:
        """Places are numbered in the order of arrival."""
        return self.aggregate(newest=Max("number"))["newest"] or 0

    def shown_until(self, number: int | None) -> "PublicPlaceQuerySet":
        """What was there when the first page was shown: the next pages do not shift."""
        return self.filter(number__lte=number) if number else self

    def in_neighbourhood(self, code: str) -> "PublicPlaceQuerySet":
        return self.filter(neighbourhood_codes__contains=[code])

    def speaking(self, language: str) -> "PublicPlaceQuerySet":
        return self.filter(languages__contains=[language])

    def open_on(self, weekday: str) -> "PublicPlaceQuerySet":
        return self.filter(open_days__contains=[weekday])

    def about(self, domain: str) -> "PublicPlaceQuerySet":
        return self.filter(life_domains__contains=[domain])

    def search(self, words: str) -> "PublicPlaceQuerySet":
        """Every word stands in the name, in who come, or in what there is to do."""
        found = self
        for word in words.replace("\x00", "").split()[:10]:
            found = found.filter(
                Q(name__icontains=word) | Q(reaches__icontains=word) | Q(offers__icontains=word)
            )
        return found

    def nearest_first(self, spot: Spot) -> "PublicPlaceQuerySet":
        """Adds `distance` in kilometres: flat, which is right to a metre within a town."""
        north = (F("latitude") - Value(spot.latitude)) * Value(KM_PER_DEGREE)
        east = (F("longitude") - Value(spot.longitude)) * Value(
            KM_PER_DEGREE * cos(radians(spot.latitude))
        )
        away = Sqrt(north * north + east * east, output_field=models.FloatField())
        return self.annotate(distance=away).order_by(F("distance").asc(nulls_last=True), "number")

    def middle(self) -> Spot | None:
        found = self.order_by().aggregate(latitude=Avg("latitude"), longitude=Avg("longitude"))
        return Spot(**found) if found["latitude"] is not None else None

    def spot_of(self, postcode: str) -> Spot | None:
        """The middle of the places with this postcode; else of its neighbourhood."""
        code = Postcode.read(postcode)
        here = self.filter(postcode=code).middle()
        return here or self.spot_in(Postcode.neighbourhood_of(code))

    def spot_in(self, wijk: Neighbourhood | None) -> Spot | None:
        if wijk is None:
            return None
        outline = apps.get_model("network", "Outline").objects.filter(pk=wijk.pk).first()
        if outline:
            return Spot(outline.latitude, outline.longitude)
        return self.in_neighbourhood(wijk.code).middle()
