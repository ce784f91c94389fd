"""A young person of the house reads the own part only, and answers for themselves."""

import pytest
from django.db import transaction

from casework.models import Action, Goal, Seat, TimelineEntry
from casework.models.case_files import NewPerson
from tests import factories
from tests.casework.browser import send, words
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database
from wijkteam.models import User


@pytest.fixture
def lisa(family, professional) -> User:
    user = factories.user("Lisa", "resident")
    family.case_file.add_person(NewPerson("Lisa", "young", user=user, has_seat=True), professional)
    seat = Seat.objects.get(person__user=user)
    for whose, said in [(seat.person, "Naar dansles"), (family.resident.person, "Geen schulden")]:
        goal = Goal(case_file=family.case_file, life_domain="taking_part", words=said,
                    created_by=family.coordinator, whose=whose)  # fmt: skip
        goal.add()
        Action(case_file=family.case_file, goal=goal, words=f"doen: {said}",
               owner=family.coordinator, created_by=family.coordinator).add()  # fmt: skip
    return user


def test_the_own_part_and_nothing_of_the_parents(family, as_user, lisa, difference):
    response = as_user(lisa).get(family.own_url)
    page = words(response)
    assert check_page(response.content.decode()) == []
    assert "Naar dansles" in page
    assert "doen: Naar dansles" in page
    assert family.money.words in page  # of the whole family
    for hidden in ["Geen schulden", "over geld", difference.subject, "Elke maandag de post",
                   "Ik zie iets anders"]:  # fmt: skip
        assert hidden not in page, hidden
    assert as_user(lisa).get(f"{family.own_url}verschil/").status_code == 404


def test_the_database_says_the_same(family, lisa, difference):
    with transaction.atomic(), app_login(), database.role("wijkteam_resident", lisa.pk):
        assert "Geen schulden" not in set(Goal.objects.values_list("words", flat=True))
        assert not TimelineEntry.objects.exists()


def test_a_professional_says_what_a_young_person_may_read(
    family, as_user, lisa, professional, resident
):
    url = f"{family.url}bericht/"
    for address in (url, f"{family.url}documenten/erbij/"):
        page = words(as_user(professional).get(address))
        assert "Ook jongeren in dit gezin mogen dit lezen" in page
        # Left out, it is kept from the young alone, and nobody may think otherwise.
        assert "De volwassenen in dit gezin lezen ook zonder dit vinkje mee." in page
    send(as_user(professional), url, words="Lisa danst weer", for_household="on")
    send(as_user(professional), url, words="Over de ouders")
    assert "Over de ouders" in words(as_user(resident).get(family.own_url))
    page = words(as_user(lisa).get(family.own_url))
    assert "Lisa danst weer" in page
    assert "Over de ouders" not in page


def test_her_own_words_reach_the_table_and_not_the_house(
    family, as_user, lisa, resident, professional
):
    send(as_user(lisa), f"{family.own_url}bericht/", words="Ik vind het thuis vaak druk")
    assert "vaak druk" in words(as_user(professional).get(family.url))
    assert "vaak druk" not in words(as_user(resident).get(family.own_url))
