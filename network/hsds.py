"""Public places in the words of Open Referral's HSDS 3.1, the standard for such registers.

One place is one service at one location, of its organisation, or of itself when it belongs to
none. Keys are made of the key of the place, so they are the same tomorrow. Our own facts (life
domains, kind of place, what it asks) stand in `attributes`, as the standard wants.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid5

from django.conf import settings

from network.choices import VindplaatsKind
from network.models import PublicPlace
from wijkteam.choices import LifeDomain
from wijkteam.models import Neighbourhood

VERSION = "3.1"
PROFILE = "https://docs.openreferral.org/en/3.1/hsds/overview.html"
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
# A location has the key of its place with one part turned round: to be found back, and not the
# same as the key of the service.
TURN = 0x5EED << 64
TERMS = UUID("5b0a6c1e-7b0f-5a5e-9c39-8f3f1c7f2a11")  # the names of our own terms come from here
Json = dict[str, Any]


def location_key(place: UUID) -> UUID:
    return UUID(int=place.int ^ TURN)


def clean(**fields: Any) -> Json:
    """Without what we do not know: an empty text says nothing."""
    return {name: value for name, value in fields.items() if value not in (None, "", [])}


def description(place: PublicPlace) -> str:
    kind = str(VindplaatsKind(place.kind).label).capitalize()
    return "\n".join(part for part in [kind, place.offers, place.reaches] if part)


def organization(place: PublicPlace) -> Json:
    named = place.organisation.name if place.organisation else place.name
    words = f"{named}, {settings.MUNICIPALITY_NAME}"
    return {"id": str(place.organisation_key), "name": named, "description": words}


def phones(place: PublicPlace) -> list[Json]:
    if not place.phone:
        return []
    return [{"id": str(uuid5(place.pk, "phone")), "number": str(place.phone), "type": "voice"}]


def languages(place: PublicPlace) -> list[Json]:
    both = zip(place.languages, place.language_labels, strict=True)
    return [{"id": str(uuid5(place.pk, f"language {c}")), "name": n, "code": c} for c, n in both]


def schedules(place: PublicPlace) -> list[Json]:
    if not (place.open_days or place.opening_hours):
        return []
    days = ",".join(DAYS[int(day)] for day in sorted(place.open_days))
    weekly = {"freq": "WEEKLY", "wkst": "MO", "byday": days} if days else {}
    return [clean(id=str(uuid5(place.pk, "hours")), description=place.opening_hours, **weekly)]


def address(place: PublicPlace) -> list[Json]:
    """The standard asks for a province, and for all lines of an address or none."""
    if not (place.address and place.postcode):
        return []
    street, _comma, city = place.address.partition(", ")
    return [
        {
            "id": str(uuid5(place.pk, "address")),
            "address_1": street,
            "city": city or settings.MUNICIPALITY_NAME.removeprefix("Gemeente "),
            "state_province": settings.MUNICIPALITY_PROVINCE,
            "postal_code": place.written_postcode,
            "country": "NL",
            "address_type": "physical",
        }
    ]


def location(place: PublicPlace) -> Json:
    return clean(
        id=str(location_key(place.pk)),
        location_type="physical",
        name=place.name,
        latitude=place.latitude,
        longitude=place.longitude,
        addresses=address(place),
        languages=languages(place),
        phones=phones(place),
    )


def term(taxonomy: str, code: str, name: str) -> Json:
    return {
        "id": str(uuid5(TERMS, f"{taxonomy} {code}")),
        "code": code,
        "name": name,
        "description": name,
        "taxonomy": taxonomy,
        "language": "nl",
    }


def attributes(place: PublicPlace) -> list[Json]:
    """What the standard has no field for."""
    terms = [("topic", term("leefgebied", d, str(LifeDomain(d).label))) for d in place.life_domains]
    kind = term("soort plek", place.kind, str(VindplaatsKind(place.kind).label))
    made = [_attribute(place, link, one) for link, one in [*terms, ("kind", kind)]]
    if place.asks:
        asks = term("wederkerigheid", "asks", "wat de plek zoekt")
        made.append(_attribute(place, "asks", asks) | {"value": place.asks})
    return made


def _attribute(place: PublicPlace, link: str, taxonomy_term: Json) -> Json:
    return {
        "id": str(uuid5(place.pk, f"attribute {taxonomy_term['id']}")),
        "link_id": str(place.pk),
        "link_entity": "service",
        "link_type": link,
        "label": taxonomy_term["name"],
        "taxonomy_term": taxonomy_term,
    }


def service_areas(place: PublicPlace, wijken: dict[str, Neighbourhood]) -> list[Json]:
    known = [wijken[code] for code in place.neighbourhood_codes if code in wijken]
    return [
        {"id": str(uuid5(place.pk, wijk.code)), "name": wijk.name, "extent": wijk.code,
         "extent_type": "text"}
        for wijk in known
    ]  # fmt: skip


def short_service(place: PublicPlace) -> Json:
    """What a list shows of a service: its own fields, and whose it is."""
    return clean(
        id=str(place.pk),
        name=place.name,
        description=description(place),
        url=place.website,
        status="active",
        eligibility_description=place.reaches,
        last_modified=place.changed_at.isoformat(),
        organization=organization(place),
    )


def service(place: PublicPlace, wijken: dict[str, Neighbourhood]) -> Json:
    """The whole of it, nested."""
    at = {"id": str(uuid5(place.pk, "at location")), "location": location(place)}
    return short_service(place) | clean(
        phones=phones(place),
        languages=languages(place),
        schedules=schedules(place),
        service_areas=service_areas(place, wijken),
        service_at_locations=[at],
        attributes=attributes(place),
    )


def wijken_of(places: Iterable[PublicPlace]) -> dict[str, Neighbourhood]:
    """Code -> neighbourhood, in one query."""
    codes = {code for place in places for code in place.neighbourhood_codes}
    return {wijk.code: wijk for wijk in Neighbourhood.objects.filter(code__in=codes)}
