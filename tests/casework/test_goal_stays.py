"""From 16 what is one's own is handed to nobody: on the page, and with bare statements."""

import pytest
from django.db import ProgrammingError, transaction
from django.utils import timezone

from casework.models import CaseFile, Goal, HouseholdMember, Person
from tests.casework.browser import send, words
from tests.conftest import app_login
from wijkteam import database

YEAR = timezone.localdate().year


def goal_of(family, role: str, **person) -> Goal:
    owner = Person.objects.create(name="Sam", **person)
    HouseholdMember.objects.create(household=family.case_file.household, person=owner, role=role)
    goal = Goal(case_file=family.case_file, life_domain="parenting", words="Op kamers",
                whose=owner, created_by=family.coordinator)  # fmt: skip
    goal.add()
    return goal


def hands_on(goal: Goal, user, to=None) -> bool:
    try:
        with transaction.atomic(), app_login(), database.role("professional", user.pk):
            return Goal.objects.filter(pk=goal.pk).update(whose=to) == 1
    except ProgrammingError as error:
        return "handed to nobody" not in str(error)


@pytest.mark.parametrize(("role", "person", "is_apart", "goes"), [
    ("young", {"birth_year": YEAR - 16}, False, False),
    ("child", {"birth_year": YEAR - 17}, False, False),
    ("child", {"birth_year": YEAR - 19}, False, False),
    ("adult", {"goals_shown_to": []}, False, False),
    ("adult", {}, True, False),
    ("young", {"birth_year": YEAR - 16}, True, False),
    ("adult", {}, False, True),
    ("child", {"birth_year": YEAR - 10}, False, True),
    ("child", {"birth_year": YEAR - 10}, True, True),
    ("child", {}, True, True),
])  # fmt: skip
def test_who_writes_at_the_table_hands_on_only_what_everybody_reads_or_what_is_a_childs(
    family, professional, colleague, role, person, is_apart, goes
):
    goal = goal_of(family, role, **person)
    CaseFile.objects.update(is_apart=is_apart)
    if not goes:
        assert not hands_on(goal, professional, family.resident.person)
    assert hands_on(goal, colleague) == goes
    assert (Goal.objects.get(pk=goal.pk).whose_id is None) == goes


def test_the_form_says_so_and_changes_the_words(family, as_user, professional):
    goal = goal_of(family, "young", birth_year=YEAR - 16)
    client, url = as_user(professional), f"/werk/doelen/{goal.pk}/"
    page = words(client.get(url))
    assert "Dit doel is van Sam alleen, en gaat niet over naar iemand anders." in page
    send(client, url, words="Op kamers in mei", whose=str(family.resident.person.pk))
    goal.refresh_from_db()
    assert (goal.words, goal.whose.name) == ("Op kamers in mei", "Sam")


def test_another_goal_still_becomes_somebody_elses_by_the_form(family, as_user, professional):
    goal = goal_of(family, "adult")
    client, url = as_user(professional), f"/werk/doelen/{goal.pk}/"
    assert "gaat niet over naar iemand anders" not in words(client.get(url))
    send(client, url, whose="")
    assert Goal.objects.get(pk=goal.pk).whose is None
