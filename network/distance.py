"""Where to measure from: a postcode, or the middle of a neighbourhood."""

from django.db.models import Avg

from network.models import Outline, Vindplaats
from network.public import Spot
from wijkteam.models import Neighbourhood, Postcode


def middle_of_postcode(postcode: str) -> Spot | None:
    """Where the places with this postcode are; else the middle of its neighbourhood."""
    code = Postcode.read(postcode)
    return middle_of_places(postcode=code) or middle_of(Postcode.neighbourhood_of(code))


def middle_of(wijk: Neighbourhood | None) -> Spot | None:
    """Of the outline; else of the places that we know there; None when there is neither."""
    if wijk is None:
        return None
    outline = Outline.objects.filter(pk=wijk.pk).first()
    if outline:
        return Spot(outline.latitude, outline.longitude)
    return middle_of_places(neighbourhoods=wijk)


def middle_of_places(**which: object) -> Spot | None:
    places = Vindplaats.objects.in_use().filter(latitude__isnull=False, **which)
    found = places.order_by().aggregate(latitude=Avg("latitude"), longitude=Avg("longitude"))
    return Spot(**found) if found["latitude"] is not None else None
