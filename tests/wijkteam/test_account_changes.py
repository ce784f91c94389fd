"""What a manager changes of an account stands in the log that the officer reads, whatever way it
went; and nobody empties the tables of whoever has not left."""

import pytest
from django.contrib.admin.models import LogEntry
from django.db import ProgrammingError, connection, transaction

from tests import factories
from tests.casework.browser import words
from tests.casework.test_locks_probed import tries
from tests.conftest import app_login
from wijkteam import database
from wijkteam.models import AccessLog, User

pytestmark = pytest.mark.django_db


def said(**about) -> list[str]:
    return list(
        AccessLog.objects.filter(part="account", act="gewijzigd", **about)
        .order_by("written_at")
        .values_list("why", flat=True)
    )


def test_role_address_and_groups_of_a_colleague_stand_in_the_log(manager, colleague, team, as_user,
                                                                 privacy_officer):  # fmt: skip
    old = colleague.email
    change = (
        "UPDATE wijkteam_user SET role = 'team_lead', email = 'ik@elders.example' WHERE id = %s"
    )
    assert tries(manager, change, colleague.pk) == ""
    group = "INSERT INTO wijkteam_user_groups (user_id, group_id) SELECT %s, id FROM auth_group" \
            " WHERE name = 'team_lead'"  # fmt: skip
    assert tries(manager, group, colleague.pk) == ""
    ended = "UPDATE wijkteam_teammembership SET until = now() WHERE user_id = %s"
    assert tries(manager, ended, colleague.pk) == ""
    whose = f"{colleague.name} ({colleague.pk})"
    assert said(user=manager, ground="beheer") == [
        f"{whose}: email: {old} → ik@elders.example, role: professional → team_lead",
        f"{whose}: groep team_lead erbij",
        f"{whose}: team {team.name} eraf",
    ]
    look = AccessLog.objects.filter(part="account").first()
    assert (look.user_name, look.role) == (manager.name, "manager")
    page = words(as_user(privacy_officer).get("/toezicht/"))
    assert "groep team_lead erbij" in page


def test_a_new_account_and_one_that_ends_stand_there_too(as_user, manager):
    values = {"email": "nieuw@voorbeeld.example", "name": "Nina", "role": "professional",
              "language": "nl", "memberships-TOTAL_FORMS": "0",
              "memberships-INITIAL_FORMS": "0"}  # fmt: skip
    as_user(manager).post("/beheer/wijkteam/user/add/", values)
    nina = User.objects.get(email="nieuw@voorbeeld.example")
    assert said() == [
        f"Nina ({nina.pk}): nieuw, professional, nieuw@voorbeeld.example",
        f"Nina ({nina.pk}): groep professional erbij",
    ]
    as_user(manager).post(f"/mensen/{nina.pk}/stopt/", {})
    assert said()[-1] == f"Nina ({nina.pk}): is_active: true → false"


def test_what_is_no_change_of_an_account_is_not_there(manager, professional, resident):
    assert (
        tries(manager, "UPDATE wijkteam_user SET phone = '' WHERE id = %s", professional.pk) == ""
    )
    with app_login(), database.role("none"):
        User.objects.filter(pk=resident.pk).update(language="tr", email="anders@voorbeeld.example")
    assert said() == []


def test_a_manager_reads_the_own_deeds_in_the_management_only(manager):
    other = factories.user("Olga", "manager")
    mine, theirs = (
        LogEntry.objects.create(user=who, action_flag=2, object_repr="Team", change_message="[]")
        for who in (manager, other)
    )
    with app_login(), database.role("manager", manager.pk):
        assert list(LogEntry.objects.values_list("pk", flat=True)) == [mine.pk]
        with pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
            LogEntry.objects.create(user=other, action_flag=2, object_repr="x", change_message="")


def test_no_tables_and_places_are_taken_from_who_works_here(manager, professional, team):
    file = factories.case_file(professional, team)
    successor = factories.user("Nina", "professional", team=team)
    for function in ["casework_leave_tables", "network_leave_places"]:
        for left in [None, team.pk]:
            call = f"SELECT * FROM {function}(%s, %s, %s)"
            assert "has not left" in tries(manager, call, professional.pk, left, successor.pk)
    assert file.seats.get(is_coordinator=True).user == professional
    professional.memberships.update(until="2026-01-01T00:00Z")
    with app_login(), database.role("manager", manager.pk), connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM casework_leave_tables(%s, %s, %s)",
            [professional.pk, team.pk, successor.pk],
        )
    assert file.seats.open().get(is_coordinator=True).user == successor
