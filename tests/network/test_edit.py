"""Changing a place, and two colleagues who do so at once."""

import pytest
from django.test import Client

from tests.network.conftest import words
from tests.page import check_page


@pytest.fixture
def url(library) -> str:
    return f"/netwerk/{library.pk}/bewerken/"


def filled(**values) -> dict:
    """What the form sends when nothing was changed."""
    base = {
        "name": "Bibliotheek",
        "kind": "library",
        "formality": "informal",
        "rhythm_days": "30",
        "version": "1",
    }
    return base | values


def test_everything_can_be_filled_in(as_user, professional, colleague, team, library, url):
    client = as_user(professional)
    assert check_page(words(client.get(url))) == []
    data = filled(
        name="De Bibliotheek",
        formality="formal",
        neighbourhoods=[team.neighbourhoods.get().pk],
        postcode="1311 ab",
        latitude="52,3812",
        longitude="5.2010",
        life_domains=["money", "language"],
        languages=["ar", "nl"],
        holder=colleague.pk,
        rhythm_days="14",
        is_public="on",
    )
    assert client.post(url, data).status_code == 302
    library.refresh_from_db()
    assert (library.name, library.postcode, library.holder) == (
        "De Bibliotheek",
        "1311AB",
        colleague,
    )
    assert (library.latitude, library.longitude) == (52.3812, 5.2010)
    assert library.life_domains == ["money", "language"]
    assert (library.rhythm_days, library.is_public, library.version) == (14, True, 2)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", "", "Vul een naam in."),
        ("postcode", "131 AB", "Vul een postcode in zoals 1311 AB."),
        ("latitude", "52,38", "Vul beide getallen in, of laat beide leeg."),
        ("latitude", "nan", "Voer een getal in."),
        ("rhythm_days", "3", "7"),
        ("rhythm_days", "9999999999999", "365"),
        ("holder", "999999", "Kies een van de antwoorden."),
        ("life_domains", "x", "Een van de antwoorden kennen we niet."),
    ],
)
def test_what_is_wrong_is_said(as_user, professional, library, url, field, value, said):
    page = words(as_user(professional).post(url, filled(notes="Blijft staan", **{field: value})))
    assert said in page
    assert "Blijft staan" in page
    library.refresh_from_db()
    assert library.version == 1
    assert check_page(page) == []


def test_two_colleagues_see_each_others_change(as_user, professional, colleague, library, url):
    as_user(colleague).post(url, filled(reaches="Ouderen", asks="Voorlezers"))
    client = as_user(professional)
    mine = filled(reaches="Gezinnen", asks="Voorlezers", life_domains=["money", "work"])
    page = words(client.post(url, mine))
    assert "Een collega bewaarde net: Ouderen." in page
    assert 'value="Gezinnen"' in page
    assert page.count("checked") == 3  # formality, and both life domains that were ticked
    library.refresh_from_db()
    assert library.reaches == "Ouderen"
    assert check_page(page) == []
    assert 'name="version" value="2"' in page
    client.post(url, mine | {"version": "2"})
    library.refresh_from_db()
    assert (library.reaches, library.version) == ("Gezinnen", 3)


def test_needs_the_permission_and_a_team(as_user, partner, contact, teamless, library, url):
    for who in (partner, contact, teamless):
        assert as_user(who).post(url, filled(name="Van mij")).status_code == 403
    library.refresh_from_db()
    assert library.name == "Bibliotheek"


def test_sends_strangers_to_sign_in(url):
    assert Client().get(url).headers["Location"].startswith("/inloggen/")
