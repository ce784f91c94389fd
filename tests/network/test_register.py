"""The register: what needs attention first, found by filters in the address bar."""

import re

import pytest
from django.test import Client

from tests.casework.counting import queries
from tests.network.conftest import words
from tests.page import check_page

URL = "/netwerk/"


def names(response) -> list[str]:
    return re.findall(r'<a href="/netwerk/[0-9a-f-]{36}/"><bdi>(.+?)</bdi>', words(response))


@pytest.fixture
def town(make_place, team, other_team, professional):
    make_place("Warm", team, spoken=1, holder=professional, reaches="ouders")
    make_place("Net over tijd", team, spoken=31, kind="gp", formality="formal")
    make_place("Lang over tijd", other_team, spoken=60, life_domains=["money"])
    make_place("Koud", team, spoken=200, address="Lindeplein 4")


def test_the_coldest_stands_on_top(as_user, professional, town):
    page = as_user(professional).get(URL)
    assert names(page) == ["Koud", "Lang over tijd", "Net over tijd", "Warm"]
    assert "30 dagen over tijd" in words(page)
    assert "1 dag over tijd" in words(page)
    assert check_page(words(page)) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("soort=formal", ["Net over tijd"]),
        ("soort=informal", ["Koud", "Lang over tijd", "Warm"]),
        ("leefgebied=money", ["Lang over tijd"]),
        ("wie=ik", ["Warm"]),
        ("wie=niemand", ["Koud", "Lang over tijd", "Net over tijd"]),
        ("zoek=lindeplein", ["Koud"]),
        ("zoek=OUDERS+warm", ["Warm"]),
        ("zoek=over+tijd&soort=formal", ["Net over tijd"]),
        ("gestopt=on", []),
    ],
)
def test_filters_stand_in_the_address(as_user, professional, town, query, found):
    assert names(as_user(professional).get(f"{URL}?{query}")) == found


def test_a_wijk_shows_its_places(as_user, professional, town, other_team):
    code = other_team.neighbourhoods.get().code
    assert names(as_user(professional).get(f"{URL}?wijk={code}")) == ["Lang over tijd"]


@pytest.mark.parametrize(
    "query", ["wijk=WK1", "soort=x", "leefgebied=%00", "zoek=%00", "page=-1", "page=x", "wie=y"]
)
def test_a_filter_that_makes_no_sense_hides_nothing(as_user, professional, town, query):
    page = as_user(professional).get(f"{URL}?{query}")
    assert page.status_code == 200
    assert len(names(page)) == 4
    assert check_page(words(page)) == []


def test_pages_keep_their_filter(as_user, professional, make_place):
    for number in range(30):
        make_place(f"Plek {number:02d}", spoken=number)
    first = as_user(professional).get(f"{URL}?zoek=plek")
    assert "?zoek=plek&amp;tot=" in words(first)
    assert "&amp;page=2" in words(first)
    second = as_user(professional).get(f"{URL}?zoek=plek&page=2")
    assert len(names(first)) == 25
    assert len(names(second)) == 5
    assert not set(names(first)) & set(names(second))


def test_an_empty_register_says_how_to_begin(as_user, professional):
    page = words(as_user(professional).get(URL))
    assert "Eerste plek toevoegen" in page
    assert check_page(page) == []


def test_the_number_of_queries_does_not_grow(as_user, professional, make_place, team):
    client = as_user(professional)
    make_place("Een", team)
    client.get(URL)
    with queries() as few:
        client.get(URL)
    for number in range(20):
        make_place(f"Plek {number}", team, holder=professional)
    with queries() as many:
        client.get(URL)
    assert len(many) == len(few)


def test_a_partner_reads_but_finds_no_deeds(as_user, partner, town):
    page = as_user(partner).get(URL)
    assert len(names(page)) == 4
    deeds = words(page).split("<main", 1)[1].split("</main>", 1)[0]  # the menu has its own
    assert "Koud" in deeds
    assert "Nieuwe plek" not in deeds
    assert "Schrijf op" not in deeds
    assert "/contact/" not in deeds


@pytest.mark.parametrize("who", ["contact", "resident", "municipality", "privacy_officer"])
def test_needs_the_permission(as_user, request, who):
    assert as_user(request.getfixturevalue(who)).get(URL).status_code == 403


def test_sends_strangers_to_sign_in(db):
    assert Client().get(URL).headers["Location"].startswith("/inloggen/")
