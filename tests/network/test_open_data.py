"""Open data: HSDS 3.1, pages that stay put, and an API that never stumbles."""

import csv
import io
import json
import zipfile
from datetime import timedelta
from uuid import UUID

import jsonschema_rs
import pytest
from django.utils import timezone

from network import hsds, openapi
from network.models import PublicPlace, Vindplaats
from tests import factories
from tests.network.test_public_places import make  # noqa: F401 the fixture

ROOT = "/plekken/open-data"


def read(client, path: str, status: int = 200, **query) -> dict:
    response = client.get(f"{ROOT}{path}", query)
    assert response.status_code == status, response.content
    return response.json()


def valid(value: dict, schema: dict) -> None:
    problems = [error.message for error in jsonschema_rs.validator_for(schema).iter_errors(value)]
    assert problems == []


def test_the_root_says_which_standard(stranger, team):
    about = read(stranger, "/")
    assert about["version"] == "3.1"
    assert about["openapi_url"].endswith("/plekken/open-data/openapi.json")
    assert read(stranger, "/openapi.json")["openapi"] == "3.1.0"


def test_a_service_has_what_the_standard_requires(stranger, make, settings):  # noqa: F811
    place = make("De Lindeboom", organisation=factories.organisation("Welzijn", "welfare"))
    whole = read(stranger, f"/services/{place.pk}")
    valid(whole, openapi.SERVICE)
    assert (whole["id"], whole["status"]) == (str(place.pk), "active")
    assert whole["organization"]["name"] == "Welzijn"
    address = whole["service_at_locations"][0]["location"]["addresses"][0]
    assert address["state_province"] == settings.MUNICIPALITY_PROVINCE
    assert (address["address_1"], address["city"]) == ("Kade 1", "Voorbeeldstad")
    assert (address["postal_code"], address["country"]) == ("1311 AB", "NL")
    assert whole["schedules"][0]["byday"] == "MO,WE"
    assert {one["code"] for one in whole["languages"]} == {"nl", "ar"}
    assert {one["link_type"] for one in whole["attributes"]} == {"topic", "kind", "asks"}
    assert whole["service_areas"][0]["extent"].startswith("WK")


def test_every_key_is_a_uuid_and_the_same_tomorrow(stranger, make):  # noqa: F811
    place = make("De Lindeboom")
    once, twice = (read(stranger, f"/services/{place.pk}") for _time in range(2))
    assert once == twice

    def keys(value):
        if isinstance(value, dict):
            if "id" in value:
                yield value["id"]
            for one in value.values():
                yield from keys(one)
        if isinstance(value, list):
            for one in value:
                yield from keys(one)

    found = list(keys(once))
    assert all(UUID(key) for key in found)
    own = [once["id"], once["service_at_locations"][0]["location"]["id"]]
    assert len(set(own)) == 2


def test_pages_as_the_standard_writes_them(stranger, make):  # noqa: F811
    for number in range(5):
        make(f"Plek {number}")
    first = read(stranger, "/services", page=1, per_page=2)
    valid(first, openapi.page(openapi.SHORT_SERVICE))
    assert {name: first[name] for name in first if name != "contents"} == {
        "total_items": 5, "total_pages": 3, "page_number": 1, "size": 2,
        "first_page": True, "last_page": False, "empty": False,
    }  # fmt: skip
    last = read(stranger, "/services", page=3, per_page=2)
    assert (last["size"], last["last_page"]) == (1, True)
    beyond = read(stranger, "/services", page=9, per_page=2)
    assert (beyond["empty"], beyond["contents"]) == (True, [])


def test_pages_stay_put_while_places_come_and_change(stranger, make):  # noqa: F811
    for number in range(6):
        make(f"Plek {number}")
    seen = [one["name"] for one in read(stranger, "/services", per_page=3)["contents"]]
    make("Aaa, een nieuwe")
    Vindplaats.objects.filter(name="Plek 1").update(reaches="Nu ook ouderen")
    seen += [one["name"] for one in read(stranger, "/services", per_page=3, page=2)["contents"]]
    assert seen == [f"Plek {number}" for number in range(6)]


def test_search_and_what_changed(stranger, make):  # noqa: F811
    place = make("Moskee", life_domains=["language"])
    make("Buurthuis")

    def names(**query) -> list[str]:
        return [one["name"] for one in read(stranger, "/services", **query)["contents"]]

    assert names(search="mosk") == ["Moskee"]
    term = hsds.term("leefgebied", "language", "")["id"]
    assert names(taxonomy_term_id=term) == ["Moskee"]
    assert names(organization_id=PublicPlace.objects.get(pk=place.pk).organisation_key) == [
        "Moskee"
    ]
    assert names(modified_after="2999-01-01T00:00:00Z") == []
    minimal = read(stranger, "/services", minimal="true")["contents"]
    assert {tuple(sorted(one)) for one in minimal} == {("id", "last_modified")}
    full = read(stranger, "/services", full="true")["contents"]
    assert all("service_at_locations" in one for one in full)


def test_organisations_and_locations(stranger, make):  # noqa: F811
    welfare = factories.organisation("Welzijn", "welfare")
    make("Een", organisation=welfare)
    place = make("Twee", organisation=welfare)
    make("Los")
    page = read(stranger, "/organizations")
    assert page["total_items"] == 2
    key = next(one["id"] for one in page["contents"] if one["name"] == "Welzijn")
    whole = read(stranger, f"/organizations/{key}")
    assert [one["name"] for one in whole["services"]] == ["Een", "Twee"]
    spot = read(stranger, f"/locations/{hsds.location_key(place.pk)}")
    valid(spot, openapi.LOCATION)
    assert read(stranger, "/locations")["total_items"] == 3


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        ("/services", {"page": "0"}, 400),
        ("/services", {"per_page": "x"}, 400),
        ("/services", {"organization_id": "x"}, 400),
        ("/services", {"modified_after": "gisteren"}, 400),
        ("/services", {"search": "a\x00b"}, 400),
        ("/services", {"search": "x" * 201}, 400),
        ("/services/x", {}, 404),
        ("/locations/5eed", {}, 404),
        ("/organizations/00000000-0000-0000-0000-000000000007", {}, 404),
    ],
)
def test_what_is_wrong_is_said_as_json(stranger, team, path, query, status):
    assert "error" in read(stranger, path, status, **query)


def test_caches_may_keep_it(stranger, make):  # noqa: F811
    make("De Lindeboom")
    first = stranger.get(f"{ROOT}/services")
    assert "max-age=300" in first["Cache-Control"]
    assert first["Access-Control-Allow-Origin"] == "*"
    again = stranger.get(f"{ROOT}/services", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    Vindplaats.objects.update(name="De Linde")
    later = stranger.get(f"{ROOT}/services", headers={"if-none-match": first["ETag"]})
    assert later.status_code == 200


def test_too_fast_is_slowed(stranger, team):
    answers = [stranger.get(f"{ROOT}/") for _n in range(241)]
    last = answers.pop()
    assert (last.status_code, last["Retry-After"]) == (429, "60")
    assert {answer.status_code for answer in answers} == {200}


def test_no_cache_keeps_what_went_wrong(stranger, team):
    for path, status in [("/services/x", 404), ("/services?page=0", 400)]:
        answer = stranger.get(f"{ROOT}{path}")
        assert answer.status_code == status
        assert answer["Cache-Control"] == "no-store"
        assert "ETag" not in answer
        assert answer["Access-Control-Allow-Origin"] == "*"


def test_a_new_day_is_read_anew(stranger, make, monkeypatch):  # noqa: F811
    """The name of an organisation changes without a change of its places."""
    from network.views import open_data

    place = make("Een", organisation=factories.organisation("Welzijn", "welfare"))
    path = f"{ROOT}/services/{place.pk}"
    known = {"if-none-match": stranger.get(path)["ETag"]}
    place.organisation.name = "Welzijn en Zo"
    place.organisation.save()
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr(open_data.timezone, "localdate", lambda: tomorrow)
    assert b"Welzijn en Zo" in stranger.get(path, headers=known).content


def test_the_data_package_holds_the_same_and_no_formulas(stranger, make):  # noqa: F811
    make("=cmd|' /C calc'!A0", phone="+31201234567")
    make("De Lindeboom")
    response = stranger.get(f"{ROOT}/datapackage.zip")
    archive = zipfile.ZipFile(io.BytesIO(response.content))
    described = json.loads(archive.read("datapackage.json"))
    names = {one["name"] for one in described["resources"]}
    assert names > {"service", "address", "taxonomy_term", "service_area"}  # as in the standard
    for resource in described["resources"]:
        rows = list(csv.DictReader(io.StringIO(archive.read(resource["path"]).decode())))
        columns = [field["name"] for field in resource["schema"]["fields"]]
        assert all(list(row) == columns for row in rows)
        assert len({row["id"] for row in rows}) == len(rows)
        assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())
    services = list(csv.DictReader(io.StringIO(archive.read("services.csv").decode())))
    assert len(services) == PublicPlace.objects.count() == 2
