"""Somebody of the household who was asked by e-mail, and never had an account, gets in."""

import re

import pytest
from django.test import Client

from casework.models import Person
from casework.models.case_files import NewPerson
from tests.casework.browser import words
from wijkteam.models import OutboxMessage, User

AMINA = "Amina@elders.example"
CODE = "/inloggen/login/code/"


@pytest.fixture
def amina(family, professional) -> Person:
    return family.case_file.add_person(NewPerson("Amina", email=AMINA, has_seat=True), professional)


def ask(address: str) -> str:
    """Ask for a code; where it is to be typed."""
    return str(Client().post(CODE, {"email": address}).url)


def test_with_a_code_straight_to_the_page_of_the_mail(family, amina, settings):
    settings.ALLOWED_HOSTS = ["*"]
    client = Client(headers={"accept-language": "ar"})
    page = f"{family.own_url}delen/"
    asked = client.post(f"{CODE}?next={page}", {"email": AMINA.lower(), "next": page})
    body = OutboxMessage.objects.get(to=AMINA.lower()).body
    code = re.search(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", body)
    assert code, body
    client.post(asked.url, {"code": code.group()})
    account = User.objects.get(email=AMINA.lower())
    assert (account.name, account.role, account.language) == ("Amina", "resident", "ar")
    answer = client.get(page)
    assert answer.status_code == 200
    assert '<html lang="ar" dir="rtl"' in words(answer)
    amina.refresh_from_db()
    assert amina.user == account


def test_asking_gives_nothing_to_who_is_not_expected(family, amina, professional):
    before = User.objects.count()
    ask("niemand@elders.example")
    family.case_file.seats.filter(person=amina).update(until="2026-01-01T12:00Z")
    ask(AMINA)
    assert User.objects.count() == before


def test_twice_makes_one_account_and_no_right_before_the_code(family, amina):
    for _thumb in range(2):
        ask(AMINA)
    assert User.objects.filter(email=AMINA.lower()).count() == 1
    amina.refresh_from_db()
    assert amina.user is None
