"""What a connection can read and change, whatever a view forgets (see intake/locks.sql)."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from intake.choices import Outcome, RequestStatus
from intake.held import CLOSED_FIELDS
from intake.models import Clock, Conversation, ConversationRequest, Draft, OwnWords, StatusMove
from tests import factories
from tests.conftest import app_login
from wijkteam import database, references
from wijkteam.models import User


@pytest.fixture
def asked(team) -> ConversationRequest:
    return factories.request(team, "Jo", words="Mijn verhaal", email="jo@voorbeeld.example")


@contextmanager
def being(role: str, user: User | None = None, key: str = "") -> Iterator[None]:
    with app_login(), database.role(role, user and user.pk):
        database.secret(key)
        yield


def refused(change, error=DatabaseError) -> None:
    with pytest.raises(error), transaction.atomic():
        change()


def count(model) -> int:
    return model.objects.values("pk").count()


def test_a_stranger_sees_nothing_without_the_secret(asked):
    for key in ["", "x" * 64, references.key(asked.reference, "0687654321")]:
        with being("public", key=key):
            assert [count(model) for model in (ConversationRequest, Clock, StatusMove)] == [0, 0, 0]
            assert ConversationRequest.objects.update(phone="") == 0


def test_the_secret_opens_one_request_and_no_words(asked, team):
    factories.request(team, "Ria", phone="0687654321")
    with being("public", key=asked.lookup_keys[0]):
        assert ConversationRequest.objects.values_list("pk", flat=True).get() == asked.pk
        assert count(Clock) == 5
        refused(lambda: OwnWords.objects.count())
        refused(lambda: list(ConversationRequest.objects.values("outcome_words")))
        refused(lambda: list(Conversation.objects.values("agreed")))


def test_nobody_changes_what_somebody_wrote(asked, professional):
    for role, user in [("professional", professional), ("resident", None), ("public", None)]:
        with being(role, user):
            refused(lambda: OwnWords.objects.update(words="anders"))


def test_a_stranger_may_withdraw_and_nothing_else(asked, professional):
    asked.take(professional)
    rows = ConversationRequest.objects.filter(pk=asked.pk)
    with being("public", key=asked.lookup_keys[0]):
        refused(lambda: rows.update(status=RequestStatus.HELD))
        refused(lambda: rows.update(status="closed", outcome="answered", closed_at=timezone.now()))
        refused(lambda: rows.update(holder=None))
        refused(lambda: rows.update(lookup_keys=[]))
        rows.update(status="closed", outcome=Outcome.WITHDRAWN, closed_at=timezone.now())


def test_the_name_of_the_holder_and_of_nobody_else(asked, professional, colleague, resident):
    asked.take(professional)
    with being("public", key=asked.lookup_keys[0]):
        assert list(User.objects.values_list("name", flat=True)) == [professional.name]
        refused(lambda: list(User.objects.values_list("email")))
    with being("public"):
        assert not list(User.objects.values_list("name", flat=True))


def test_a_draft_opens_by_its_own_key_only(team):
    with being("public"):
        Draft.objects.begin("ACDEFGHJ", "nl")
    with being("public", key=references.draft_key("KPQRTWXY")):
        assert not Draft.objects.exists()
        assert Draft.objects.update(data={}) == 0
    with being("public", key=references.draft_key("ACDEFGHJ")):
        assert count(Draft) == 1
    for role in ("professional", "municipality", "team_lead"):
        with being(role):
            refused(lambda: Draft.objects.count())


def test_a_resident_claims_only_what_came_with_the_own_address(asked, resident):
    rows = ConversationRequest.objects.filter(pk=asked.pk)
    with being("resident", resident, key=asked.lookup_keys[0]):
        refused(lambda: rows.update(requester=resident))
        refused(lambda: rows.update(own_page_email=resident.email))
        assert not OwnWords.objects.exists()
    jo = factories.user("Jo", "resident")
    User.objects.filter(pk=jo.pk).update(email="jo@voorbeeld.example")
    with being("resident", jo):
        assert rows.update(requester=jo) == 1
        assert OwnWords.objects.get().words == "Mijn verhaal"
    User.objects.filter(pk=resident.pk).update(email="jo2@voorbeeld.example")
    with being("resident", resident):
        assert not ConversationRequest.objects.exists()


def test_a_report_is_seen_by_its_resident_after_sending(asked, professional, resident):
    ConversationRequest.objects.update(requester=resident)
    asked.take(professional)
    talk = Conversation.begin(asked, professional)
    talk.agreed = "We bellen maandag."
    talk.report(professional, talk.version)
    with being("resident", resident):
        assert count(Conversation) == 0
        assert agreed_in_sql() == []
    talk.send(professional)
    with being("resident", resident):
        assert agreed_in_sql() == ["We bellen maandag."]
        refused(lambda: Conversation.objects.update(agreed="Iets anders"))
        assert Conversation.objects.update(reaction="agrees") == 1
    with being("resident", factories.user("Piet", "resident"), key=asked.lookup_keys[0]):
        assert agreed_in_sql() == []
    with being("public", key=asked.lookup_keys[0]):
        refused(agreed_in_sql)


def agreed_in_sql() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT agreed FROM intake_own_reports()")
        return [row[0] for row in cursor.fetchall()]


def readable_columns(model) -> set[str]:
    """Of the rows that this connection sees, what it may read: column by column, in bare SQL."""
    found = set()
    with connection.cursor() as cursor:
        for name in [field.column for field in model._meta.concrete_fields]:
            with suppress(DatabaseError), transaction.atomic():
                cursor.execute(f'SELECT "{name}" FROM {model._meta.db_table}')  # noqa: S608
                if cursor.fetchall():
                    found.add(name)
    return found


def test_what_is_typed_before_a_talk_is_for_the_team(asked, professional, resident):
    """Preparing comes before sending: the day is the resident's to read, the notes are not yet."""
    asked.take(professional)
    ConversationRequest.objects.update(requester=resident)
    talk = Conversation(request=asked, professional=professional,
                        planned_at=timezone.localtime() + timedelta(days=3))  # fmt: skip
    talk.plan(professional)
    talk.is_hard, talk.company = "Is dit wel waar?", "De jongste"
    assert talk.report(professional, talk.version)
    other = factories.user("Piet", "resident")
    for who, key in [(resident, ""), (other, asked.lookup_keys[0])]:
        with being("resident", who, key=key):
            seen = readable_columns(Conversation)
            assert {"planned_at", "place", "address"} <= seen
            assert seen & {*Conversation.SECTIONS, "company", "saved_by_id", "saved_at"} == set()
            assert agreed_in_sql() == []


def test_a_number_opens_the_same_columns_to_who_is_signed_in(asked, professional, resident):
    asked.take(professional)
    asked.refer(professional, "Ria", "0612345678", timezone.localdate(), "Ria belt.")
    with being("public", key=asked.lookup_keys[0]):
        stranger = readable_columns(ConversationRequest)
    with being("resident", resident, key=asked.lookup_keys[0]):
        assert readable_columns(ConversationRequest) == stranger
        assert {*CLOSED_FIELDS, "case_file_id", "signal_id"}.isdisjoint(stranger)
        assert not list(ConversationRequest.objects.own(resident))
    ConversationRequest.objects.update(requester=resident)
    with being("resident", resident):
        [mine] = ConversationRequest.objects.own(resident)
        assert mine.outcome_words == "Ria belt."
    with being("public", key=asked.lookup_keys[0]):
        refused(lambda: list(ConversationRequest.objects.own(resident)))


def test_a_team_lead_sees_the_waiting_and_no_story(asked, team_lead, professional):
    with being("team_lead", team_lead):
        assert count(ConversationRequest) == count(StatusMove) == 1
        assert count(Clock) == 5
        refused(lambda: OwnWords.objects.count())
        refused(lambda: list(Conversation.objects.values("agreed")))
        refused(lambda: ConversationRequest.objects.update(name="Piet"))


def test_another_team_and_other_roles_see_nothing(
    asked, outsider, partner, privacy_officer, manager, municipality, contact
):
    for user in (outsider, partner):
        with being("professional", user):
            assert not ConversationRequest.objects.exists()
            assert not OwnWords.objects.exists()
    for role, user in [
        ("privacy_officer", privacy_officer), ("manager", manager),
        ("municipality", municipality), ("contact", contact),
    ]:  # fmt: skip
        with being(role, user):
            for model in (ConversationRequest, OwnWords, Clock, Conversation, StatusMove):
                refused(lambda model=model: model.objects.values("pk").first())


def test_nobody_stamps_a_move_in_another_name(asked, professional, colleague):
    with being("professional", colleague):
        move = StatusMove(request=asked, old="received", new="closed", by=professional)
        refused(lambda: move.save(force_insert=True))
        refused(lambda: StatusMove.objects.update(by=colleague))
        refused(lambda: StatusMove.objects.all().delete())


@pytest.mark.parametrize(
    ("old", "new"), [("received", "held"), ("acknowledged", "received"), ("held", "planned")]
)
def test_the_database_knows_the_legal_moves_too(asked, professional, old, new):
    rows = ConversationRequest.objects.filter(pk=asked.pk)
    for step in ["acknowledged", "held"]:
        if asked.status != old:
            rows.update(status=step, holder=professional)
            asked.status = step
    refused(lambda: rows.update(status=new), IntegrityError)


def test_figures_are_counted_without_names(asked):
    with being("statistics"):
        assert list(ConversationRequest.objects.values_list("route", "status")) == [
            ("web", "received")
        ]
        refused(lambda: list(ConversationRequest.objects.values("name")))


def test_the_key_is_found_by_its_index(asked):
    """A million requests are not read through to find one."""
    with being("public", key=asked.lookup_keys[0]), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("EXPLAIN SELECT id FROM intake_conversationrequest")
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "request_lookup" in plan
