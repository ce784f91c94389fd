"""Who may write which message to whom: what its own pages send (locks_outbox.sql)."""

from typing import Any

import pytest
from django.db import DatabaseError, ProgrammingError, transaction
from django.utils import timezone

from casework.models import ActionLink, CaseFile, RightsRequest
from intake.models import Complaint
from network.models import Vindplaats, VindplaatsContact
from network.models.links import hashed
from tests.conftest import app_login
from tests.locks.visitors import Family
from wijkteam import database
from wijkteam.models import AccessQuestion, OutboxMessage
from wijkteam.roles import DATABASE_ROLE

ANYONE = "iemand@elders.example"


@pytest.fixture
def family(db) -> Family:
    return Family()


def writes(
    family: Family, who: str, to: str, kind: str = "mail", secret: str = "", **more: Any
) -> bool:
    """Whether the database lets this visitor write words of their own to this address."""
    user = family.users.get(who)
    role = DATABASE_ROLE[user.role] if user else who
    message = OutboxMessage(kind=kind, to=to, subject="s", body="Klik hier", **more)
    with app_login(), database.role(role, user and user.pk):
        database.secret(secret)
        try:
            with transaction.atomic():
                OutboxMessage.objects.bulk_create([message])
        except ProgrammingError:  # refused by a policy, or without a right at all
            return False
    return True


def test_nobody_but_the_worker_writes_to_an_address_that_belongs_to_nothing(family):
    let_through = [who for who in [*family.users, "public"] if writes(family, who, ANYONE)]
    assert let_through == []
    assert writes(family, "worker", ANYONE)
    # The app's own login mails codes to whoever signs in, and nothing that hangs on a row.
    assert writes(family, "none", ANYONE)
    assert not writes(family, "none", ANYONE, request_id=family.request.pk)
    assert not writes(family, "none", "0612345678", kind="sms")


def test_only_who_works_here_writes_to_colleagues_freely(family):
    bram = family.users["team"].email
    may = {who for who in [*family.users, "public"] if writes(family, who, bram)}
    assert may == {
        "coordinator", "at_table", "team", "elsewhere", "seat_ended", "partner", "withdrawn",
        "team_lead", "manager",
    }  # fmt: skip
    assert writes(family, "team", "", colleague_id=family.users["privacy"].pk)
    assert not writes(family, "team", "", colleague_id=family.users["resident"].pk)
    assert not writes(family, "team", family.users["resident"].email)
    assert not writes(family, "team", family.users["contact"].email + "x")


def test_a_resident_writes_to_the_own_table_and_to_the_officer(family):
    for to in ["coordinator", "partner", "privacy", "team_lead"]:
        key = family.users[to].pk
        assert writes(family, "resident", "", colleague_id=key), to
        assert writes(family, "other_resident", "", colleague_id=key) == (to == "privacy"), to
        assert not writes(family, "resident", family.users[to].email), to
        assert not writes(family, "resident", ANYONE, colleague_id=key), to
    mail = OutboxMessage.objects.filter(
        colleague_id=family.users["coordinator"].pk, body="Klik hier"
    )
    assert mail.get().to == family.users["coordinator"].email
    person = family.file.seats.get(person__isnull=False).person_id
    home = {"person_id": person, "household_id": family.file.household_id}
    for who, may in {"resident": True, "coordinator": True, "other_resident": False,
                     "elsewhere": False, "public": False}.items():  # fmt: skip
        assert writes(family, who, "", **home) == may, who


def test_about_a_request_only_to_its_own_address(family):
    asked = family.request
    asked.email = "mark@voorbeeld.example"
    asked.save(update_fields=["email"])
    about = {"request_id": asked.pk, "team_id": asked.team_id}
    for who in ["public", "resident", "coordinator"]:
        assert writes(family, who, asked.email, **about)
        assert writes(family, who, str(asked.phone.as_e164), kind="sms", **about)
        assert writes(family, who, "wie dan ook", kind="call", **about)
        assert not writes(family, who, ANYONE, **about)
        assert not writes(family, who, "", **about)
        assert not writes(family, who, asked.email, request_id=family.file.pk)
    for kind in ["call", "letter"]:
        assert not writes(family, "public", "wie dan ook", kind=kind, household_id=asked.pk)
    assert not writes(family, "contact", asked.email, **about)


def test_a_complaint_a_question_and_a_right_answer_to_who_asked(family):
    complaint = Complaint.objects.get(pk=family.pks["complaint"])
    complaint.email = "klager@voorbeeld.example"
    complaint.save(update_fields=["email"])
    assert writes(family, "public", complaint.email, about_id=complaint.pk)
    assert not writes(family, "public", complaint.email)
    assert not writes(family, "public", ANYONE, about_id=complaint.pk)
    AccessQuestion.objects.update(email="vraag@voorbeeld.example")
    RightsRequest.objects.update(email="recht@voorbeeld.example", name="Mark Jansen")
    right = {"about_id": family.pks["right"]}
    for who, may in {"privacy": True, "coordinator": True, "elsewhere": False}.items():
        assert writes(family, who, "recht@voorbeeld.example", **right) == may, who
        assert writes(family, who, "Mark Jansen", kind="letter", **right) == may, who
        assert not writes(family, who, "Iemand anders", kind="letter", **right)
    question = {"about_id": family.pks["question"]}
    for who, may in {"privacy": True, "coordinator": False, "manager": False}.items():
        assert writes(family, who, "vraag@voorbeeld.example", **question) == may, who
        assert not writes(family, who, ANYONE, **question)


def test_a_helper_is_written_to_with_a_link_of_the_own(family):
    file = CaseFile.objects.get(pk=family.file.pk)
    home = {"household_id": file.household_id, "team_id": file.team_id}
    ActionLink.objects.all().delete()
    assert not writes(family, "coordinator", ANYONE, **home)
    sanne, action = family.users["coordinator"], file.actions.first()
    ActionLink(
        case_file=file, action=action, secret="s", sent_by=sanne, expires_at=timezone.now()
    ).save(force_insert=True)  # fmt: skip
    assert writes(family, "coordinator", ANYONE, **home)
    assert writes(family, "coordinator", "Els", kind="letter", **home)
    assert not writes(family, "at_table", ANYONE, **home)
    assert not writes(family, "coordinator", ANYONE, team_id=file.team_id)


def test_the_people_behind_a_place_hear_from_who_works_in_a_team(family):
    contact = VindplaatsContact.objects.get(pk=family.pks["place_person"])
    contact.email = "ria@plek.example"
    contact.save(update_fields=["email"])
    signal = {"about_id": family.pks["signal"], "team_id": family.team.pk}
    for who, may in {"team": True, "team_lead": True, "partner": False, "contact": False,
                     "resident": False}.items():  # fmt: skip
        assert writes(family, who, contact.email) == may, who
        assert writes(family, who, "Ria 06", kind="call", **signal) == may, who
    holder = family.users["team"]
    Vindplaats.objects.update(holder=holder)
    assert writes(family, "contact", "", colleague_id=holder.pk)
    assert not writes(family, "contact", "", colleague_id=family.users["manager"].pk)
    assert not writes(family, "contact", holder.email)
    link = {"secret": hashed("een-link")}
    assert writes(family, "public", "", colleague_id=holder.pk, **link)
    assert not writes(family, "public", "", colleague_id=family.users["manager"].pk, **link)
    assert not writes(family, "public", "", colleague_id=holder.pk)


def test_nobody_writes_what_looks_sent_already(family):
    bram = family.users["team"].email
    for fake in [
        {"status": "sent", "sent_at": timezone.now()},
        {"status": "failed", "error": "kwam terug"},
        {"attempts": 3},
        {"followed_up_at": timezone.now()},
    ]:
        assert not writes(family, "coordinator", bram, **fake), fake


def test_a_colleague_ticks_off_what_is_done_by_hand_and_turns_no_mail_elsewhere(family):
    asked = family.request
    mail = OutboxMessage(
        kind="mail", to="mark@voorbeeld.example", subject="s", body="b", team_id=asked.team_id,
        request_id=asked.pk,
    )  # fmt: skip
    mail.save(force_insert=True)
    with app_login(), database.role("professional", family.users["coordinator"].pk):
        assert OutboxMessage.objects.filter(pk=mail.pk).update(status="sent", attempts=1) == 0
        by_hand = OutboxMessage.objects.filter(pk=family.pks["message"])
        assert by_hand.update(status="sent", sent_at=timezone.now()) == 1
        with pytest.raises(DatabaseError, match="denied"), transaction.atomic():
            by_hand.update(to=ANYONE)
