"""The same as CSV files with a description beside them: the tabular form of HSDS."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable
from typing import Any

from django.conf import settings

from network import hsds
from network.models import PublicPlace
from wijkteam.sheets import harmless

# file -> columns, in the order of the standard
COLUMNS: dict[str, list[str]] = {
    "organizations": ["id", "name", "description"],
    "services": ["id", "organization_id", "name", "description", "url", "status",
                 "eligibility_description", "last_modified"],
    "service_at_locations": ["id", "service_id", "location_id"],
    "locations": ["id", "location_type", "name", "latitude", "longitude"],
    "addresses": ["id", "location_id", "address_1", "city", "state_province", "postal_code",
                  "country", "address_type"],
    "phones": ["id", "service_id", "number", "type"],
    "schedules": ["id", "service_id", "freq", "wkst", "byday", "description"],
    "languages": ["id", "service_id", "name", "code"],
    "service_areas": ["id", "service_id", "name", "extent", "extent_type"],
    "attributes": ["id", "link_id", "link_entity", "link_type", "taxonomy_term_id", "value",
                   "label"],
    "taxonomy_terms": ["id", "code", "name", "description", "taxonomy", "language"],
}  # fmt: skip
Row = dict[str, Any]


def tables(places: Iterable[PublicPlace]) -> dict[str, dict[str, Row]]:
    """file -> key -> row: what several places share stands there once."""
    rows: dict[str, dict[str, Row]] = {name: {} for name in COLUMNS}

    def put(name: str, row: Row, **links: str) -> None:
        rows[name][row["id"]] = row | links

    known = list(places)
    wijken = hsds.wijken_of(known)
    for place in known:
        whole = hsds.service(place, wijken)
        of = {"service_id": whole["id"]}
        put("organizations", whole["organization"])
        put("services", whole, organization_id=whole["organization"]["id"])
        at = whole["service_at_locations"][0]  # a place is in one spot
        here = {"location_id": at["location"]["id"]}
        put("service_at_locations", {"id": at["id"]}, **of, **here)
        put("locations", at["location"])
        for one in at["location"].get("addresses", []):
            put("addresses", one, **here)
        for name in ("phones", "schedules", "languages", "service_areas"):
            for one in whole.get(name, []):
                put(name, one, **of)
        for one in whole["attributes"]:
            put("taxonomy_terms", one["taxonomy_term"])
            put("attributes", one, taxonomy_term_id=one["taxonomy_term"]["id"])
    return rows


def as_csv(name: str, rows: Iterable[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS[name])
    for row in rows:
        writer.writerow([harmless(row.get(column, "")) for column in COLUMNS[name]])
    return out.getvalue()


def description() -> dict[str, Any]:
    return {
        "name": "hsds-plekken",
        "title": f"Plekken in de buurt, {settings.MUNICIPALITY_NAME}",
        "profile": "tabular-data-package",
        "version": hsds.VERSION,
        "licenses": [{"name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/"}],
        "resources": [
            {
                "name": one_of(name),
                "path": f"{name}.csv",
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {
                    "fields": [{"name": column, "type": type_of(column)} for column in columns],
                    "primaryKey": "id",
                },
            }
            for name, columns in COLUMNS.items()
        ],
    }  # fmt: skip


def one_of(name: str) -> str:
    """A resource is named after one row of it, its file after all: so does the standard."""
    return name.removesuffix("s").replace("addresse", "address")


def type_of(column: str) -> str:
    return "number" if column in {"latitude", "longitude"} else "string"


def zipped(places: Iterable[PublicPlace]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", json.dumps(description(), indent=2))
        for name, rows in tables(places).items():
            archive.writestr(f"{name}.csv", as_csv(name, rows.values()))
    return out.getvalue()
