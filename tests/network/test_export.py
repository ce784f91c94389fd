"""The register as a file: what is in it, and nothing that runs."""

import csv
import io

from django.test import Client
from python_calamine import CalamineWorkbook

from network.models import Vindplaats
from tests import factories
from tests.network.test_import import put_in, upload
from wijkteam.choices import Role


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_formulas_are_made_harmless(as_user, professional, make_place, team):
    make_place("=cmd|' /C calc'!A0", team, offers="-2+3", asks="@SUM(1)", reaches="+31")
    content = as_user(professional).get("/netwerk/register.csv").content
    cells = [cell for row in rows(content)[1:] for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "-", "@", "+"))]
    assert "'-2+3" in cells


def test_what_goes_out_comes_in_again(as_user, professional, make_place, team):
    make_place("Café 't Hoekje", team, offers="-2 euro\nkorting; altijd", life_domains=["money"],
               languages=["tr"], latitude=52.1, longitude=-5.1, phone="+48512345678",
               website="https://hoekje.example/")  # fmt: skip
    client = as_user(professional)
    content = client.get("/netwerk/register.csv").content
    Vindplaats.objects.all().delete()
    upload(client, content)
    put_in(client)
    place = Vindplaats.objects.get()
    assert place.name == "Café 't Hoekje"
    assert place.offers == "-2 euro\nkorting; altijd"
    assert (place.life_domains, place.languages) == (["money"], ["tr"])
    assert (place.phone.as_e164, place.website) == ("+48512345678", "https://hoekje.example/")
    assert (place.latitude, place.longitude) == (52.1, -5.1)
    assert list(place.neighbourhoods.all()) == list(team.neighbourhoods.all())


def test_who_holds_it_whose_it_is_and_when_it_opens_come_along(
    as_user, professional, colleague, make_place, team
):
    linde = factories.organisation("Zorggroep De Linde", "care")
    twins = [factories.user("Kim de Boer", Role.PROFESSIONAL, team) for _time in range(2)]
    places = [
        make_place("Tuin", holder=colleague, substitute=professional, open_days=["0", "4"]),
        make_place("Kas", holder=None, organisation=linde),
        make_place("Schuur", holder=twins[1], open_days=[]),
    ]
    client = as_user(professional)
    for form in ("csv", "ods"):
        content = client.get(f"/netwerk/register.{form}").content
        Vindplaats.objects.all().delete()
        assert "Niet goed</dt><dd>0" in upload(client, content).content.decode()
        put_in(client)
        for before in places:
            now = Vindplaats.objects.get(name=before.name)
            for field in ("holder", "substitute", "organisation", "open_days"):
                assert getattr(now, field) == getattr(before, field), (form, before, field)


def test_as_a_spreadsheet_with_the_filter_of_the_list(as_user, professional, make_place, team):
    make_place("Tuin", team, kind="initiative", formality="informal")
    make_place("School", team, kind="school", formality="formal")
    content = as_user(professional).get("/netwerk/register.ods?soort=formal").content
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in sheet] == ["naam", "School"]


def test_who_may(as_user, partner, contact, make_place):
    make_place("Tuin")
    assert len(rows(as_user(partner).get("/netwerk/register.csv").content)) == 2
    assert as_user(contact).get("/netwerk/register.csv").status_code == 403
    assert as_user(partner).get("/netwerk/register.exe").status_code == 404
    assert Client().get("/netwerk/register.csv").headers["Location"].startswith("/inloggen/")
