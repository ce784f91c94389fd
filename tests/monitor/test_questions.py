"""Answering: with a link, once, without a trace of who it was; or typed in by the team."""

import re
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from monitor.choices import Quality
from monitor.models import Answer, Invitation, Questionnaire, Story, Teller
from monitor.models.invitations import hash_of, token_of
from monitor.models.questionnaires import Place
from monitor.questions import LISTS, STANDARD, write_down
from monitor.questions_residents import RESIDENTS
from monitor.reasons import Reason
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database, translations

KEY = "proef 1"
TOKEN = token_of(KEY)
URL = f"/vragen/{TOKEN}/"


@pytest.fixture
def asked(team) -> Invitation:
    write_down()
    after = Questionnaire.objects.get(audience="resident", occasion="conversation")
    wijk = team.neighbourhoods.get()
    return Invitation.make(after, KEY, Place(team.pk, wijk.pk, "money"))


def test_five_questions_and_one_open_at_most_and_the_whole_survey_is_there():
    assert all(1 < len(one.questions) <= 5 and one.open for one in LISTS)
    asked = [question for one in LISTS for question in one.questions]
    assert {one.standard for one in asked} - {""} == set(STANDARD)
    assert {one.quality for one in asked} - {""} == set(Quality.values)
    assert max(len(one.words.split()) for one in asked) <= 12


def test_translators_get_every_word_that_a_resident_is_asked():
    asked = {words for one in RESIDENTS for words in (one.title, one.open)}
    asked |= {question.words for one in RESIDENTS for question in one.questions}
    asked |= {str(reason.label) for reason in Reason}
    assert asked <= set(translations.texts())
    assert {one.audience for one in RESIDENTS} == {"resident"}
    assert not any(one.audience == "resident" and one not in RESIDENTS for one in LISTS)


def test_a_stranger_answers_once_and_nothing_says_who(stranger, asked):
    page = stranger.get(URL).content.decode()
    assert page.count("<fieldset") == 6  # and why, for whoever is not content
    assert check_page(page) == []
    form = {"vraag_1": "8", "vraag_3": "2", "vraag_6": "Ik moest lang wachten"}
    assert "Dank u wel" in stranger.post(URL, form).content.decode()
    assert "Dank u wel" in stranger.post(URL, form).content.decode()  # a second click
    rows = list(Answer.objects.order_by("question__number"))
    assert [(row.mark, row.words, row.not_content) for row in rows] == [
        (8, "", False), (2, "", False), (None, "Ik moest lang wachten", True),
    ]  # fmt: skip
    assert {row.band for row in rows} == {"money"}
    named = {field.name for field in Answer._meta.get_fields()}
    assert named == {
        "id", "question", "audience", "team", "neighbourhood", "year", "quarter", "band", "mark",
        "words", "not_content", "reason", "reason_by_team",
    }  # fmt: skip
    assert "vragen zijn klaar" in stranger.get(URL).content.decode()
    refused = pytest.raises(DatabaseError, match="row-level security")
    with app_login(), refused, database.role("public"):  # nor is the link opened again
        database.secret(hash_of(TOKEN))
        Invitation.objects.update(answered=False)


def test_who_is_signed_in_answers_as_a_stranger_does(as_user, professional, asked):
    assert as_user(professional).post(URL, {"vraag_1": "8"}).status_code == 200
    assert Answer.objects.count() == 1


def test_nothing_filled_in_gives_the_form_back(stranger, asked):
    page = stranger.post(URL, {"vraag_1": "99"}).content.decode()
    assert "Dit antwoord kennen we niet" in page
    assert "Beantwoord minstens één vraag" in stranger.post(URL, {"vraag_6": " "}).content.decode()
    assert not Answer.objects.exists()


@pytest.mark.parametrize("token", ["x", TOKEN[:-1] + "g"])
def test_an_old_or_unknown_link_is_met_kindly(stranger, asked, token):
    Invitation.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    for one in (token, TOKEN):
        page = stranger.get(f"/vragen/{one}/")
        assert page.status_code == 200
        assert "vragen zijn klaar" in page.content.decode()
    stranger.post(URL, {"vraag_1": "8"})
    assert not Answer.objects.exists()


def test_the_link_opens_in_the_language_of_the_message(stranger, asked):
    response = stranger.get(URL + "?taal=en", follow=True)
    assert '<html lang="en"' in response.content.decode()


def test_words_become_a_story_only_when_their_author_says_so(stranger, asked):
    form = {"vraag_6": "Er werd echt geluisterd", "story": "on", "title": "Gehoord"}
    code = re.search(r'wt-code"[^>]*>([\w-]+)<', stranger.post(URL, form).content.decode())[1]
    assert code in stranger.post(URL, form).content.decode()  # a second click shows it again
    assert Story.objects.get().title == "Gehoord"
    assert Teller.objects.get().user is None
    stranger.post("/verhaal/weghalen/", {"code": "ACDE-FGHJ-KLMN"})
    assert Story.objects.released().exists()
    stranger.post("/verhaal/weghalen/", {"code": code.lower().replace("-", " ")})
    assert not Story.objects.released().exists()


def test_the_team_types_in_what_came_on_paper(as_user, professional, outsider, asked):
    client = as_user(professional)
    url = f"/monitor/vragenlijsten/{asked.questionnaire_id}/"
    assert check_page(client.get(url).content.decode()) == []
    wijk = asked.neighbourhood_id
    form = {"way": "paper", "vraag_1": "6", "neighbourhood": wijk, "band": "home"}
    assert client.post(url, form).status_code == 302
    assert Answer.objects.get().neighbourhood_id == wijk
    counted = Invitation.objects.filter(answered=True).values_list("way", flat=True)
    assert list(counted) == ["paper"]
    # A wijk of another team is not on the list.
    page = as_user(outsider).post(url, form).content.decode()
    assert "wt-error" in page
    assert Answer.objects.count() == 1


def test_answers_are_mixed_and_keep_what_they_say(stranger, asked):
    stranger.post(URL, {"vraag_1": "8", "vraag_2": "4"})
    before = set(Answer.objects.values_list("pk", flat=True))
    said = sorted(Answer.objects.values_list("question__number", "mark"))
    with transaction.atomic(), app_login(), database.role("worker"):
        assert Answer.mix() == 2
    assert not before & set(Answer.objects.values_list("pk", flat=True))
    assert sorted(Answer.objects.values_list("question__number", "mark")) == said


def test_the_team_reads_words_and_no_marks(stranger, asked, professional, outsider, resident):
    stranger.post(URL, {"vraag_1": "2", "vraag_6": "Het duurde lang"})
    for user, role, seen in [
        (professional, "professional", ["Het duurde lang"]), (outsider, "professional", []),
    ]:  # fmt: skip
        assert list(Answer.objects.visible_to(user).values_list("words", flat=True)) == seen
        with transaction.atomic(), app_login(), database.role(role, user.pk):
            assert list(Answer.objects.values_list("words", flat=True)) == seen
    for role in ("municipality", "resident", "public", "manager"):
        with (
            pytest.raises(DatabaseError, match="permission denied"),
            transaction.atomic(),
            database.role(role),
        ):
            Answer.objects.values_list("mark").first()


def test_a_list_on_paper_is_in_the_language_of_who_gets_it(as_user, professional, asked):
    client, partner = as_user(professional), Questionnaire.objects.get(audience="partner")
    url = f"/monitor/vragenlijsten/{asked.questionnaire_id}/papier/"
    page = client.get(url).content.decode()
    assert "Hoe was ons gesprek?" in page
    assert 'href="?taal=tr"' in page
    assert check_page(page) == []
    page = client.get(url, {"taal": "tr"}).content.decode()
    assert '<html lang="tr"' in page
    assert "Hoe was ons gesprek?" not in page
    assert 'dir="rtl"' in client.get(url, {"taal": "ar"}).content.decode()
    for path, chosen in [(url, "xx"), (f"/monitor/vragenlijsten/{partner.pk}/papier/", "tr")]:
        assert '<html lang="nl"' in client.get(path, {"taal": chosen}).content.decode()
