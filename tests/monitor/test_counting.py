"""What goes into a release, counted by the role that reads keys and kinds, in a world by hand."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from casework.models import Action, Goal, GoalReview
from monitor.counting import Counts, count, waited
from monitor.making import Past, flow
from monitor.periods import Quarter
from tests import factories
from tests.casework.counting import queries
from wijkteam import database


@pytest.fixture
def now(db) -> Quarter:
    return Quarter.of(timezone.localdate())


def counted(period: Quarter) -> Counts:
    with transaction.atomic(), database.role("statistics"):
        return count(period)


def test_a_file_of_this_quarter_in_every_class(team, professional, now):
    one = factories.case_file(professional, team)
    seat = one.seats.get(is_coordinator=True)
    goal = Goal.objects.create(
        case_file=one, life_domain="money", words="Rust", start_mark=4, created_by=seat
    )
    for mark in (5, 7):
        GoalReview.objects.create(case_file=one, goal=goal, life_domain="money", mark=mark, by=seat)
    Action.objects.create(
        case_file=one, goal=goal, life_domain="money", words="Bellen", owner=seat,
        due=timezone.localdate(), created_by=seat,
    )  # fmt: skip
    found = counted(now)
    assert found.files == {"begin": 0, "new": 1, "end": 1}
    assert found.classes["tables_with_coordinator"] == {"one": 1, "other": 0}
    assert found.classes["professionals_per_family"]["1_2"] == 1
    assert found.classes["families_by_mark"] == {"up": 1, "same": 0, "down": 0}
    assert found.classes["families_by_doer"] == {"own": 0, "even": 0, "professional": 1}
    assert found.classes["days_to_first_deed"] == {"not_yet": 1}
    assert counted(now.following).files == {"begin": 1, "new": 0, "end": 1}


def test_begin_new_closed_and_end_add_up_to_what_was_published(now):
    files = {"begin": 12, "new": 5, "end": 11}
    assert flow(Counts(files=files), Past()) == {
        "begin": 12, "new": 5, "reopened": 0, "closed": 6, "end": 11
    }  # fmt: skip
    erased = flow(Counts(files=files), Past(end=(5, 5)))
    assert (erased["begin"], erased["closed"], erased["reopened"]) == (5, 0, 1)


def test_a_request_waits_in_one_class_and_has_one_neighbourhood(team, now):
    factories.request(team, route="phone")
    found = counted(now)
    assert found.families == {("unknown", "phone", "none"): 1}
    assert found.classes["waiting_for_conversation"] == {"waiting": 1}
    assert found.classes["first_contact_in_time"] == {"running": 1}
    with transaction.atomic(), database.role("statistics"):
        assert waited(now.year) == {("unknown", "waiting"): 1}


def test_a_quarter_takes_a_query_per_indicator_however_many_families(team, now):
    with queries() as few:
        counted(now)
    for _more in range(5):
        factories.request(team)
    with queries() as many:
        counted(now)
    assert len(many) == len(few) <= 16


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT name FROM intake_conversationrequest",
        "SELECT name FROM casework_household",
        "SELECT words FROM casework_goal",
        "SELECT words FROM network_signal",
        "SELECT name FROM wijkteam_user",
        "UPDATE casework_casefile SET team_id = 1",
    ],
)
def test_the_role_that_counts_reads_no_name_and_no_word(db, statement):
    denied = pytest.raises(DatabaseError, match="permission denied")
    with denied, transaction.atomic(), database.role("statistics"):
        connection.cursor().execute(statement)


def test_a_quarter_ends_where_the_next_begins():
    last = Quarter(2025, 4)
    assert last.following == Quarter(2026, 1)
    assert Quarter(2026, 1).previous == last
    assert last.until == Quarter(2026, 1).since
    assert last.is_over(Quarter(2026, 1).first_day)
    assert not Quarter(2026, 1).is_over(Quarter(2026, 1).first_day)
