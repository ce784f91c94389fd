"""Adding a place: a name is enough."""

import uuid

import pytest
from django.test import Client

from network.models import Vindplaats
from tests.network.conftest import words
from tests.page import check_page

URL = "/netwerk/nieuw/"


def test_a_name_and_a_kind_are_enough(as_user, professional, team):
    client = as_user(professional)
    assert check_page(words(client.get(URL))) == []
    page = client.post(URL, {"name": "Kapsalon Mimi", "kind": "shop"}, follow=True)
    place = Vindplaats.objects.get()
    assert (place.name, place.formality, place.holder) == (
        "Kapsalon Mimi",
        "informal",
        professional,
    )
    assert "De plek staat in het register" in words(page)


def test_a_name_alone_is_enough_and_a_search_without_result_offers_it(as_user, professional):
    client = as_user(professional)
    link = 'href="/netwerk/nieuw/?naam=Caf%C3%A9%20Mimi"'
    assert link in words(client.get("/netwerk/", {"zoek": "Café Mimi"}))
    assert 'value="Café Mimi"' in words(client.get(URL, {"naam": "Café Mimi"}))
    client.post(URL, {"name": "Café Mimi"})
    assert Vindplaats.objects.get().kind == "other"


def test_the_kind_says_whether_it_is_formal(as_user, professional, team):
    wijk = team.neighbourhoods.get()
    data = {"name": "De Wilgen", "kind": "school", "wijk": wijk.code}
    as_user(professional).post(URL, data)
    place = Vindplaats.objects.get()
    assert place.formality == "formal"
    assert list(place.neighbourhoods.all()) == [wijk]


def test_sending_twice_makes_one(as_user, professional):
    data = {"name": "Kapsalon Mimi", "kind": "shop", "key": str(uuid.uuid4())}
    for _twice in range(2):
        assert as_user(professional).post(URL, data).status_code == 302
    assert Vindplaats.objects.count() == 1


def test_a_name_that_is_there_asks_first(as_user, professional, library):
    client = as_user(professional)
    data = {"name": "bibliotheek", "kind": "library", "key": str(uuid.uuid4())}
    page = words(client.post(URL, data))
    assert Vindplaats.objects.count() == 1
    assert f"/netwerk/{library.pk}/" in page
    assert "Het is echt een andere plek" in page
    assert check_page(page) == []
    client.post(URL, data | {"another": "on"})
    assert Vindplaats.objects.count() == 2


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"kind": "shop"},
        {"name": "Alleen een naam", "kind": "geen"},
        {"name": "\x00", "kind": "shop"},
        {"name": "x" * 121, "kind": "shop"},
        {"name": "x", "kind": "shop", "wijk": "WK1"},
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(as_user, professional, data):
    page = words(as_user(professional).post(URL, data | {"key": "geen sleutel"}))
    assert not Vindplaats.objects.exists()
    assert "utrecht-form-field--invalid" in page
    if data.get("name") == "Alleen een naam":
        assert 'value="Alleen een naam"' in page
    assert check_page(page) == []


def test_needs_the_permission_and_a_team(as_user, partner, contact, teamless):
    for who in (partner, contact, teamless):
        data = {"name": "Kapsalon Mimi", "kind": "shop"}
        assert as_user(who).post(URL, data).status_code == 403
    assert not Vindplaats.objects.exists()


def test_sends_strangers_to_sign_in(db):
    assert Client().get(URL).headers["Location"].startswith("/inloggen/")
