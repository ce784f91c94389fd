"""A place that stops, and one that takes part again."""

import pytest
from django.test import Client

from tests.network.conftest import words
from tests.page import check_page


@pytest.fixture
def url(library) -> str:
    return f"/netwerk/{library.pk}/stopt/"


def test_it_leaves_the_list_and_keeps_its_story(as_user, professional, library, url):
    library.log_contact(professional, kind="visit", told="Het was fijn.")
    client = as_user(professional)
    assert check_page(words(client.get(url))) == []
    page = words(client.post(url, {"because": "Het gebouw gaat dicht."}, follow=True))
    assert "Het gebouw gaat dicht." in page
    assert "Het was fijn." in page
    assert check_page(page) == []
    assert "Bibliotheek" not in words(client.get("/netwerk/"))
    assert "Bibliotheek" in words(client.get("/netwerk/?gestopt=on"))


def test_it_takes_part_again(as_user, professional, library):
    library.retire(professional, "Verbouwing")
    as_user(professional).post(f"/netwerk/{library.pk}/weer-open/")
    library.refresh_from_db()
    assert (library.is_retired, library.retired_because) == (False, "")


def test_the_first_of_two_reasons_stays(as_user, professional, colleague, library, url):
    as_user(professional).post(url, {"because": "Verhuisd"})
    as_user(colleague).post(url, {"because": "Iets anders"})
    library.refresh_from_db()
    assert (library.retired_by, library.retired_because) == (professional, "Verhuisd")


def test_a_reason_is_needed(as_user, professional, library, url):
    page = words(as_user(professional).post(url, {"because": ""}))
    assert "Schrijf in een paar woorden waarom." in page
    library.refresh_from_db()
    assert not library.is_retired
    assert check_page(page) == []


def test_bringing_back_is_never_a_link(as_user, professional, library):
    assert as_user(professional).get(f"/netwerk/{library.pk}/weer-open/").status_code == 405


def test_needs_the_permission_and_a_team(as_user, partner, contact, teamless, library, url):
    for who in (partner, contact, teamless):
        assert as_user(who).post(url, {"because": "Zomaar"}).status_code == 403
        assert as_user(who).post(f"/netwerk/{library.pk}/weer-open/").status_code == 403
    library.refresh_from_db()
    assert not library.is_retired


def test_sends_strangers_to_sign_in(library, url):
    for address in (url, f"/netwerk/{library.pk}/weer-open/"):
        assert Client().post(address).headers["Location"].startswith("/inloggen/")
