"""A resident reads who looked, asks why, and gets an answer before its clock has run out."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from tests import factories
from wijkteam.models import AccessLog, AccessQuestion, OutboxMessage

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(professional, team, resident):
    return factories.case_file(professional, team, resident=resident)


@pytest.fixture
def row(file, colleague) -> AccessLog:
    return a_look(colleague, household_id=file.household_id)


def a_look(who, **values) -> AccessLog:
    fields = {"act": "bekeken", "part": "plan", "ground": "plek aan tafel"} | values
    return AccessLog.objects.create(
        user=who, user_name=who.name, role=who.role, correlation=uuid4(), **fields
    )


def why(row: AccessLog) -> str:
    return f"/mijn/wie-keek/{row.pk}/waarom/"


def test_the_line_of_a_colleague_leads_to_the_question(as_user, resident, row):
    page = as_user(resident).get("/mijn/wie-keek/").content.decode()
    assert "Youssef Amrani" in page
    assert why(row) in page


def test_a_question_gets_a_clock_and_an_answer(as_user, resident, privacy_officer, row):
    at_home = as_user(resident)
    page = at_home.get(why(row)).content.decode()
    assert "bekeek het plan" in page
    assert '<form method="post" data-keep' in page
    answer = at_home.post(why(row), {"words": "Youssef zit niet aan onze tafel."}, follow=True)
    question = AccessQuestion.objects.get()
    assert question.due == timezone.localdate() + timedelta(days=7)
    assert "U krijgt uiterlijk" in answer.content.decode()
    assert OutboxMessage.objects.filter(to=privacy_officer.email).count() == 1
    assert "Antwoord uiterlijk" in at_home.get("/mijn/wie-keek/").content.decode()

    officer = as_user(privacy_officer)
    assert "Mark Jansen" in officer.get("/toezicht/vragen/").content.decode()
    page = officer.get(f"/toezicht/vragen/{question.pk}/").content.decode()
    assert "Youssef zit niet aan onze tafel." in page
    officer.post(f"/toezicht/vragen/{question.pk}/", {"words": "Hij verving Sanne die dag."})
    assert OutboxMessage.objects.filter(to=resident.email).count() == 1
    assert "Hij verving Sanne die dag." in at_home.get(why(row)).content.decode()
    assert "Lees het antwoord" in at_home.get("/mijn/wie-keek/").content.decode()
    assert set(AccessLog.objects.filter(user=privacy_officer).values_list("act", flat=True)) == {
        "bekeken", "beantwoord",
    }  # fmt: skip


def test_no_words_are_needed_and_twice_is_once(as_user, resident, row):
    client = as_user(resident)
    client.post(why(row), {"words": ""})
    client.post(why(row), {"words": "nog een keer"})
    assert [question.words for question in AccessQuestion.objects.all()] == [""]


def test_the_letter_names_nobody_who_looked(as_user, resident, privacy_officer, row):
    question = AccessQuestion.ask(row, resident)
    question.answer(privacy_officer, "Hij verving Sanne.")
    for message in OutboxMessage.objects.all():
        assert "Youssef" not in message.subject + message.body


def test_nobody_asks_about_the_log_of_another_family(as_user, resident, colleague, other_team):
    other = factories.case_file(colleague, other_team, "Gezin De Boer", number="99")
    row = a_look(colleague, household_id=other.household_id)
    assert as_user(resident).get(why(row)).status_code == 404
    assert as_user(resident).post(why(row), {"words": "?"}).status_code == 404
    assert not AccessQuestion.objects.exists()


def test_a_look_at_the_own_request_may_be_asked_about(as_user, resident, colleague, team):
    asked = factories.request(team, requester=resident)
    row = a_look(colleague, request_id=asked.pk, part="verzoek", act="opgepakt")
    page = " ".join(as_user(resident).get("/mijn/wie-keek/").text.split())
    assert "pakte op: het verzoek" in page
    assert as_user(resident).get(why(row)).status_code == 200


def test_others_have_no_door(as_user, professional, contact, manager, row):
    for other in [professional, contact, manager]:
        assert as_user(other).get(why(row)).status_code == 403


def test_an_empty_answer_is_asked_for_again(as_user, resident, privacy_officer, row):
    question = AccessQuestion.ask(row, resident)
    page = as_user(privacy_officer).post(f"/toezicht/vragen/{question.pk}/", {"words": " "})
    assert "Schrijf een antwoord." in page.content.decode()
    question.refresh_from_db()
    assert question.answered_at is None


def test_the_first_answer_stays(resident, privacy_officer, row):
    question = AccessQuestion.ask(row, resident)
    assert question.answer(privacy_officer, "De eerste.")
    assert not question.answer(privacy_officer, "De tweede.")
    question.refresh_from_db()
    assert question.answer_words == "De eerste."


def test_a_late_question_stands_on_top_and_says_so(as_user, resident, privacy_officer, row):
    late = AccessQuestion.ask(row, resident)
    AccessQuestion.objects.filter(pk=late.pk).update(due=timezone.localdate() - timedelta(days=1))
    AccessQuestion.ask(a_look(privacy_officer, household_id=row.household_id), resident)
    page = as_user(privacy_officer).get("/toezicht/vragen/")
    assert page.context["waiting"][0] == late
    assert "te laat" in page.content.decode()
