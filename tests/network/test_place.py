"""One place: what a team sees, and what a partner does not."""

import uuid

from django.test import Client

from tests.network.conftest import words
from tests.page import check_page


def test_the_team_sees_people_visits_and_signals(as_user, professional, library, ria, worry):
    library.log_contact(professional, kind="visit", told="Veel brieven.", life_domains=["money"])
    page = words(as_user(professional).get(f"/netwerk/{library.pk}/"))
    assert "Ria van der Berg" in page
    assert "Veel brieven." in page
    assert "Over één persoon of gezin" in page
    assert "Mevrouw Bakari" not in page
    assert check_page(page) == []


def test_a_partner_sees_the_place_alone(as_user, partner, professional, library, ria, worry):
    library.log_contact(professional, kind="visit", told="Veel brieven.")
    page = words(as_user(partner).get(f"/netwerk/{library.pk}/"))
    assert "Bibliotheek" in page
    assert "Ria van der Berg" not in page
    assert "Veel brieven." not in page
    assert "Over één persoon" not in page
    assert check_page(page) == []


def test_who_left_every_team_is_like_a_partner(as_user, teamless, library, ria):
    page = words(as_user(teamless).get(f"/netwerk/{library.pk}/"))
    assert "Ria van der Berg" not in page
    for deed in ("Was u er, of belde u?", "Bewerk", "Iemand toevoegen"):
        assert deed not in page
    assert "Nieuwe plek" not in words(as_user(teamless).get("/netwerk/"))
    assert as_user(teamless).get(f"/netwerk/{library.pk}/bewerken/").status_code == 403


def test_an_unknown_place_is_not_there(as_user, professional):
    for deed in ("", "bewerken/", "contact/", "stopt/", "mensen/"):
        assert as_user(professional).get(f"/netwerk/{uuid.uuid4()}/{deed}").status_code == 404


def test_needs_the_permission(as_user, contact, municipality, library, ria):
    for who in (contact, municipality):
        assert as_user(who).get(f"/netwerk/{library.pk}/").status_code == 403


def test_sends_strangers_to_sign_in(library):
    assert Client().get(f"/netwerk/{library.pk}/").headers["Location"].startswith("/inloggen/")
