"""The description of the open data for machines: OpenAPI, with what HSDS 3.1 asks for."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from network import hsds
from network.forms.open_data import MOST

Json = dict[str, Any]
TEXT: Json = {"type": "string"}
KEY: Json = {"type": "string", "format": "uuid"}
ERROR: Json = {
    "type": "object",
    "required": ["error"],
    "properties": {"error": {"anyOf": [{"type": "string"}, {"type": "object"}]}},
}


def an_object(required: list[str], **properties: Json) -> Json:
    return {"type": "object", "required": required, "properties": properties}


def many(of: Json) -> Json:
    return {"type": "array", "items": of}


ORGANIZATION = an_object(["id", "name", "description"], id=KEY, name=TEXT, description=TEXT)
ADDRESS = an_object(
    ["id", "address_1", "city", "state_province", "postal_code", "country", "address_type"],
    id=KEY, address_1=TEXT, city=TEXT, state_province=TEXT, postal_code=TEXT, country=TEXT,
    address_type={"type": "string", "enum": ["physical", "postal", "virtual"]},
)  # fmt: skip
PHONE = an_object(["id", "number"], id=KEY, number=TEXT, type=TEXT)
LANGUAGE = an_object(["id"], id=KEY, name=TEXT, code=TEXT)
LOCATION = an_object(
    ["id", "location_type"],
    id=KEY,
    location_type={"type": "string", "enum": ["physical", "postal", "virtual"]},
    name=TEXT, latitude={"type": "number"}, longitude={"type": "number"},
    addresses=many(ADDRESS), phones=many(PHONE), languages=many(LANGUAGE),
)  # fmt: skip
TERM = an_object(["id", "name", "description"], id=KEY, code=TEXT, name=TEXT, description=TEXT)
ATTRIBUTE = an_object(["id"], id=KEY, link_id=KEY, value=TEXT, label=TEXT, taxonomy_term=TERM)
SCHEDULE = an_object(["id"], id=KEY, freq=TEXT, byday=TEXT, wkst=TEXT, description=TEXT)
EXTENT: Json = {"type": "string", "enum": ["geojson", "topojson", "kml", "text"]}
AREA = an_object(["id"], id=KEY, name=TEXT, extent=TEXT, extent_type=EXTENT)
AT_LOCATION = an_object(["id"], id=KEY, location=LOCATION)
STATUS: Json = {"type": "string", "enum": ["active", "inactive", "defunct", "temporarily closed"]}
SHORT_SERVICE = an_object(
    ["id", "name", "status"],
    id=KEY, name=TEXT, description=TEXT, url=TEXT, status=STATUS, last_modified=TEXT,
    eligibility_description=TEXT, organization=ORGANIZATION,
)  # fmt: skip
SERVICE = an_object(
    ["id", "name", "status", "organization", "service_at_locations"],
    **SHORT_SERVICE["properties"],
    phones=many(PHONE), languages=many(LANGUAGE), schedules=many(SCHEDULE),
    service_areas=many(AREA), service_at_locations=many(AT_LOCATION), attributes=many(ATTRIBUTE),
)  # fmt: skip
MINIMAL = an_object(["id"], id=KEY, last_modified=TEXT)
WHOLE_ORGANIZATION = an_object(
    ["id", "name", "description"],
    **ORGANIZATION["properties"], services=many(SHORT_SERVICE), locations=many(LOCATION),
)  # fmt: skip
NUMBER: Json = {"type": "integer"}
YES_NO: Json = {"type": "boolean"}
# Anything but the null character, which no text holds.
WORDS: Json = {"type": "string", "maxLength": 200, "pattern": r"^[^\u0000]*$"}


def page(of: Json) -> Json:
    return an_object(
        ["empty", "contents"],
        total_items=NUMBER, total_pages=NUMBER, page_number=NUMBER, size=NUMBER,
        first_page=YES_NO, last_page=YES_NO, empty=YES_NO, contents=many(of),
    )  # fmt: skip


def parameter(name: str, schema: Json, words: str) -> Json:
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": words}


PAGING = [
    parameter("page", {"type": "integer", "minimum": 1, "maximum": 1_000_000}, "Which page."),
    parameter("per_page", {"type": "integer", "minimum": 1, "maximum": MOST}, "Rows on a page."),
    parameter("search", WORDS, "Words that all must be there."),
]
# As RFC 3339 writes it, without the forms that Python does not read: capitals, no leap second.
MOMENT = {
    "type": "string",
    "pattern": r"^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"
    r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$",
}
OF_SERVICES = [
    parameter("full", YES_NO, "The whole of each service, nested."),
    parameter("minimal", YES_NO, "Only the key and the time of the last change."),
    parameter("modified_after", MOMENT, "Changed since."),
    parameter("organization_id", KEY, "Of this organisation."),
    parameter("taxonomy_term_id", KEY, "With this life domain or kind of place."),
]


def get(summary: str, key: str, schema: Json, *parameters: Json, one: bool = False) -> Json:
    def said(words: str, of: Json) -> Json:
        return {"description": words, "content": {"application/json": {"schema": of}}}

    answers = {"200": said(summary, schema), "429": said("Too fast.", ERROR)}
    answers |= {"304": {"description": "Not changed."}}
    answers |= {"404": said("There is none.", ERROR)} if one else {}
    answers |= {"400": said("Something cannot be understood.", ERROR)} if parameters else {}
    return {"get": {"summary": summary, "operationId": key, "parameters": list(parameters),
                    "responses": answers}}  # fmt: skip


def with_key(path: Json) -> Json:
    key = {"name": "id", "in": "path", "required": True, "schema": KEY}
    return {"parameters": [key], **path}


def about() -> Json:
    return {
        "title": f"Plekken in de buurt, {settings.MUNICIPALITY_NAME}",
        "version": hsds.VERSION,
        "summary": "Open Referral HSDS 3.1",
        "license": {"name": "CC0-1.0", "url": "https://creativecommons.org/publicdomain/zero/1.0/"},
    }


def document() -> Json:
    return {
        "openapi": "3.1.0",
        "info": about(),
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "servers": [{"url": reverse("open_data_root").rstrip("/")}],
        "paths": {
            "/": get("About this API.", "about", an_object(["version", "profile"], version=TEXT)),
            "/services": get(
                "A page of services.", "services",
                page({"anyOf": [SERVICE, SHORT_SERVICE, MINIMAL]}), *PAGING, *OF_SERVICES,
            ),
            "/services/{id}": with_key(get("One service.", "service", SERVICE, one=True)),
            "/organizations": get(
                "A page of organisations.", "organizations", page(ORGANIZATION), *PAGING
            ),
            "/organizations/{id}": with_key(
                get("One organisation.", "organization", WHOLE_ORGANIZATION, one=True)
            ),
            "/locations": get("A page of locations.", "locations", page(LOCATION), *PAGING),
            "/locations/{id}": with_key(get("One location.", "location", LOCATION, one=True)),
        },
    }  # fmt: skip
