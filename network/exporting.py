"""The register as a file: CSV and ODS, with the headings that reading in knows.

A cell that a spreadsheet would take for a formula gets an apostrophe before it.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count

from network.choices import labels
from network.columns import COLUMNS, NOBODY
from network.models import Vindplaats
from wijkteam import sheets
from wijkteam.choices import Weekday
from wijkteam.models import User
from wijkteam.sheets import harmless

HEADINGS = [column.heading for column in COLUMNS]


def rows(places: Iterable[Vindplaats]) -> Iterable[list[str]]:
    yield HEADINGS
    shared = shared_names()
    for place in places:
        yield [written(place, column.name, shared) for column in COLUMNS]


def shared_names() -> set[str]:
    """Names that more than one colleague has."""
    named = User.objects.filter(is_active=True, email__isnull=False).order_by().values("name")
    return set(named.annotate(Count("pk")).filter(pk__count__gt=1).values_list("name", flat=True))


def colleague(user: User | None, shared: set[str]) -> str:
    """By name, or by e-mail address where two have that name."""
    if not user:
        return ""
    return harmless((user.email if user.name in shared else "") or user.name)


def written(place: Vindplaats, name: str, shared: set[str]) -> str:
    """One cell, in words. A number that we wrote ourselves is no formula."""
    if name == "holder":
        return colleague(place.holder, shared) or NOBODY
    if name == "substitute":
        return colleague(place.substitute, shared)
    if name == "organisation":
        return harmless(place.organisation.name if place.organisation else "")
    if name == "wijken":
        return harmless("; ".join(wijk.name for wijk in place.neighbourhoods.all()))
    if name == "open_days":
        return "; ".join(labels(Weekday, place.open_days))
    if name == "life_domains":
        return "; ".join(place.domain_labels)
    if name == "languages":
        return "; ".join(place.language_labels)
    if name in {"kind", "formality"}:
        return str(getattr(place, f"get_{name}_display")())
    value: Any = getattr(place, name)
    if isinstance(value, str):
        return harmless(value)
    return "" if value is None else harmless(str(value)) if name == "phone" else str(value)


def as_csv(places: Iterable[Vindplaats]) -> bytes:
    return sheets.as_csv(rows(places))


def as_ods(places: Iterable[Vindplaats]) -> bytes:
    return sheets.as_ods({"Vindplaatsen": rows(places)})


def wrong_rows(columns: list[str], found: Iterable[dict[str, Any]]) -> bytes:
    """The rows that were not read in, as they stood, with what is wrong in the last column."""
    lines = [[*map(harmless, columns), "wat er mis is"]]
    for row in found:
        cells = [harmless(cell) for cell in row["cells"]]
        cells += [""] * (len(columns) - len(cells))
        lines.append([*cells, "; ".join(row["errors"])])
    return sheets.as_csv(lines)
