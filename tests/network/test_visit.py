"""A visit logged in twenty seconds."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from network.models import ContactMoment
from tests.network.conftest import words
from tests.page import check_page


@pytest.fixture
def url(library) -> str:
    return f"/netwerk/{library.pk}/contact/"


def test_one_click_is_enough(as_user, professional, make_place, team):
    place = make_place("Koud", team, spoken=200)
    assert place.is_cold()
    client = as_user(professional)
    page = words(client.get(f"/netwerk/{place.pk}/contact/"))
    assert 'value="visit"' in page
    assert "checked" in page
    assert check_page(page) == []
    client.post(f"/netwerk/{place.pk}/contact/", {"kind": "visit"})
    place.refresh_from_db()
    assert place.last_contact_on == timezone.localdate()
    assert not place.is_due()
    moment = ContactMoment.objects.get()
    assert (moment.by, moment.kind, moment.told) == (professional, "visit", "")


def test_what_was_heard_stands_at_the_place(as_user, professional, library, url):
    data = {"kind": "call", "told": "Veel vragen over de huur.", "life_domains": ["housing"]}
    page = words(as_user(professional).post(url, data, follow=True))
    assert "Veel vragen over de huur." in page
    assert "wonen" in page


def test_sending_twice_logs_once(as_user, professional, library, url):
    data = {"kind": "visit", "key": str(uuid.uuid4())}
    for _twice in range(2):
        assert as_user(professional).post(url, data).status_code == 302
    assert ContactMoment.objects.count() == 1


def test_an_older_visit_does_not_set_the_rhythm_back(as_user, professional, library, url):
    before = library.last_contact_on
    day = timezone.localdate() - timedelta(days=40)
    data = {"kind": "visit", "on_0": day.day, "on_1": day.month, "on_2": day.year}
    as_user(professional).post(url, data)
    library.refresh_from_db()
    assert library.last_contact_on == before
    assert timezone.localdate(ContactMoment.objects.get().at) == day


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"kind": ""}, "Kies een van de antwoorden."),
        ({"kind": "dans"}, "Dit antwoord kennen we niet."),
        ({"kind": "visit", "on_0": "1", "on_1": "1", "on_2": "2990"}, "Deze dag moet nog komen."),
        ({"kind": "visit", "on_0": "31", "on_1": "2", "on_2": "2026"}, "Deze datum bestaat niet."),
        ({"kind": "visit", "on_0": "1", "on_1": "1", "on_2": "1900"}, "te lang geleden"),
        ({"kind": "visit", "told": "\x00"}, "Null"),
    ],
)
def test_what_is_wrong_is_said(as_user, professional, library, url, data, said):
    page = words(as_user(professional).post(url, {"told": "Blijft staan"} | data))
    assert said in page
    assert not ContactMoment.objects.exists()
    if "told" not in data:
        assert "Blijft staan" in page
    assert check_page(page) == []


def test_needs_the_permission_and_a_team(as_user, partner, contact, teamless, library, url):
    for who in (partner, contact, teamless):
        assert as_user(who).post(url, {"kind": "visit"}).status_code == 403
    assert not ContactMoment.objects.exists()


def test_sends_strangers_to_sign_in(url):
    assert Client().get(url).headers["Location"].startswith("/inloggen/")
