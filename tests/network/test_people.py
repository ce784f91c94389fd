"""The people behind a place: who, why we may keep the name, and when someone left."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from network.models import VindplaatsContact
from tests.network.conftest import words
from tests.page import check_page


def filled(**values) -> dict:
    until = timezone.localdate() + timedelta(days=400)
    parts = {"keep_until_0": until.day, "keep_until_1": until.month, "keep_until_2": until.year}
    return {"name": "Wilma Groen", "ground": "consent"} | parts | values


@pytest.fixture
def url(library) -> str:
    return f"/netwerk/{library.pk}/mensen/"


def test_a_name_is_added_with_its_ground(as_user, professional, library, url):
    client = as_user(professional)
    assert check_page(words(client.get(url))) == []
    page = words(client.post(url, filled(phone="020 130 00 01"), follow=True))
    person = VindplaatsContact.objects.get()
    assert (person.name, person.ground) == ("Wilma Groen", "consent")
    assert "Wilma Groen" in page
    assert "020 130 0001" in page


def test_sending_twice_adds_one(as_user, professional, url):
    data = filled(key=str(uuid.uuid4()))
    for _twice in range(2):
        assert as_user(professional).post(url, data).status_code == 302
    assert VindplaatsContact.objects.count() == 1


def test_changing_keeps_the_account(as_user, professional, ria, contact):
    client = as_user(professional)
    url = f"/netwerk/mensen/{ria.pk}/"
    assert check_page(words(client.get(url))) == []
    client.post(url, filled(name="Ria Berg", key=str(uuid.uuid4())))
    ria.refresh_from_db()
    assert (ria.name, ria.user) == ("Ria Berg", contact)
    assert VindplaatsContact.objects.count() == 1


def test_who_left_stands_there_no_more(as_user, professional, contact, ria):
    page = words(as_user(professional).post(f"/netwerk/mensen/{ria.pk}/weg/", follow=True))
    assert "Ria van der Berg" not in page
    assert VindplaatsContact.objects.filter(pk=ria.pk, left_at__isnull=False).exists()
    assert "Wij weten nog niet bij welke plek u hoort" in words(as_user(contact).get("/signaal/"))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"name": ""}, "Vul een naam in."),
        ({"phone": "020 12"}, "telefoonnummer"),
        ({"email": "wilma@"}, "e-mailadres"),
        ({"ground": ""}, "Kies een van de antwoorden."),
        ({"keep_until_2": "2001"}, "Kies een dag die nog moet komen."),
    ],
)
def test_what_is_wrong_is_said(as_user, professional, url, values, said):
    page = words(as_user(professional).post(url, filled(role_there="gastvrouw", **values)))
    assert said in page
    assert 'value="gastvrouw"' in page
    assert not VindplaatsContact.objects.exists()
    assert check_page(page) == []


def test_an_unknown_person_is_not_there(as_user, professional):
    assert as_user(professional).get(f"/netwerk/mensen/{uuid.uuid4()}/").status_code == 404


def test_needs_the_permission_and_a_team(as_user, partner, contact, teamless, ria, url):
    for who in (partner, contact, teamless):
        client = as_user(who)
        assert client.post(url, filled()).status_code == 403
        assert client.get(f"/netwerk/mensen/{ria.pk}/").status_code == 403
        assert client.post(f"/netwerk/mensen/{ria.pk}/weg/").status_code == 403
    assert VindplaatsContact.objects.get().left_at is None


def test_sends_strangers_to_sign_in(ria, url):
    for address in (url, f"/netwerk/mensen/{ria.pk}/", f"/netwerk/mensen/{ria.pk}/weg/"):
        assert Client().post(address).headers["Location"].startswith("/inloggen/")
