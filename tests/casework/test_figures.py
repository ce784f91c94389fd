"""The counts of the monitor: right, for the teams that were asked, without a word of a family."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.utils import ProgrammingError
from django.utils import timezone

from casework import figures
from casework.models import Action, CaseFile, Goal, Seat
from tests import factories
from tests.conftest import app_login
from wijkteam import database

TODAY = timezone.localdate
THIS = figures.quarter_of


@pytest.fixture
def counts(professional):
    """A figure as a professional asks for it, with the real locks on."""

    def ask(function, *teams):
        with app_login(), database.role("professional", professional.pk):
            return function([team.pk for team in teams], TODAY() - timedelta(days=200))

    return ask


def test_open_files_at_the_end_of_each_quarter(family, counts, team, other_team, outsider):
    opened = timezone.localtime() - timedelta(days=100)
    CaseFile.objects.update(opened_at=opened)
    factories.case_file(outsider, other_team, number="99")
    this = THIS(TODAY())
    assert counts(figures.open_case_files, team)[this, "open"] == 1
    assert counts(figures.open_case_files, team, other_team)[this, "open"] == 2
    first = THIS(opened.date())
    assert counts(figures.open_case_files, team)[first, "open"] == 1
    assert counts(figures.open_case_files, team)[THIS(first - timedelta(days=1)), "open"] == 0


def test_a_closed_file_counts_until_it_closed(family, counts, team, professional):
    CaseFile.objects.update(opened_at=timezone.localtime() - timedelta(days=190))
    family.case_file.close(professional, "Het gaat weer.")
    found = counts(figures.open_case_files, team)
    before = THIS(THIS(TODAY()) - timedelta(days=1))
    assert (found[before, "open"], found[THIS(TODAY()), "open"]) == (1, 0)


def test_who_sits_at_the_tables(family, counts, team):
    this = THIS(TODAY())
    assert counts(figures.tables_with_coordinator, team) == {(this, "one"): 1, (this, "other"): 0}
    assert counts(figures.professionals_per_family, team)[this, "3_5"] == 1
    assert counts(figures.organisations_per_family, team)[this, "1_2"] == 1


def test_who_was_only_asked_sits_at_no_table(family, counts, team):
    this, soon = THIS(TODAY()), timezone.now() + timedelta(hours=1)
    Seat.objects.filter(pk=family.partner.pk).update(accepted_at=None)
    assert counts(figures.professionals_per_family, team)[this, "1_2"] == 1
    with app_login(), database.role("statistics"):
        assert figures.tables_at(soon)["people"]["1_2"] == 1
    Seat.objects.filter(pk=family.partner.pk).update(accepted_at=timezone.now())
    with app_login(), database.role("statistics"):
        assert figures.tables_at(soon)["people"]["3_5"] == 1


def test_who_does_what_was_agreed(family, counts, team):
    Action(
        case_file=family.case_file, words="koken", owner=family.els, created_by=family.coordinator
    ).add()
    this = THIS(TODAY())
    assert counts(figures.actions_by_owner, team) == {
        (this, "household"): 1, (this, "professional"): 4, (this, "network"): 1,
    }  # fmt: skip


def test_days_to_the_first_deed(family, counts, team, other_team, outsider):
    factories.case_file(outsider, other_team, number="99")
    family.actions["own"].finish(family.resident)
    this = THIS(TODAY())
    assert counts(figures.days_to_first_deed, team, other_team) == {
        (this, "week"): 1, (this, "not_yet"): 1,
    }  # fmt: skip


def test_goals_up_same_and_down(family, counts, team):
    family.money.review(family.resident, 2)
    family.money.review(family.resident, 6)
    family.parenting.review(family.resident, 3)
    this = THIS(TODAY())
    assert counts(figures.goals_by_mark, team) == {(this, "up"): 1, (this, "same"): 1}


@pytest.mark.parametrize(
    "column", ["casework_goal.words", "casework_timelineentry.words", "casework_difference.subject",
               "casework_mandatequestion.words", "casework_stuckpoint.words",
               "casework_person.name",
               "casework_seat.name", "casework_casefile.outcome_words"],
)  # fmt: skip
def test_the_role_that_counts_reads_no_words_and_no_names(family, column):
    table, name = column.split(".")
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        app_login(),
        database.role("statistics"),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"SELECT {name} FROM {table}")


def test_the_visitor_is_back_afterwards(family, counts, professional, team):
    with app_login(), database.role("professional", professional.pk):
        figures.goals_by_mark([team.pk], TODAY())
        assert Goal.objects.count() == 2
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            assert cursor.fetchone() == ("wijkteam_professional",)
