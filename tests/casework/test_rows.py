"""Rows as the database gives them: the same rows as Django's own (wijkteam/rows.py)."""

import pytest

from casework.models import CaseFile, Goal, Household
from casework.opening import opened
from wijkteam import database
from wijkteam.models import Team

pytestmark = pytest.mark.django_db


def test_a_row_of_the_database_is_changed_and_not_made_anew(family):
    goal = Goal.objects.get(pk=family.money.pk)
    assert (goal._state.adding, goal._state.db) == (False, "default")
    goal.words = "Rust aan de keukentafel"
    goal.save()
    assert Goal.objects.get(pk=goal.pk).words == "Rust aan de keukentafel"


def test_what_was_left_out_is_read_when_it_is_asked(family, django_assert_num_queries):
    goal = Goal.objects.only("words").get(pk=family.money.pk)
    with django_assert_num_queries(1):
        assert goal.life_domain == "money"


def test_a_file_asked_by_hand_is_the_file(family, professional):
    one, rights = opened(professional, family.case_file.pk) or pytest.fail("not opened")
    for mine, model in ((one, CaseFile), (one.household, Household), (one.team, Team)):
        theirs = model.objects.get(pk=mine.pk)
        for field in model._meta.concrete_fields:
            assert getattr(mine, field.attname) == getattr(theirs, field.attname), field.attname
    assert rights["view_casefile"] is None


def test_a_column_that_is_kept_from_a_role_is_not_asked_for_it(family, resident):
    """The database would refuse the whole question."""
    with database.role("resident", resident.pk):
        one, _rights = opened(resident, family.case_file.pk) or pytest.fail("not opened")
    assert one.restricted_at is None
