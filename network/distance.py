"""Where to measure from: a postcode, or the middle of a neighbourhood."""

from dataclasses import dataclass

from django.db.models import Avg

from network.models import Outline, Vindplaats
from wijkteam.models import Neighbourhood, Postcode


@dataclass(frozen=True)
class Point:
    """Somewhere, and how exactly we know it."""

    latitude: float
    longitude: float


def middle_of_postcode(postcode: str) -> Point | None:
    """Where the places with this postcode are; else the middle of its neighbourhood."""
    code = Postcode.read(postcode)
    return middle_of_places(postcode=code) or middle_of(Postcode.neighbourhood_of(code))


def middle_of(wijk: Neighbourhood | None) -> Point | None:
    """Of the outline; else of the places that we know there; None when there is neither."""
    if wijk is None:
        return None
    outline = Outline.objects.filter(pk=wijk.pk).first()
    if outline:
        return Point(outline.latitude, outline.longitude)
    return middle_of_places(neighbourhoods=wijk)


def middle_of_places(**which: object) -> Point | None:
    places = Vindplaats.objects.in_use().filter(latitude__isnull=False, **which)
    found = places.order_by().aggregate(latitude=Avg("latitude"), longitude=Avg("longitude"))
    return Point(**found) if found["latitude"] is not None else None
