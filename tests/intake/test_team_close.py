"""Where a request ends: ready, handed over warmly, stopped."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from intake.models import Conversation, StatusMove
from tests import factories
from tests.intake.team_doors import check_doors, looked, words
from tests.page import check_page
from wijkteam.models import OutboxMessage


@pytest.fixture
def jo(team, professional):
    made = factories.request(team, "Jo")
    made.take(professional)
    return made


def url(request, how: str = "") -> str:
    return f"/werk/verzoeken/{request.pk}/afronden/{how}"


SOON = date.today() + timedelta(days=9)  # noqa: DTZ011 - far enough from midnight
ENDINGS = [
    ("klaar/", {"outcome": "answered", "words": "Jo weet genoeg."}, "answered"),
    ("klaar/", {"outcome": "arranged"}, "arranged"),
    ("stoppen/", {"outcome": "withdrawn", "words": "Jo wil niet meer."}, "withdrawn"),
    ("stoppen/", {"outcome": "not_reached", "words": "Drie keer gebeld."}, "not_reached"),
    (
        "overdragen/",
        {"to": "Els Bos", "phone": "0207654321", "agreed": "Els belt dinsdag.",
         "on_0": SOON.day, "on_1": SOON.month, "on_2": SOON.year},
        "referred",
    ),
]  # fmt: skip


def test_three_big_choices_and_a_small_one(as_user, professional, jo):
    html = words(as_user(professional).get(url(jo)))
    places = [
        html.index(words)
        for words in ("Klaar, <bdi>Jo</bdi> kan verder", "Warm overdragen", "Samen een plan maken",
                      "ingetrokken of niet bereikt")
    ]  # fmt: skip
    assert places == sorted(places)
    assert check_page(html) == []


@pytest.mark.parametrize(("how", "typed", "outcome"), ENDINGS)
def test_ends_with_an_outcome_once(as_user, professional, jo, how, typed, outcome):
    client = as_user(professional)
    page = client.post(url(jo, how), typed, follow=True)
    assert "Het verzoek is afgerond." in words(page)
    assert check_page(words(page)) == []
    again = client.post(url(jo, how), typed, follow=True)
    assert "Dit kan niet meer." in words(again)
    jo.refresh_from_db()
    assert (jo.status, jo.outcome) == ("closed", outcome)
    assert jo.closed_at
    assert StatusMove.objects.filter(request=jo, new="closed").count() == 1
    assert "afronden" in looked(professional, jo)


@pytest.mark.parametrize(("email", "mails"), [("jo@voorbeeld.example", 1), ("", 0)])
def test_stopped_over_the_phone_it_leaves_the_calendar(as_user, professional, jo, email, mails):
    """Who has no mail has no calendar of ours, and is not called about what they just said."""
    jo.email = email
    jo.save(update_fields=["email"])
    when = timezone.localtime() + timedelta(days=3)
    Conversation(request=jo, professional=professional, planned_at=when).plan(professional)
    as_user(professional).post(url(jo, "stoppen/"), {"outcome": "withdrawn"})
    told = list(OutboxMessage.objects.filter(request_id=jo.pk))
    assert len(told) == mails
    assert all("METHOD:CANCEL" in one.calendar for one in told)


def test_clocks_that_were_not_met_stop(as_user, professional, jo):
    as_user(professional).post(url(jo, "stoppen/"), {"outcome": "withdrawn"})
    assert not jo.clocks.running().exists()
    assert jo.clocks.get(kind="legal").stopped_at
    assert jo.clocks.get(kind="acknowledge").met_at


def test_an_answer_keeps_the_legal_promise(as_user, professional, jo):
    as_user(professional).post(url(jo, "klaar/"), {"outcome": "answered"})
    assert jo.clocks.get(kind="legal").met_at
    assert jo.clocks.get(kind="conversation").stopped_at


def test_a_handover_is_to_a_person_with_a_day(as_user, professional, jo):
    client = as_user(professional)
    page = client.post(url(jo, "overdragen/"), {"phone": "020 765 43 21"})
    assert "Vul de naam in van wie het overneemt." in words(page)
    assert "020 765 43 21" in words(page)
    day = timezone.localdate() + timedelta(days=9)
    typed = {"to": "Els Bos", "agreed": "Els belt om tien uur.",
             "on_0": day.day, "on_1": day.month, "on_2": day.year}  # fmt: skip
    typed["phone"] = "020 765 43 21"
    page = client.post(url(jo, "overdragen/"), typed | {"on_2": "2020"})
    assert "Deze dag is geweest." in words(page)
    html = words(client.post(url(jo, "overdragen/"), typed, follow=True))
    for text in ("Els Bos", "020 765 43 21", "Els belt om tien uur.", "afgesproken voor"):
        assert text in html
    jo.refresh_from_db()
    assert (jo.outcome, jo.handover_on) == ("referred", day)
    told = OutboxMessage.objects.get(request_id=jo.pk, subject="Er staat iets voor u klaar")
    assert "Iemand anders helpt u verder." in told.body
    assert "Els" not in told.body


def test_a_handover_begins_with_a_name_and_ends_when_all_is_known(as_user, professional, jo):
    client = as_user(professional)
    html = words(client.post(url(jo, "overdragen/"), {"to": "Els Bos"}, follow=True))
    for said in ("Bewaard. Het verzoek blijft open.", "het telefoonnummer, de dag, wat er is"):
        assert said in html
    jo.refresh_from_db()
    assert (jo.handover_to, jo.outcome) == ("Els Bos", "")
    assert not OutboxMessage.objects.filter(subject="Er staat iets voor u klaar").exists()
    assert 'value="Els Bos"' in words(client.get(url(jo, "overdragen/")))
    day = timezone.localdate() + timedelta(days=9)
    rest = {"to": "Els Bos", "phone": "020 765 43 21", "agreed": "Els belt.",
            "on_0": day.day, "on_1": day.month, "on_2": day.year}  # fmt: skip
    client.post(url(jo, "overdragen/"), rest)
    jo.refresh_from_db()
    assert (jo.outcome, jo.handover_on) == ("referred", day)


@pytest.mark.parametrize(("how", "says"), [("klaar/", "Kies een"), ("stoppen/", "Kies een")])
def test_asks_how_it_ended(as_user, professional, jo, how, says):
    page = as_user(professional).post(url(jo, how), {"words": "Blijf staan"})
    assert says in words(page)
    assert "Blijf staan" in words(page)


def test_other_endings_do_not_exist(as_user, professional, jo):
    assert as_user(professional).get(url(jo, "zomaar/")).status_code == 404


@pytest.mark.parametrize("how", ["", "klaar/", "overdragen/", "stoppen/"])
def test_keeps_out_who_may_not(as_user, outsider, team_lead, jo, how):
    post = {"outcome": "answered", "to": "Els", "agreed": "x"} if how else None
    check_doors(as_user, url(jo, how), outsider=outsider, without=team_lead, post=post)
    jo.refresh_from_db()
    assert jo.status == "acknowledged"
