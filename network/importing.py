"""From the rows of a list to places: which are new, which are there already, which are wrong.

Looking changes nothing. A place that the list makes has a key that follows from its name, postcode
and address, so that the same list, read in twice or by two people at once, makes every place once.
"""

import uuid
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network import reading
from network.alike import key
from network.choices import FORMAL_KINDS, Formality
from network.columns import COLUMNS, NOBODY, Column, Wrong, column_of
from network.models import RegisterImport, Vindplaats
from network.querysets import who_can_hold
from wijkteam.models import Neighbourhood, Organisation, Postcode, User

NAMESPACE = uuid.UUID("7b0c6d0e-6a57-4d0e-9d3e-0f3a3f0c7a10")
MANY = 2000  # rows per statement
HEADINGS = {column.name: column.heading for column in COLUMNS}


@dataclass
class Known:
    """What the rows are compared with, read once for the whole list."""

    wijken: dict[str, int] = field(default_factory=dict)
    postcodes: dict[str, int] = field(default_factory=dict)
    places: set[tuple[str, str]] = field(default_factory=set)
    names: dict[str, set[str]] = field(default_factory=dict)
    organisations: dict[str, int] = field(default_factory=dict)
    colleagues: dict[str, set[int]] = field(default_factory=dict)

    @classmethod
    def now(cls) -> "Known":
        wijken: dict[str, int] = {}
        for wijk in Neighbourhood.objects.all():
            wijken |= {key(wijk.name): wijk.pk, key(wijk.code): wijk.pk}
        places = Vindplaats.objects.order_by().values_list("name_key", "postcode")
        postcodes = dict(Postcode.objects.values_list("code", "neighbourhood_id"))
        known = cls(wijken, postcodes)
        for name, code in places:
            known.add(name, code)
        known.organisations = {key(one.name): one.pk for one in Organisation.objects.all()}
        for pk, *called in who_can_hold().values_list("pk", "name", "email"):
            for name in called:
                known.colleagues.setdefault(key(name or ""), set()).add(pk)
        return known

    def add(self, name: str, code: str) -> None:
        self.names.setdefault(name, set()).add(code)

    def has(self, name: str, code: str) -> bool:
        """The same name at the same postcode, or where one of the two has none."""
        codes = self.names.get(name)
        return codes is not None and (not code or code in codes or "" in codes)


def look(content: bytes, file_name: str, by: User) -> RegisterImport:
    """Read the list and write down what each row would do. Raises reading.Unreadable."""
    rows = reading.read(content)
    headings = [cell.strip() for cell in rows[0]] if rows else []
    columns = [column_of(heading) for heading in headings]
    names = {column.name for column in columns if column}
    if not {"name", "kind"} <= names:
        raise reading.Unreadable(
            _("De eerste rij moet ten minste de koppen 'naam' en 'soort' hebben.")
        )
    known = Known.now()
    judged = [
        judge(number, cells, columns, known)
        for number, cells in enumerate(rows[1:], start=2)
        if any(cell.strip() for cell in cells)
    ]
    unknown = [h for h, column in zip(headings, columns, strict=True) if h and not column]
    made = RegisterImport(
        by=by, file_name=file_name[:200], columns=headings, unknown_columns=unknown, rows=judged
    )
    made.save(force_insert=True)
    return made


def judge(
    number: int, cells: list[str], columns: list[Column | None], known: Known
) -> dict[str, Any]:
    """One row: the cells as they stood, what is wrong, whether it is there, the place it makes."""
    place: dict[str, Any] = {}
    errors: list[str] = []
    for column, cell in zip(columns, cells, strict=False):
        if column is None:
            continue
        try:
            place[column.name] = value = column.read(cell)
            if column.longest and len(value) > column.longest:
                raise Wrong(_("is langer dan %s tekens.") % column.longest)
        except Wrong as wrong:
            errors.append(f"{column.heading}: {wrong}")
    errors += completed(place, known) if not errors else []
    row = {"number": number, "cells": [str(c).replace("\x00", "") for c in cells], "errors": errors}
    if errors:
        return row
    name, code = key(place["name"]), place.get("postcode", "")
    if known.has(name, code):
        return row | {"double": True}
    known.add(name, code)
    return row | {"place": place}


def completed(place: dict[str, Any], known: Known) -> list[str]:
    """Fill in what follows from the rest; say what is missing or does not fit."""
    errors = []
    if not key(place.get("name", "")):
        errors.append(_("naam: vul een naam in."))
    if not place.get("kind"):
        errors.append(_("soort: vul in wat voor plek het is."))
    if (place.get("latitude") is None) != (place.get("longitude") is None):
        errors.append(_("breedtegraad en lengtegraad: vul beide in, of geen van beide."))
    formal = place.get("kind") in {kind.value for kind in FORMAL_KINDS}
    place["formality"] = place.get("formality") or (
        Formality.FORMAL if formal else Formality.INFORMAL
    )
    parts = [part for part in place.pop("wijken", "").split(";") if part.strip()]
    for part in parts:
        if key(part) not in known.wijken:
            errors.append(_("wijk: kennen wij niet: %s.") % part.strip()[:60])
    errors += linked(place, known)
    wijken = {known.wijken[key(part)] for part in parts if key(part) in known.wijken}
    by_postcode = known.postcodes.get(place.get("postcode", ""))
    place["wijken"] = sorted(wijken or ({by_postcode} if by_postcode else set()))
    return errors


def linked(place: dict[str, Any], known: Known) -> list[str]:
    """The names of an organisation and of colleagues become their keys. An empty cell says nothing,
    so that whoever reads the list in holds the place; held by nobody has its own words."""
    errors = []
    named = place.pop("organisation", "")
    place["organisation_id"] = known.organisations.get(key(named))
    if named and not place["organisation_id"]:
        errors.append(_("organisatie: kennen wij niet: %s. Of laat de cel leeg.") % named[:60])
    for column in ("holder", "substitute"):
        named = place.pop(column, "")
        found = known.colleagues.get(key(named), set())
        if key(named):
            place[f"{column}_id"] = next(iter(found), None)
        if key(named) and len(found) != 1 and key(named) != key(NOBODY):
            words = (
                _("zo heten er meer: %s. Vul het e-mailadres in.")
                if found
                else _("werkt niet bij een wijkteam: %s. Of laat de cel leeg.")
            )
            errors.append(f"{HEADINGS[column]}: {words % named[:60]}")
    return errors


def put_in(made: RegisterImport, by: User) -> int:
    """Every new place of the list into the register. Twice, or two at once, adds nothing more."""
    with transaction.atomic():
        lists = RegisterImport.objects.select_for_update()
        if lists.get(pk=made.pk).done_at:
            return 0
        known = Known.now()
        fresh = [row["place"] for row in made.rows if "place" in row]
        fresh = [one for one in fresh if not known.has(key(one["name"]), one.get("postcode", ""))]
        places = [as_place(one, by) for one in fresh]
        before = Vindplaats.objects.count()
        Vindplaats.objects.bulk_create(places, batch_size=MANY, ignore_conflicts=True)
        link = Vindplaats.neighbourhoods.through
        links = [
            link(vindplaats_id=place.pk, neighbourhood_id=wijk)
            for place, one in zip(places, fresh, strict=True)
            for wijk in one["wijken"]
        ]
        link.objects.bulk_create(links, batch_size=MANY, ignore_conflicts=True)
        added = Vindplaats.objects.count() - before
        RegisterImport.objects.filter(pk=made.pk).update(done_at=timezone.now(), added=added)
    return added


def as_place(row: dict[str, Any], by: User) -> Vindplaats:
    """The place of one row, held by whoever reads the list in."""
    fields = {name: value for name, value in row.items() if name != "wijken" and value is not None}
    fields["last_contact_on"] = row.get("last_contact_on") or None
    if "rhythm_days" in fields:
        fields["rhythm_days"] = int(fields["rhythm_days"])
    fields["holder_id"] = row.get("holder_id", by.pk)  # None: held by nobody, and so written
    told = [key(row["name"]), row.get("postcode", "")]
    return Vindplaats(id=uuid.uuid5(NAMESPACE, "|".join(told)), **fields)
