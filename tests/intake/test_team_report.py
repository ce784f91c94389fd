"""The report: six headings, nobody's text lost, and the resident gets it once."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from intake import letters
from intake.choices import RequestStatus
from intake.models import Conversation, StatusMove
from tests import factories
from tests.intake.team_doors import check_doors, looked, words
from tests.page import check_page
from wijkteam.models import OutboxMessage


@pytest.fixture
def jo(team, professional):
    made = factories.request(
        team, "Jo", words="De post blijft dicht.", email="jo@voorbeeld.example"
    )
    made.take(professional)
    return made


@pytest.fixture
def talk(jo, professional) -> Conversation:
    made = Conversation(request=jo, planned_at=timezone.now(), professional=professional)
    made.plan(professional)
    return made


@pytest.fixture
def held(talk, professional) -> Conversation:
    talk.goes_well = "De kinderen gaan graag naar school."
    assert talk.report(professional, talk.version)
    return talk


def url(talk, deed: str = "") -> str:
    return f"/werk/gesprek/{talk.pk}/verslag/{deed}"


def test_saving_holds_the_conversation(as_user, professional, jo, talk):
    client = as_user(professional)
    client.post(url(talk), {"version": 1, "goes_well": "Veel", "agreed": "We bellen"})
    jo.refresh_from_db()
    talk.refresh_from_db()
    assert jo.status == RequestStatus.HELD
    assert (talk.goes_well, talk.agreed, talk.version) == ("Veel", "We bellen", 2)
    assert talk.saved_by == professional
    assert jo.clocks.get(kind="conversation").met_at
    assert "verslag" in looked(professional, jo)


def test_six_headings_in_order_beside_the_own_words(as_user, professional, talk):
    html = words(as_user(professional).get(url(talk)))
    headings = [
        "Wat gaat goed", "Wat kan en wil Jo zelf, ook voor anderen", "Wat is lastig",
        "Wat kunnen mensen om Jo heen", "Wat vragen we aan professionals", "Wat spraken we af",
    ]  # fmt: skip
    labels = [label.strip() for label in re.findall(r"<label[^>]*>([^<]*)", html)]
    assert [label for label in labels if label in headings] == headings
    assert "De post blijft dicht." in html
    assert check_page(html) == []


def test_two_who_write_at_once_see_both_texts(as_user, professional, colleague, talk):
    as_user(professional).post(url(talk), {"version": 1, "goes_well": "Tekst van Sanne"})
    page = as_user(colleague).post(
        url(talk), {"version": 1, "goes_well": "Tekst van Youssef", "agreed": "Ook dit"}
    )
    html = words(page)
    assert "<bdi>Sanne de Wit</bdi> bewaarde om" in html
    for text in ("Tekst van Sanne", "Tekst van Youssef", "Ook dit"):
        assert text in html
    assert check_page(html) == []
    talk.refresh_from_db()
    assert talk.goes_well == "Tekst van Sanne"
    assert 'name="version" value="2"' in html
    as_user(colleague).post(url(talk), {"version": 2, "goes_well": "Tekst van allebei"})
    talk.refresh_from_db()
    assert talk.goes_well == "Tekst van allebei"


def test_a_missing_version_loses_nothing(as_user, professional, held):
    for odd in ({}, {"version": ""}, {"version": "9" * 40}, {"version": "x"}):
        page = as_user(professional).post(url(held), odd | {"goes_well": "Mijn tekst"})
        assert page.status_code == 200
        assert "Mijn tekst" in words(page)
    held.refresh_from_db()
    assert held.goes_well == "De kinderen gaan graag naar school."


def test_saves_while_typing(as_user, professional, talk):
    client = as_user(professional)
    piece = words(client.post(url(talk, "bewaren/"), {"version": 1, "is_hard": "De huur"}))
    assert "bewaard om" in piece
    assert 'name="version" value="2"' in piece
    late = words(client.post(url(talk, "bewaren/"), {"version": 1, "is_hard": "Oud"}))
    assert "Een collega bewaarde intussen een andere tekst" in late
    talk.refresh_from_db()
    assert talk.is_hard == "De huur"


def test_notes_before_the_talk_do_not_hold_it(as_user, professional, jo, talk):
    Conversation.objects.update(planned_at=timezone.localtime() + timedelta(days=2))
    client = as_user(professional)
    page = client.post(url(talk), {"version": 1, "goes_well": "Vraag naar school"}, follow=True)
    assert "Uw voorbereiding is bewaard." in words(page)
    jo.refresh_from_db()
    assert jo.status == RequestStatus.PLANNED
    sent = client.post(url(talk, "samen-lezen/"), {"how": "hand"}, follow=True)
    assert "Dit gesprek is nog niet gevoerd." in words(sent)


def test_a_talk_without_a_plan_gets_one_report(as_user, professional, jo):
    begin = f"/werk/verzoeken/{jo.pk}/verslag/"
    client = as_user(professional)
    first, second = client.post(begin), client.post(begin)
    assert first.headers["Location"] == second.headers["Location"]
    assert jo.conversations.count() == 1


def test_sending_mails_a_link_and_no_word_of_it(as_user, professional, jo, held):
    client = as_user(professional)
    for _twice in range(2):
        client.post(url(held, "samen-lezen/"), {"how": "mail"})
    held.refresh_from_db()
    assert held.sent_at
    mail = OutboxMessage.objects.get(request_id=jo.pk)
    assert "/mijn/" in mail.body
    assert "kinderen" not in mail.subject + mail.body


def test_what_the_resident_said_stands_beside_it(as_user, professional, held):
    form = {"how": "hand", "reaction": "adds", "reaction_words": "En mijn zus helpt."}
    client = as_user(professional)
    client.post(url(held, "samen-lezen/"), form)
    held.refresh_from_db()
    assert (held.reaction, held.reaction_words) == ("adds", "En mijn zus helpt.")
    assert held.reaction_by == professional
    assert held.goes_well == "De kinderen gaan graag naar school."
    html = words(client.get(url(held)))
    assert "En mijn zus helpt." in html
    assert check_page(html) == []


def test_a_sent_report_stays_as_it_is(as_user, professional, held):
    held.send(professional)
    page = as_user(professional).post(url(held), {"version": 2, "goes_well": "Anders"})
    assert "Het verandert niet meer." in words(page)
    held.refresh_from_db()
    assert held.goes_well == "De kinderen gaan graag naar school."


def test_a_later_reaction_is_written_down_once(as_user, professional, held):
    held.send(professional)
    client = as_user(professional)
    empty = client.post(url(held, "reactie/"), {"reaction": "adds"})
    assert "Schrijf op wat de bewoner wil toevoegen." in words(empty)
    client.post(url(held, "reactie/"), {"reaction": "agrees"})
    late = {"reaction": "adds", "reaction_words": "Toch niet"}
    page = client.post(url(held, "reactie/"), late, follow=True)
    assert "Er stond al een reactie." in words(page)
    held.refresh_from_db()
    assert (held.reaction, held.reaction_words) == ("agrees", "")


def test_on_paper_for_who_has_no_mail(as_user, professional, team):
    mo = factories.request(team, "Mo", address="Havenstraat 3")
    mo.take(professional)
    talk = Conversation.begin(mo, professional)
    talk.agreed = "We bellen dinsdag."
    talk.report(professional, talk.version)
    client = as_user(professional)
    assert 'value="mail"' not in words(client.get(url(talk, "samen-lezen/")))
    client.post(url(talk, "samen-lezen/"), {"how": "letter"})
    letter = OutboxMessage.objects.get(request_id=mo.pk)
    assert letter.kind == "letter"
    paper = words(client.get(url(talk, "op-papier/")))
    assert "We bellen dinsdag." in paper
    assert check_page(paper) == []
    client.post(f"/werk/bericht/{letter.pk}/gedaan/")
    letter.refresh_from_db()
    assert letter.status == "sent"
    again = client.post(f"/werk/bericht/{letter.pk}/gedaan/", follow=True)
    assert "Dit was al gedaan." in words(again)


def test_mail_is_not_done_by_hand_nor_by_another_team(as_user, professional, outsider, jo, held):
    letters.report_ready(held)
    mail = OutboxMessage.objects.get(request_id=jo.pk)
    for who in (professional, outsider):
        assert as_user(who).post(f"/werk/bericht/{mail.pk}/gedaan/").status_code == 404


@pytest.mark.parametrize("deed", ["", "samen-lezen/", "op-papier/"])
def test_keeps_out_who_may_not(as_user, outsider, team_lead, held, deed):
    check_doors(as_user, url(held, deed), outsider=outsider, without=team_lead)


@pytest.mark.parametrize("deed", ["bewaren/", "reactie/"])
def test_keeps_out_who_may_not_write(as_user, outsider, team_lead, held, deed):
    held.send(held.professional)
    post = {"version": 2, "goes_well": "x", "reaction": "agrees"}
    check_doors(as_user, url(held, deed), outsider=outsider, without=team_lead, post=post)
    held.refresh_from_db()
    assert (held.reaction, held.version) == ("", 2)
    assert StatusMove.objects.filter(new="held").count() == 1
