"""A decision that the table may not take: put to someone, waited for, answered once."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from casework.models import MandateQuestion, Seat
from casework.workflow import NotAllowed, SomebodyWasFirst
from tests import factories
from tests.casework.browser import send, words
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database
from wijkteam.models import AccessLog, Team

ASKED = {"words": "Mag de huur zes weken later?", "asked_to": "gemeente, afdeling inkomen"}


@pytest.fixture
def question(family) -> MandateQuestion:
    found = MandateQuestion(
        case_file=family.case_file, holder=family.coordinator, asked_by=family.coordinator,
        life_domain="money", amount=Decimal("1250.50"), **ASKED,
    )  # fmt: skip
    found.ask()
    return found


def waits(days: int) -> None:
    moment = timezone.localtime() - timedelta(days=days)
    MandateQuestion.objects.update(asked_at=moment, due=timezone.localdate() - timedelta(days=1))


def test_it_is_asked_once_and_waited_for(family, as_user, professional, resident):
    client = as_user(professional)
    response = send(client, f"{family.url}beslissing/", twice=True, amount="€ 1.250,50", **ASKED)
    assert response.url == f"{family.url}#wachten"
    question = MandateQuestion.objects.get()
    assert (question.amount, question.holder) == (Decimal("1250.50"), family.coordinator)
    assert question.due == timezone.localdate() + timedelta(days=14)
    assert AccessLog.objects.filter(part="mandaatvraag", act="veranderd").count() == 2
    today = words(client.get(family.url)) + words(client.get(f"{family.url}papier/"))
    assert today.count("vandaag gevraagd") == 2
    assert "wacht 0 dagen" not in today
    waits(42)
    for page in [client.get(family.url), as_user(resident).get(family.own_url)]:
        assert check_page(page.content.decode()) == []
        for said in [
            "We wachten op",
            "wacht 42 dagen",
            "€&nbsp;1.250,50",
            "antwoord moest er zijn op",
        ]:
            assert said in words(page)


@pytest.mark.parametrize(("written", "meant"), [
    ("1250", "1250"), ("1.250", "1250"), ("1250,5", "1250.5"), ("1250.50", "1250.50"),
    ("€ 2.000,-", "2000"),
])  # fmt: skip
def test_an_amount_as_people_write_it(family, as_user, professional, written, meant):
    send(as_user(professional), f"{family.url}beslissing/", amount=written, **ASKED)
    assert MandateQuestion.objects.get().amount == Decimal(meant)


@pytest.mark.parametrize("answers", [
    {"amount": "veel"}, {"amount": "0"}, {"amount": "-5"}, {"amount": "99999999999"},
    {"words": ""}, {"due_2": "2020"}, {"life_domain": "onzin"},
])  # fmt: skip
def test_a_mistake_is_said_in_words(family, as_user, professional, answers):
    response = send(as_user(professional), f"{family.url}beslissing/", **{**ASKED, **answers})
    assert response.status_code == 200
    assert check_page(response.content.decode()) == []
    assert not MandateQuestion.objects.exists()


def test_what_the_table_may_decide_itself_it_does_not_ask(family, as_user, professional):
    Team.objects.update(may_decide_up_to=750)
    client = as_user(professional)
    page = words(send(client, f"{family.url}beslissing/", amount="750", **ASKED))
    assert "Tot en met € 750,00 beslist deze tafel zelf." in page
    assert "Mag de huur zes weken later?" in page
    assert not MandateQuestion.objects.exists()
    assert send(client, f"{family.url}beslissing/", amount="750,01", **ASKED).status_code == 302


def test_without_a_name_no_clock_runs_until_somebody_knows(family, as_user, professional, resident):
    client = as_user(professional)
    send(client, f"{family.url}beslissing/", words="Mag de huur later?")
    question = MandateQuestion.objects.get()
    assert (question.asked_at, question.due, question.days_waited) == (None, None, 0)
    for page in [client.get(family.url), as_user(resident).get(family.own_url)]:
        assert check_page(page.content.decode()) == []
        assert "nog niet gevraagd" in words(page)
    assert "beslissing nog niet gevraagd" in words(client.get("/werk/"))
    url = f"/werk/beslissingen/{question.pk}/"
    assert "Schrijf op aan wie u het vraagt." in words(send(client, url))
    send(client, url, twice=True, asked_to="gemeente")
    question.refresh_from_db()
    assert question.due == timezone.localdate() + timedelta(days=14)
    assert "beslissing nog niet gevraagd" not in words(client.get("/werk/"))
    with pytest.raises(SomebodyWasFirst):
        question.put_to("iemand anders")
    as_professional = database.role("professional", professional.pk)
    with pytest.raises(IntegrityError, match="once"), app_login(), as_professional:
        MandateQuestion.objects.update(asked_to="iemand anders")


def test_who_left_or_did_not_say_yes_keeps_no_eye_on_it(
    family, question, as_user, professional, colleague, team
):
    noa = factories.user("Noa Asked", "professional", team=team)
    offered = Seat.invite(family.case_file, noa, professional, "", None)
    client, url = as_user(professional), f"{family.url}beslissing/"
    assert "Deze persoon zit niet meer aan tafel." in words(
        send(client, url, holder=str(offered.pk), **ASKED)
    )
    about = {"holder": str(family.partner.pk), "life_domain": "money"}  # not for the school
    assert "Deze persoon leest dit niet mee." in words(send(client, url, **about, **ASKED))
    MandateQuestion.objects.update(holder=family.colleague)
    waits(20)
    assert question.words in words(as_user(colleague).get("/werk/"))
    assert question.words not in words(client.get("/werk/"))
    family.colleague.leave(colleague)
    assert question.words in words(client.get("/werk/"))


def test_what_nobody_was_asked_may_turn_out_not_needed(family, as_user, professional):
    client = as_user(professional)
    send(client, f"{family.url}beslissing/", words="Mag de huur later?")
    send(client, f"/werk/beslissingen/{MandateQuestion.objects.get().pk}/", not_needed="on")
    assert MandateQuestion.objects.get().answer == "taken_back"
    assert "nog niet gevraagd" not in words(client.get(family.url))


def test_the_usual_desk_of_the_team_stands_there(family, as_user, professional):
    Team.objects.update(asks_decisions_of="afdeling inkomen")
    send(as_user(professional), f"{family.url}beslissing/", words="Mag de huur later?")
    assert MandateQuestion.objects.get().asked_to == "afdeling inkomen"


def test_the_answer_is_written_down_once(family, question, as_user, colleague):
    waits(10)
    client, url = as_user(colleague), f"/werk/beslissingen/{question.pk}/"
    send(client, url, answer="partly", words="Vier weken, zei mevrouw De Boer")
    question.refresh_from_db()
    assert (question.answer, question.answered_by) == ("partly", family.colleague)
    page = words(client.get(family.url))
    assert "We wachten op" not in page
    assert "na 10 dagen" in page
    assert client.get(url).status_code == 404
    with pytest.raises(SomebodyWasFirst):
        question.settle(family.coordinator, "no", "")
    with pytest.raises(IntegrityError), transaction.atomic():
        MandateQuestion.objects.update(answer="")


def test_it_is_for_who_belongs_to_the_domain(question, family, as_user, partner, outsider):
    assert "We wachten op" not in words(as_user(partner).get(family.url))
    for user in [partner, outsider]:
        assert as_user(user).get(f"/werk/beslissingen/{question.pk}/").status_code == 404


def test_in_a_closed_file_nothing_is_asked(family, question, as_user, professional, resident):
    as_user(resident).get(family.own_url)
    waits(42)
    family.case_file.close(professional, "Het gaat weer.")
    page = words(as_user(resident).get(family.own_url))
    assert question.words in page
    assert "hier kwam geen antwoord op" in page
    assert "We wachten op" not in page
    assert "Nieuw sinds" not in page  # how it ended stands above it
    assert "We wachten op" not in words(as_user(resident).get(f"{family.own_url}papier/"))
    with pytest.raises(NotAllowed, match="afgesloten"):
        question.settle(family.coordinator, "yes", "")
