"""What changed, old and new, is written by the database: by whom and through which login."""

import pytest
from django.db import DatabaseError, connection, transaction

from casework.models import CaseFile, Goal, Seat
from tests import factories
from tests.conftest import app_login
from wijkteam import database
from wijkteam.models import AccessLog, Change

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(professional, team, resident) -> CaseFile:
    return factories.case_file(professional, team, resident=resident)


@pytest.fixture
def goal(file, professional) -> Goal:
    seat = file.seats.get(is_coordinator=True)
    goal = Goal(
        case_file=file, life_domain="money", words="Rust in de post", start_mark=3, wished_mark=7,
        created_by=seat,
    )  # fmt: skip
    goal.add()
    return goal


def test_a_change_on_a_page_carries_person_role_and_number(as_user, professional, goal):
    url = f"/werk/doelen/{goal.pk}/"
    fields = {"words": "Alle post open", "life_domain": "money", "version": goal.version}
    as_user(professional).post(url, fields)
    change = Change.objects.filter(table_name="casework_goal", act="UPDATE").first()
    assert change is not None
    assert (change.old["words"], change.new["words"]) == ("Rust in de post", "Alle post open")
    assert (change.user_id, change.login, change.role) == (
        professional.pk, "wijkteam_app", "wijkteam_professional",
    )  # fmt: skip
    assert AccessLog.objects.filter(correlation=change.correlation).exists()


def test_plain_sql_past_the_program_is_recorded_with_login_and_role(goal):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE casework_goal SET words = 'Iets anders' WHERE id = %s", [goal.pk])
        cursor.execute("SELECT session_user")
        login = cursor.fetchone()[0]
    change = Change.objects.filter(row_id=goal.pk, act="UPDATE").get()
    assert change.new == {"words": "Iets anders"}
    assert (change.user_id, change.login, change.role) == (None, login, "none")


def test_nothing_changed_writes_nothing(goal):
    Goal.objects.filter(pk=goal.pk).update(words=goal.words)
    assert not Change.objects.filter(row_id=goal.pk, act="UPDATE").exists()


def test_of_a_deleted_row_only_the_fact_stays(goal):
    Goal.objects.filter(pk=goal.pk).delete()
    change = Change.objects.get(row_id=goal.pk, act="DELETE")
    assert (change.old, change.new) == ({}, {})


@pytest.mark.parametrize("role", ["resident", "professional", "privacy_officer", "worker"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE wijkteam_change SET old = '{}'",
        "DELETE FROM wijkteam_change",
        "INSERT INTO wijkteam_change (id) VALUES (gen_random_uuid())",
        "UPDATE wijkteam_accesslog SET why = ''",
        "DELETE FROM wijkteam_accesslog",
        "DELETE FROM wijkteam_accessseal",
    ],
)
def test_nobody_rewrites_what_was_written(role, statement):
    with (
        app_login(),
        database.role(role, 1),
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def seen_by(user, role: str) -> set[str]:
    with app_login(), database.role(role, user.pk):
        return {change.table_name for change in Change.objects.all()}


def test_who_reads_the_row_reads_its_changes(professional, resident, outsider, goal):
    assert "casework_goal" in seen_by(professional, "professional")
    assert "casework_goal" in seen_by(resident, "resident")
    assert seen_by(outsider, "professional") == set()


def test_a_partner_reads_changes_of_the_own_domains_only(professional, partner, file, goal):
    factories.consent(file, partner.organisation, ["parenting"], professional)
    factories.says_yes(Seat.invite(file, partner, professional, "juf", ["parenting"]))
    assert "casework_goal" not in seen_by(partner, "professional")
    assert "casework_sharingground" not in seen_by(partner, "professional")


def test_a_request_is_watched_too(team):
    asked = factories.request(team)
    assert Change.objects.filter(request_id=asked.pk, act="INSERT").exists()
