"""What goes into a release, counted by the role that reads keys and kinds, in a world by hand."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from casework.models import Action, Goal, GoalReview
from intake.models import ConversationRequest
from monitor.counting import Counts, count, minutes_per_file, waited
from monitor.making import Past, stocks
from monitor.periods import Quarter
from monitor.release_catalogue import ABOUT, AXES, TOLD
from monitor.release_tables import SOURCES, TABLES
from monitor.told import minutes_in_words
from tests import factories
from tests.casework.counting import queries
from wijkteam import database
from wijkteam.choices import Role
from wijkteam.models import TeamMembership, WritingTime


@pytest.fixture
def now(db) -> Quarter:
    return Quarter.of(timezone.localdate())


def counted(period: Quarter) -> Counts:
    with transaction.atomic(), database.role("statistics"):
        return count(period, SOURCES)


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
    assert found.classes["case_files"] == {"begin": 0, "new": 1, "end": 1}
    assert found.classes["tables_with_coordinator"] == {"one": 1, "other": 0}
    assert found.classes["professionals_per_family"]["1_2"] == 1
    assert found.classes["families_by_mark"] == {"up": 1, "same": 0, "down": 0}
    assert found.classes["families_by_doer"] == {"own": 0, "even": 0, "professional": 1}
    assert found.classes["days_to_first_deed"] == {"not_yet": 1}
    assert counted(now.following).classes["case_files"] == {"begin": 1, "new": 0, "end": 1}


def test_begin_new_closed_and_end_add_up_to_what_was_published(now):
    counts = Counts({("w", "web", "none"): 5}, {
        "case_files": {"begin": 12, "new": 5, "end": 11},
        "requests": {"begin": 3, "end": 4},
        "outcomes": {"answered": 2, "arranged": 1},
        "differences": {"begin": 4, "new": 2, "decided": 1, "dissolved": 2, "end": 2},
    })  # fmt: skip
    found = stocks(counts, Past())
    assert found["case_files"] == {"begin": 12, "new": 5, "reopened": 0, "closed": 6, "end": 11}
    assert found["requests"] == {
        "begin": 3, "new": 5, "again": 0, "done": 3, "stopped": 1, "end": 4
    }  # fmt: skip
    assert found["differences"]["stopped"] == 1
    erased = stocks(counts, Past(ends={"case_files": (5, 5)}))["case_files"]
    assert (erased["begin"], erased["closed"], erased["reopened"]) == (5, 0, 1)


def test_a_request_waits_in_one_class_and_has_one_neighbourhood(team, now):
    factories.request(team, route="phone")
    found = counted(now)
    assert found.families == {("unknown", "phone", "none"): 1}
    assert found.classes["waiting_for_conversation"] == {"waiting": 1}
    assert found.classes["first_contact_in_time"] == {"running": 1}
    with transaction.atomic(), database.role("statistics"):
        assert waited(now.year) == {("unknown", "waiting"): 1}


def test_what_people_asked_in_and_what_came_of_it(team, professional, now):
    """Four came in: two in Turkish; one had an answer, one is with a plan, two are open."""
    for language, outcome in [("tr", "answered"), ("tr", ""), ("nl", "case_file"), ("nl", "")]:
        one = factories.request(team, language=language)
        if outcome:
            ConversationRequest.objects.filter(pk=one.pk).update(
                status="closed", outcome=outcome, closed_at=timezone.now()
            )
    found = counted(now).classes
    assert found["reach_by_language"] == {"tr": 2, "nl": 2}
    assert found["outcomes"] == {"answered": 1, "case_file": 1}
    assert found["requests"] == {"begin": 0, "end": 2}
    following = counted(now.following).classes
    assert following["requests"] == {"begin": 2, "end": 2}
    assert following["outcomes"] == {}


@pytest.mark.parametrize(
    ("files", "colleagues", "minutes"), [(9, 5, None), (10, 4, None), (10, 5, 12)]
)
def test_minutes_of_writing_per_family_are_told_of_ten_files_and_five_colleagues(
    professional, team, now, files, colleagues, minutes
):
    for number in range(files):
        factories.case_file(professional, team, number=str(number))
    TeamMembership.objects.filter(team=team).delete()
    for number in range(colleagues):
        factories.user(f"Collega {number}", Role.PROFESSIONAL, team)
    WritingTime.objects.create(
        id=uuid4(), week=now.first_day, team=team, page="entry_write", seconds=7200, times=40
    )
    with transaction.atomic(), database.role("statistics"):
        assert minutes_per_file(now) == minutes


def test_minutes_are_told_in_a_class():
    assert [minutes_in_words(one) for one in (0, 15, 59, 119, 120)] == [
        "minder dan een kwartier", "een kwartier tot een half uur", "een half uur tot een uur",
        "één tot twee uur", "twee uur of meer",
    ]  # fmt: skip


def test_every_table_says_what_it_is_made_of():
    for key, one in ABOUT.items():
        words = [one.question, one.formula, one.norm, one.caveat]
        assert all(str(text) for text in words), key
        assert str(one.unit) or key in TOLD
    assert {table.key for table in TABLES} - set(SOURCES) == {"families", *AXES}


def test_a_quarter_takes_a_query_per_indicator_however_many_families(team, now):
    with queries() as few:
        counted(now)
    for _more in range(5):
        factories.request(team)
    with queries() as many:
        counted(now)
    assert len(many) == len(few) <= len(SOURCES) + 5


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
