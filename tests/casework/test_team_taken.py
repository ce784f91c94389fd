"""After another team took the file: who reads, who still does, and what goes along."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from casework import letters_at_home
from casework.export import chapters
from casework.figures import files_of
from casework.leaving import leave_team
from casework.models import (
    Action,
    CaseFile,
    CaseFileUserObjectPermission,
    MandateQuestion,
    PersonContact,
    Seat,
    TeamHandover,
)
from casework.models.closing import end_aftercare
from casework.workflow import NotAllowed
from tests import factories
from tests.casework.browser import send, words
from tests.casework.teams import WHY, agree, asked_for, takes
from tests.conftest import app_login
from wijkteam import database
from wijkteam.choices import MessageKind
from wijkteam.models import OutboxMessage, Team, User


@pytest.fixture
def asked(family, other_team) -> TeamHandover:
    return asked_for(family, other_team)


@pytest.fixture
def taken(asked, outsider) -> CaseFile:
    found = takes(outsider)
    assert found
    return found


def test_who_sat_there_for_the_old_team_reads_nothing_more_and_what_they_did_is_seen(
    family, taken, as_user, colleague, professional, outsider, partner, resident
):
    assert as_user(colleague).get(family.url).status_code == 404
    seat = Seat.objects.get(user=colleague)
    assert seat.until
    assert not CaseFileUserObjectPermission.objects.filter(user=colleague).exists()
    # Theirs to pass on: on the day of the new coordinator.
    assert "Bellen over de huur" in words(as_user(outsider).get("/werk/"))
    for user in (professional, outsider, partner, resident):
        agree(user)
    assert as_user(partner).get(family.url).status_code == 200


def test_the_old_coordinator_stays_six_weeks_to_hand_over(
    family, taken, as_user, professional, outsider
):
    here = as_user(professional)
    page = words(here.get(family.url))
    assert "kijkt nog mee tot" in page
    done = send(here, f"{family.url}bericht/", words="Bel liever na vier uur.", kind="note")
    assert done.status_code == 302
    table = words(as_user(outsider).get(f"{family.url}tafel/"))
    assert "kijkt nog mee tot" in table
    assert "leest niets" not in table
    # No more the coordinator: not of the plan, and not handed back by itself.
    assert here.get(f"{family.url}afsluiten/").status_code == 404
    old = Seat.objects.get(user=professional)
    with pytest.raises(NotAllowed, match="bij dit wijkteam werken"):
        taken.seats.get(is_coordinator=True).hand_over(old, outsider)
    assert end_aftercare() == 0
    Seat.objects.filter(pk=old.pk).update(stays_until=timezone.now() - timedelta(minutes=1))
    CaseFileUserObjectPermission.objects.filter(user=professional).update(
        until=timezone.now() - timedelta(minutes=1)
    )
    assert here.get(family.url).status_code == 404
    assert end_aftercare() == 1
    old.refresh_from_db()
    assert old.until
    assert not CaseFileUserObjectPermission.objects.filter(user=professional).exists()


def test_the_old_coordinator_may_go_sooner(family, taken, as_user, professional):
    seat = Seat.objects.get(user=professional)
    send(as_user(professional), f"/werk/plekken/{seat.pk}/van-tafel/", words="Dag.")
    assert as_user(professional).get(family.url).status_code == 404


def test_somebody_of_the_new_team_who_sat_there_reads_all_and_takes_it(
    family, other_team, outsider, professional
):
    ground = factories.consent(
        family.case_file, factories.organisation("Haven", "welfare"), ["money"], professional
    )
    User.objects.filter(pk=outsider.pk).update(organisation=ground.organisation)
    outsider.refresh_from_db()
    factories.says_yes(Seat.invite(family.case_file, outsider, professional, "", ["money"]))
    asked_for(family, other_team)
    takes(outsider)
    seat = Seat.objects.get(user=outsider, until=None)
    assert seat.is_coordinator
    assert seat.domains is None
    rights = CaseFileUserObjectPermission.objects.filter(user=outsider)
    assert [one.domains for one in rights] == [None, None, None]
    agree(outsider)


def test_it_comes_back_to_who_still_looked_along(family, taken, professional, team, outsider):
    back = TeamHandover(case_file=taken, to_team=team, words="Toch niet verhuisd.")
    back.ask(outsider)
    takes(professional)
    seat = Seat.objects.get(user=professional, until=None)
    assert seat.is_coordinator
    assert seat.stays_until is None
    assert not CaseFileUserObjectPermission.objects.filter(
        user=professional, until__isnull=False
    ).exists()
    assert Seat.objects.get(user=outsider, until=None).stays_until
    agree(professional)
    agree(outsider)


def test_an_action_of_the_old_coordinator_is_not_taken_for_shut_out(
    family, taken, as_user, outsider, professional
):
    seat = Seat.objects.get(user=professional)
    Action.objects.create(
        case_file=taken, words="De sleutel brengen", owner=seat, created_by=seat,
        due=timezone.localdate(),
    )  # fmt: skip
    assert "De sleutel brengen" in words(as_user(professional).get("/werk/"))
    assert "De sleutel brengen" not in words(as_user(outsider).get("/werk/"))


def test_what_waits_to_be_printed_is_of_the_new_team(family, asked, outsider, as_user):
    OutboxMessage.objects.post(
        kind=MessageKind.LETTER, to="Els", subject="Brief", body="Beste Els,",
        team_id=family.case_file.team_id, household_id=family.case_file.household_id,
    )  # fmt: skip
    takes(outsider)
    assert OutboxMessage.objects.get(subject="Brief").team == CaseFile.objects.get().team
    assert "Els" in words(as_user(outsider).get("/werk/"))


def test_mail_that_came_back_is_of_the_new_team(family, asked, outsider, as_user):
    PersonContact.write_down(family.resident.person, "mark@elders.example")
    with app_login(), database.role("professional", family.coordinator.user.pk):
        letters_at_home.tell([family.resident.person], family.case_file, "team_asked_at_home", "x")
    OutboxMessage.objects.update(status="failed")
    takes(outsider)
    OutboxMessage.objects.filter(status="waiting").delete()
    assert "mail kwam niet aan" in words(as_user(outsider).get("/werk/"))


def test_who_leaves_the_old_team_leaves_this_table_too(
    family, taken, professional, team, manager, colleague
):
    with app_login(), database.role("manager", manager.pk):
        leave_team(professional, team, colleague)
    assert Seat.objects.get(user=professional).until


def test_the_download_tells_it(family, asked, resident):
    assert resident.has_perm("casework.view_own_plan")  # asked before, as on every page
    with app_login(), database.role("resident", resident.pk):
        found = {str(one.title): one.lines for one in chapters(resident)}
    assert WHY in str(found["Naar een ander wijkteam"])


def test_counts_and_what_the_table_may_decide_are_of_the_new_team(
    family, other_team, team, outsider
):
    Team.objects.filter(pk=other_team.pk).update(may_decide_up_to=500)
    asked_for(family, other_team)
    now = timezone.now()
    assert (files_of([team.pk], now), files_of([other_team.pk], now)) == (1, 0)
    file = takes(outsider)
    assert (files_of([team.pk], now), files_of([other_team.pk], now)) == (0, 1)
    seat = Seat.objects.get(user=outsider)
    question = MandateQuestion(
        case_file=file, words="Een fiets", amount=Decimal(400), holder=seat, asked_by=seat
    )
    with pytest.raises(NotAllowed, match="beslist deze tafel zelf"):
        question.ask()
