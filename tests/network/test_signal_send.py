"""A contact passes something on, and can see that it arrived."""

import uuid

import pytest
from django.test import Client

from network.models import Signal
from tests.network.conftest import words
from tests.page import check_page
from wijkteam.models import AccessLog, OutboxMessage

PERSON, AREA = "/signaal/persoon/", "/signaal/buurt/"
WORRY = {"knows": "yes", "words": "Zij durft haar post niet te openen.", "about_name": "Amal"}


@pytest.fixture
def area(team) -> dict:
    wijk = team.neighbourhoods.get().code
    return {"words": "Schimmel in de flats.", "life_domain": "housing", "neighbourhood": wijk}


def test_a_worry_about_someone_who_knows(as_user, contact, ria, team):
    client = as_user(contact)
    assert check_page(words(client.get(PERSON))) == []
    page = words(client.post(PERSON, WORRY, follow=True))
    signal = Signal.objects.get()
    assert (signal.contact, signal.team, signal.status) == (ria, team, "new")
    assert (signal.person_knows, signal.about_name) == (True, "Amal")
    assert signal.may_become_request
    assert "Zij durft haar post niet te openen." in page
    assert "Binnen twee weken leest u hier wat ermee gebeurt." in page
    assert check_page(page) == []
    looks = AccessLog.objects.filter(user=contact, request_id=signal.pk, part="signaal")
    assert list(looks.order_by("at").values_list("act", flat=True)) == ["doorgegeven", "bekeken"]


def test_without_knowledge_there_is_no_name(as_user, contact, ria):
    client = as_user(contact)
    page = words(client.post(PERSON, WORRY | {"knows": "no"}))
    assert "Haal dit weg: deze persoon weet het nog niet." in page
    assert "Zij durft haar post niet te openen." in page
    assert not Signal.objects.exists()
    assert check_page(page) == []
    client.post(PERSON, WORRY | {"knows": "no", "about_name": ""})
    signal = Signal.objects.get()
    assert (signal.person_knows, signal.about_name) == (False, "")
    assert not signal.may_become_request


def test_something_in_the_neighbourhood(as_user, contact, ria, area):
    client = as_user(contact)
    page = words(client.get(AREA))
    assert f'value="{area["neighbourhood"]}" selected' in page
    assert check_page(page) == []
    client.post(AREA, area | {"how_many": "12", "since": "de zomer"})
    signal = Signal.objects.get()
    assert (signal.kind, signal.life_domain, signal.how_many) == ("collective", "housing", 12)
    assert signal.person_knows is None


def test_the_holder_hears_that_it_came_but_not_about_whom(as_user, contact, professional, ria):
    as_user(contact).post(PERSON, WORRY)
    mail = OutboxMessage.objects.get()
    assert (mail.to, mail.subject) == (professional.email, "Nieuw signaal van Bibliotheek")
    assert f"/netwerk/signalen/{Signal.objects.get().pk}/" in mail.body
    assert "Amal" not in mail.body
    assert "post" not in mail.body


def test_sending_twice_makes_one(as_user, contact, ria):
    data = WORRY | {"key": str(uuid.uuid4())}
    for _twice in range(2):
        assert as_user(contact).post(PERSON, data).status_code == 302
    assert Signal.objects.count() == 1
    assert OutboxMessage.objects.count() == 1


def test_the_key_of_another_signal_changes_nothing(as_user, contact, ria, damp):
    data = WORRY | {"key": str(damp.pk)}
    assert as_user(contact).post(PERSON, data).status_code == 302
    damp.refresh_from_db()
    assert damp.words == "Schimmel in de flats."
    assert Signal.objects.count() == 1


@pytest.mark.parametrize(
    ("url", "values", "said"),
    [
        (PERSON, {"knows": ""}, "Kies of die persoon het weet."),
        (PERSON, {"words": ""}, "Schrijf in een paar woorden wat u ziet."),
        (PERSON, {"words": "x" * 4001}, "4000"),
        (AREA, {"neighbourhood": ""}, "Kies een wijk."),
        (AREA, {"life_domain": ""}, "Kies een leefgebied."),
        (AREA, {"how_many": "veel"}, "Vul een getal in, bijvoorbeeld 10."),
        (AREA, {"how_many": "9" * 30}, "1000000"),
        (AREA, {"neighbourhood": "WK1"}, "Kies een van de antwoorden."),
    ],
)
def test_what_is_wrong_is_said_and_kept(as_user, contact, ria, area, url, values, said):
    data = (WORRY if url == PERSON else area | {"since": "de zomer"}) | values
    page = words(as_user(contact).post(url, data))
    assert said in page
    assert ('value="Amal"' if url == PERSON else 'value="de zomer"') in page
    assert not Signal.objects.exists()
    assert check_page(page) == []


def test_a_contact_sees_the_own_signals_alone(as_user, contact, ria, worry, damp):
    page = words(as_user(contact).get("/signaal/"))
    assert "Zij durft haar post niet te openen." in page
    assert "Schimmel in de flats." not in page
    assert "Bibliotheek" not in page.split("Wat u doorgaf")[0]
    assert check_page(page) == []


def test_an_account_without_a_place_is_told_so(as_user, contact):
    page = words(as_user(contact).get("/signaal/"))
    assert "Wij weten nog niet bij welke plek u hoort." in page
    assert as_user(contact).get(PERSON).status_code == 404
    assert check_page(page) == []


def test_there_are_two_ways_and_no_third(as_user, contact, ria):
    assert as_user(contact).get("/signaal/iets-anders/").status_code == 404


@pytest.mark.parametrize("who", ["professional", "partner", "resident", "municipality"])
def test_needs_the_permission(as_user, request, ria, who):
    client = as_user(request.getfixturevalue(who))
    for url in ("/signaal/", PERSON, AREA):
        assert client.get(url).status_code == 403
    assert client.post(PERSON, WORRY).status_code == 403


def test_sends_strangers_to_sign_in(db):
    for url in ("/signaal/", PERSON, AREA):
        assert Client().get(url).headers["Location"].startswith("/inloggen/")
