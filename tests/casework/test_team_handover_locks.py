"""What a bare statement does to a file that goes to another team: no more than the pages do."""

from uuid import uuid4

import pytest
from django.db import connection, transaction

from casework.models import CaseFile, CaseFileUserObjectPermission, Seat, TeamHandover, TeamOffer
from casework.workflow import NotAllowed
from tests import factories
from tests.casework.racing import Page, both, signed_in
from tests.casework.teams import WHY, asked_for, takes
from tests.casework.test_locks_probed import tries
from tests.conftest import app_login
from wijkteam import database
from wijkteam.choices import Role
from wijkteam.models import User
from wijkteam.roles import DATABASE_ROLE


@pytest.fixture
def asked(family, other_team) -> TeamHandover:
    return asked_for(family, other_team)


def asks(user: User, statement: str, *values: object) -> list:
    role = DATABASE_ROLE[user.role]
    with transaction.atomic(), app_login(), database.role(role, user.pk):
        cursor = connection.cursor()
        cursor.execute(statement, values)
        return cursor.fetchall()


def test_no_statement_gives_a_file_to_another_team(family, other_team, professional, colleague):
    move = "UPDATE casework_casefile SET team_id = %s"
    assert "another team takes a file itself" in tries(professional, move, other_team.pk)
    assert "only the coordinator" in tries(colleague, move, other_team.pk)
    stay = "UPDATE casework_seat SET stays_until = now() + interval '9 years'"
    for user in (professional, colleague):
        assert "another team takes a file itself" in tries(user, stay)


def test_who_is_asked_reads_no_row_and_answers_nothing_of_others(
    family, asked, outsider, partner, resident, colleague, team_lead
):
    count = "SELECT count(*) FROM casework_teamhandover"
    assert asks(outsider, count) == [(0,)]
    assert asks(partner, count) == [(0,)]
    assert asks(resident, count) == [(1,)]
    for table in ("casefile", "seat", "person", "timelineentry"):
        assert asks(outsider, f"SELECT count(*) FROM casework_{table}") == [(0,)]
    (offer,) = asks(outsider, "SELECT * FROM casework_team_offers()")
    assert "Jansen" not in str(offer)
    for user in (partner, colleague, team_lead):
        assert asks(user, "SELECT * FROM casework_team_offers()") == []
        assert asks(user, "SELECT casework_team_answer(%s)", asked.pk) == [(None,)]
        assert asks(user, "SELECT casework_take_file(%s)", asked.pk) == [(None,)]
        assert asks(user, "SELECT casework_decline_file(%s, 'x')", asked.pk) == [(None,)]
    assert "permission denied" in tries(resident, "SELECT casework_team_offers()")
    assert "permission denied" in tries(resident, "SELECT casework_take_file(%s)", asked.pk)
    inner = "SELECT casework_answer_offer(%s, 'taken', '')"
    assert "permission denied" in tries(outsider, inner, asked.pk)
    asked.refresh_from_db()
    assert asked.waits


def test_a_partner_who_works_in_the_other_team_takes_nothing(family, asked, other_team):
    guest = factories.user("Gast", Role.PARTNER, team=other_team)
    assert asks(guest, "SELECT * FROM casework_team_offers()") == []
    assert asks(guest, "SELECT casework_take_file(%s)", asked.pk) == [(None,)]


def test_nobody_answers_a_question_of_their_own_past_the_other_team(
    family, asked, professional, colleague, resident
):
    for answer in ("taken", "declined", "objected"):
        say = f"UPDATE casework_teamhandover SET answer = '{answer}', answered_at = now()"
        assert "row-level security" in tries(professional, say), answer
    for answer in ("taken", "declined", "withdrawn"):
        say = f"UPDATE casework_teamhandover SET answer = '{answer}', answered_at = now()"
        assert "row-level security" in tries(resident, say), answer
    say = "UPDATE casework_teamhandover SET answer = 'withdrawn', answered_at = now()"
    assert tries(colleague, say) == ""  # no row of theirs to change
    other = "UPDATE casework_teamhandover SET to_team_id = 1"
    assert "permission denied" in tries(professional, other)
    asked.refresh_from_db()
    assert asked.waits


def test_nobody_but_the_coordinator_asks_in_sql(
    family, other_team, colleague, partner, outsider, resident
):
    ask = """INSERT INTO casework_teamhandover
        (id, case_file_id, to_team_id, words, asked_by_id, asked_at, answer, answer_words)
        VALUES (%s, %s, %s, 'x', %s, now(), '', '')"""
    seats = {colleague: family.colleague, partner: family.partner, outsider: family.coordinator,
             resident: family.resident}  # fmt: skip
    for user, seat in seats.items():
        said = tries(user, ask, uuid4(), family.case_file.pk, other_team.pk, seat.pk)
        assert "row-level security" in said or "permission denied" in said, user


def test_a_restricted_or_closed_file_is_not_taken(family, asked, outsider, professional):
    CaseFile.objects.update(restricted_at=asked.asked_at)
    assert asks(outsider, "SELECT * FROM casework_team_offers()") == []
    assert asks(outsider, "SELECT casework_take_file(%s)", asked.pk) == [(None,)]
    with pytest.raises(NotAllowed), app_login(), database.role("professional", professional.pk):
        asked.withdraw()
    CaseFile.objects.update(restricted_at=None)
    family.case_file.close(professional, "Het gaat goed.")
    assert asks(outsider, "SELECT casework_take_file(%s)", asked.pk) == [(None,)]


def test_who_stays_gives_no_longer_right_than_that(family, asked, outsider, professional):
    takes(outsider)
    right = CaseFileUserObjectPermission.objects.filter(user=professional).first()
    seat = Seat.objects.get(user=professional)
    assert right.until == seat.stays_until
    assert not CaseFileUserObjectPermission.objects.filter(user=professional, until=None).exists()
    give = """INSERT INTO casework_casefileuserobjectpermission
        (id, user_id, permission_id, content_object_id, coordinates, shielded, until)
        VALUES (gen_random_uuid(), %s, %s, %s, false, false, {})"""
    right.delete()
    for user in (professional, outsider):
        values = (professional.pk, right.permission_id, family.case_file.pk)
        assert "row-level security" in tries(user, give.format("NULL"), *values)
    # The house settles it to the same end.
    seat.settle_rights()
    found = CaseFileUserObjectPermission.objects.filter(user=professional)
    assert {one.until for one in found} == {seat.stays_until}


# --- two at once ----------------------------------------------------------------------------
@pytest.mark.django_db(transaction=True)
def test_two_take_it_at_once(family, asked, other_team, outsider, as_user):
    second = factories.user("Joost", Role.PROFESSIONAL, team=other_team)
    page = Page(as_user(second), f"/werk/overdrachten/{asked.pk}/", answer="ja")
    with signed_in(outsider):
        (offer,) = TeamOffer.waiting()
    said = page.send_during(lambda: offer.take(outsider), outsider)
    assert said.status_code == 302
    there = page.client.get(said.url)
    assert "Een collega nam dit dossier al over." in there.content.decode()
    seat = Seat.objects.get(is_coordinator=True, until=None)
    assert seat.user == outsider
    assert not Seat.objects.filter(user=second).exists()


@pytest.mark.django_db(transaction=True)
def test_it_is_taken_back_while_somebody_takes_it(family, asked, outsider, professional, as_user):
    page = Page(as_user(outsider), f"/werk/overdrachten/{asked.pk}/", answer="ja")
    said = page.send_during(asked.withdraw, professional)
    assert "Deze vraag is ingetrokken." in page.client.get(said.url).content.decode()
    assert CaseFile.objects.get().team_id == family.case_file.team_id
    assert Seat.objects.get(is_coordinator=True).user == professional


@pytest.mark.django_db(transaction=True)
def test_it_is_taken_while_it_is_taken_back(family, asked, outsider, professional):
    with signed_in(outsider):
        (offer,) = TeamOffer.waiting()
    second = both(lambda: offer.take(outsider), asked.withdraw, [outsider, professional])
    assert isinstance(second.exception(), NotAllowed)
    assert "Wijkteam Oude Haven nam dit dossier net over." in str(second.exception())
    assert Seat.objects.get(is_coordinator=True, until=None).user == outsider


@pytest.mark.django_db(transaction=True)
def test_the_coordination_is_handed_over_while_it_is_taken(
    family, asked, outsider, professional, colleague
):
    with signed_in(outsider):
        (offer,) = TeamOffer.waiting()
    over = family.coordinator.hand_over
    second = both(
        lambda: offer.take(outsider),
        lambda: over(Seat.objects.get(pk=family.colleague.pk), professional),
        [outsider, professional],
    )
    assert isinstance(second.exception(), NotAllowed)
    assert Seat.objects.get(is_coordinator=True, until=None).user == outsider
    assert asked.words == WHY
