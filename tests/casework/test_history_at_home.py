"""What changed in a goal is for who may read the goal, from the day that it was theirs to read."""

import pytest
from django.db import transaction
from django.utils import timezone

from casework.models import Action, Goal, Person, Seat
from casework.models.case_files import NewPerson
from tests import factories
from tests.casework.browser import words
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database
from wijkteam.models import Change, User


@pytest.fixture
def lisa(family, professional) -> User:
    """16 or 17, with a goal of her own that her father does not read."""
    user = factories.user("Lisa", "resident")
    family.case_file.add_person(NewPerson("Lisa", "young", user=user, has_seat=True), professional)
    return user


def write(family, whose, said) -> Goal:
    """A goal with an action of the team, both reworded once."""
    goal = Goal(case_file=family.case_file, life_domain="taking_part", words=f"{said} eerst",
                created_by=family.coordinator, whose=whose)  # fmt: skip
    goal.add()
    reword(goal, said)
    action = Action(case_file=family.case_file, goal=goal, words=f"doen: {said}",
                    owner=family.coordinator, created_by=family.coordinator)  # fmt: skip
    action.add()
    return goal


def reword(goal: Goal, said: str, **more) -> None:
    for name, value in more.items():
        setattr(goal, name, value)
    goal.words = said
    goal.change(Seat.objects.get(case_file=goal.case_file, is_coordinator=True), goal.version)


def history(client, family) -> str:
    response = client.get(f"{family.own_url}geschiedenis/")
    assert response.status_code == 200
    assert check_page(response.content.decode()) == []
    return words(response)


def in_sql(user) -> str:
    with transaction.atomic(), app_login(), database.role("wijkteam_resident", user.pk):
        return str(list(Change.objects.values_list("table_name", "old", "new")))


def test_a_young_person_reads_the_history_of_the_own_goals(family, as_user, lisa, resident):
    write(family, Person.objects.get(user=lisa), "Naar dansles")
    write(family, family.resident.person, "Geen schulden")
    write(family, None, "Samen eten")
    assert "Wat er veranderde" in words(as_user(lisa).get(family.own_url))
    page = history(as_user(lisa), family)
    assert "Niets gaat verloren" not in page  # it is not all of the plan
    for shown in ["Naar dansles eerst</del>", "doen: Naar dansles", "Samen eten eerst</del>"]:
        assert shown in page, shown
    for text in (page, in_sql(lisa)):
        for hidden in ["Geen schulden", "Elke maandag de post", "casework_seat"]:
            assert hidden not in text, hidden
    assert "casework_seat" in in_sql(resident)


def test_so_does_a_house_that_is_kept_apart(family, as_user, professional, resident):
    other = factories.user("Linda", "resident")
    new = NewPerson("Linda", user=other, has_seat=True)
    family.case_file.add_person(new, professional)
    write(family, family.resident.person, "Geen schulden")
    write(family, Person.objects.get(user=other), "Een eigen plek")
    family.case_file.keep_apart(professional, True)
    for user, own, not_own in [(resident, "Geen schulden", "Een eigen plek"),
                               (other, "Een eigen plek", "Geen schulden")]:  # fmt: skip
        page = history(as_user(user), family)
        assert f"{own} eerst</del>" in page
        for text in (page, in_sql(user)):
            assert not_own not in text


def test_what_it_said_when_it_was_anothers_stays_theirs(family, as_user, professional, lisa):
    goal = write(family, family.resident.person, "Geen schulden")
    reword(goal, "Rust in huis", whose=None)
    reword(goal, "Rust aan tafel")
    action = family.actions["own"]
    action.owner = family.coordinator
    action.change(family.coordinator, action.version)
    action.words = "De post samen openen"
    action.change(family.coordinator, action.version)
    page = history(as_user(lisa), family)
    assert "Rust in huis</del>" in page
    for text in (page, in_sql(lisa)):
        assert "Geen schulden" not in text
        assert text.count("Elke maandag de post openen") == 1  # what it said on the day it moved


def test_a_kept_goal_leaves_no_trace_of_what_came_and_went(family, as_user, lisa, resident):
    """An action that comes back, ticked off by mistake: the next one is gone, with its words."""
    born = timezone.localdate().year - 17
    Person.objects.filter(user=lisa).update(birth_year=born)
    goal = write(family, Person.objects.get(user=lisa), "Praten met oma")
    action = Action(
        case_file=family.case_file, goal=goal, words="Elke week bellen", repeat="weekly",
        owner=family.coordinator, created_by=family.coordinator,
    )  # fmt: skip
    action.add()
    action.finish(family.coordinator)
    action.reopen()
    for text in (history(as_user(resident), family), in_sql(resident)):
        assert "Praten met oma" not in text
        assert "Elke week bellen" not in text
    reword(goal, "Vaker naar oma", whose=None)
    reword(goal, "Vaak naar oma")
    for text in (history(as_user(resident), family), in_sql(resident)):
        assert "Praten met oma" not in text
    assert "Vaker naar oma</del>" in history(as_user(resident), family)
