"""After a file is destroyed: no name of whoever lived there stays, in the log or in an account."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from casework.keeping import destroy_what_is_due
from casework.models import CaseFile, RightsRequest
from tests import factories
from tests.casework.browser import words
from tests.conftest import app_login
from wijkteam import tasks
from wijkteam.choices import Role
from wijkteam.models import AccessLog, AccessSeal, OutboxMessage, PaperCode, User

LONG_AGO = timezone.now() - timedelta(days=31)


@pytest.fixture
def looked(family, as_user, resident, professional):
    """Mark and Sanne looked in the own way, and a helper by link; the hour is sealed."""
    as_user(resident).get(family.own_url)
    as_user(professional).get(family.url)
    home = family.case_file.household_id
    AccessLog.objects.create(
        act="bekeken", part="afspraak", ground="link aan een helper", why="Els",
        household_id=home, correlation=uuid4(),
    )  # fmt: skip
    AccessLog.objects.update(written_at=timezone.now() - timedelta(hours=3))
    assert tasks.seal_access_log() == 1
    return family


def end_the_file(family, professional) -> None:
    family.case_file.close(professional, "Klaar.")
    CaseFile.objects.update(destroy_on=timezone.localdate())
    with app_login():
        assert destroy_what_is_due() == 1


def forget() -> int:
    with app_login():
        return tasks.forget_residents()


def test_the_log_forgets_who_lived_there_and_keeps_who_worked_there(looked, professional):
    home = AccessLog.objects.filter(household_id=looked.case_file.household_id)
    assert {"Mark Jansen", "Sanne de Wit"} <= set(home.values_list("user_name", flat=True))
    end_the_file(looked, professional)
    assert set(home.values_list("user_name", flat=True)) == {"", "Sanne de Wit"}
    assert not home.filter(why="Els").exists()
    assert home.filter(role="resident").exclude(user=None).exists(), "that somebody looked, stays"
    check = AccessSeal.objects.verify()
    assert (check.through, check.words) == (1, "")


def test_the_seal_still_finds_another_person_or_role_in_the_row_of_a_resident(looked, professional):
    own = AccessLog.objects.filter(role="resident")
    for column, value in [("user_id", professional.pk), ("role", "professional")]:
        was = own.values_list(column, flat=True)[0]
        row = own.values_list("pk", flat=True)[0]
        AccessLog.objects.filter(pk=row).update(**{column: value})
        assert AccessSeal.objects.verify().broken == 1, column
        AccessLog.objects.filter(pk=row).update(**{column: was})
    assert AccessSeal.objects.verify().broken is None


def test_an_account_that_is_left_with_nothing_is_emptied(
    looked, resident, professional, as_user, privacy_officer
):
    address = resident.email
    OutboxMessage.objects.create(
        kind="mail", to=address, subject="Code", body="1", status="sent",
        sent_at=timezone.now(),
    )  # fmt: skip
    end_the_file(looked, professional)
    User.objects.update(created_at=LONG_AGO, last_login=LONG_AGO)
    assert forget() == 1
    assert forget() == 0
    resident.refresh_from_db()
    assert (resident.name, resident.email, resident.is_active) == ("", None, False)
    assert not AccessLog.objects.filter(user_name="Mark Jansen").exists()
    assert not OutboxMessage.objects.filter(to=address).exists()
    page = words(as_user(privacy_officer).get("/toezicht/"))
    assert "Een bewoner" in page
    assert User.objects.create_user(address, "Mark", Role.RESIDENT), "the address is free again"
    professional.refresh_from_db()
    assert (professional.name, professional.is_active) == ("Sanne de Wit", True)


def test_who_signed_in_not_long_ago_keeps_the_account(looked, resident, professional):
    end_the_file(looked, professional)
    User.objects.update(created_at=LONG_AGO, last_login=timezone.now() - timedelta(days=29))
    assert forget() == 0


@pytest.mark.parametrize("what", ["file", "request", "right", "code"])
def test_who_has_something_left_keeps_the_account(looked, resident, professional, team, what):
    if what != "file":
        end_the_file(looked, professional)
    if what == "request":
        factories.request(team, requester=resident)
    if what == "right":
        RightsRequest.objects.create(asked_by=resident, name="Mark", kind="erase")
    if what == "code":
        PaperCode.objects.create(user=resident, made_by=professional, key="k")
    User.objects.update(created_at=LONG_AGO, last_login=LONG_AGO)
    assert forget() == 0
    if what == "code":
        PaperCode.objects.update(expires_at=LONG_AGO)
        assert forget() == 1


def test_the_house_sees_every_table_that_can_hold_an_account(looked):
    """Otherwise what it does not see would be nothing, and an account goes that is in use."""
    with connection.cursor() as cursor:
        cursor.execute("""
            SELECT c.conrelid::regclass::text FROM pg_constraint c
            JOIN pg_class t ON t.oid = c.conrelid
            WHERE c.contype = 'f' AND c.confrelid = 'wijkteam_user'::regclass AND t.relrowsecurity
              AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND p.polpermissive
                AND 'wijkteam_owner'::regrole = ANY (p.polroles) AND p.polcmd IN ('r', '*')
                AND pg_get_expr(p.polqual, p.polrelid) = 'true')""")
        assert cursor.fetchall() == []
