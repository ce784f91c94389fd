"""What a place offers and asks, beside a plan: suggested, and accepted by people alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casework.models import Action, Goal
from network.models import Vindplaats
from tests.casework.browser import words
from tests.page import check_page


@pytest.fixture
def club(team) -> Vindplaats:
    """Not about money, where the plan has its goal: the words must do it."""
    place = Vindplaats.objects.create(
        name="Biljartclub De Keu", kind="sport", asks="Een barman op dinsdag",
        life_domains=["network"],
    )  # fmt: skip
    place.neighbourhoods.set(team.neighbourhoods.all())
    return place


@pytest.fixture
def wish(family) -> Action:
    action = Action(
        case_file=family.case_file, words="Iets om handen zoeken, liefst werk op dinsdag",
        life_domain="work", owner=family.resident, created_by=family.coordinator,
    )  # fmt: skip
    action.add()
    return action


def test_a_wish_meets_a_place(as_user, professional, family, wish, club):
    page = words(as_user(professional).get(f"{family.url}buurt/"))
    assert "Biljartclub De Keu" in page
    assert "Een barman op dinsdag" in page
    assert check_page(page) == []


def test_nothing_is_put_in_the_plan_by_itself(as_user, professional, family, wish, club):
    before = Action.objects.count()
    as_user(professional).get(f"{family.url}buurt/")
    assert Action.objects.count() == before


def test_accepting_makes_one_action_of_who_accepts(as_user, professional, family, wish, club):
    client = as_user(professional)
    page = words(client.get(f"{family.url}buurt/"))
    chosen = page.split('name="match" value="')[1].split('"')[0]
    for _twice in range(2):
        assert client.post(f"{family.url}buurt/ja/", {"match": chosen}).status_code == 302
    action = Action.objects.get(words__contains="Biljartclub")
    assert action.owner == family.coordinator
    assert action.life_domain == "work"
    assert client.post(f"{family.url}buurt/ja/", {"match": "onzin"}).status_code == 302


def test_no_word_of_the_plan_goes_to_the_register(as_user, professional, family, wish, club):
    client = as_user(professional)
    client.get(f"{family.url}buurt/")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(f"{family.url}buurt/")
    register = [q["sql"] for q in asked if "network_vindplaats" in q["sql"]]
    assert register
    telling = [wish.words, *Goal.objects.values_list("words", flat=True), "dinsdag", "Jansen"]
    assert not [sql for sql in register for word in telling if word in sql]
    assert not [
        q for q in asked if q["sql"].startswith(('INSERT INTO "network', 'UPDATE "network'))
    ]


def test_what_somebody_may_not_read_matches_nothing(as_user, partner, family, wish, club):
    page = words(as_user(partner).get(f"{family.url}buurt/"))
    assert "Biljartclub" not in page


def test_others_find_no_file(as_user, outsider, resident, contact, family):
    assert as_user(outsider).get(f"{family.url}buurt/").status_code == 404
    for who in (resident, contact):
        assert as_user(who).get(f"{family.url}buurt/").status_code == 403
