"""Where a neighbourhood lies: its outline for the map, and its middle to measure from."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkteam.models import Neighbourhood


class Outline(models.Model):
    """Beside the neighbourhood and not in it: a list of places does not read its outlines.

    `geometry` is a GeoJSON Polygon or MultiPolygon (source: CBS Wijk- en buurtkaart).
    """

    neighbourhood = models.OneToOneField(
        Neighbourhood, models.CASCADE, primary_key=True, related_name="outline"
    )
    geometry = models.JSONField(_("omtrek"))
    latitude = models.FloatField(_("breedtegraad van het midden"))
    longitude = models.FloatField(_("lengtegraad van het midden"))

    class Meta:
        verbose_name = _("omtrek van een wijk")
        verbose_name_plural = _("omtrekken van wijken")

    def __str__(self) -> str:
        return str(self.neighbourhood)

    @classmethod
    def as_geojson(cls) -> dict[str, Any]:
        """All of them, with the names of the neighbourhoods."""
        features = [
            {
                "type": "Feature",
                "geometry": outline.geometry,
                "properties": {"name": outline.neighbourhood.name},
            }
            for outline in cls.objects.select_related("neighbourhood")
        ]
        return {"type": "FeatureCollection", "features": features}

    @classmethod
    def draw(cls, neighbourhood: Neighbourhood, geometry: dict[str, Any]) -> None:
        """Put this outline in the place of the old one. Raises ValueError for another shape."""
        points = corners(geometry)
        latitudes = [float(point[1]) for point in points]
        longitudes = [float(point[0]) for point in points]
        cls.objects.update_or_create(
            neighbourhood=neighbourhood,
            defaults={
                "geometry": {"type": geometry["type"], "coordinates": geometry["coordinates"]},
                "latitude": (min(latitudes) + max(latitudes)) / 2,
                "longitude": (min(longitudes) + max(longitudes)) / 2,
            },
        )


def corners(geometry: dict[str, Any]) -> list[list[float]]:
    """Every point of the outer rings, as GeoJSON writes them: longitude first."""
    shape, parts = geometry.get("type"), geometry.get("coordinates")
    if shape not in {"Polygon", "MultiPolygon"} or not parts:
        raise ValueError("an outline is a Polygon or a MultiPolygon")
    found = [point for part in ([parts] if shape == "Polygon" else parts) for point in part[0]]
    if any(abs(point[0]) > 180 or abs(point[1]) > 90 for point in found):
        raise ValueError("an outline is in degrees (WGS 84), not in metres (RD)")
    return found
