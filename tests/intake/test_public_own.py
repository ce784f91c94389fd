"""The resident's own page: only for the person whose account it is."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from intake.choices import Reaction, RequestStatus
from intake.models import Conversation, ConversationRequest
from tests import factories
from tests.filling import Filling, visit
from tests.page import check_page
from wijkteam.choices import Role
from wijkteam.models import AccessLog, OutboxMessage, User

WORDS = "Hij slaat mij als hij gedronken heeft."
REPORT = "Jo wil weer slapen zonder zorgen."


@pytest.fixture
def asked(team, professional, resident) -> ConversationRequest:
    """A request of the resident that was held and reported."""
    made = factories.request(team, resident.name, words=WORDS, email=resident.email)
    made.take(professional)
    talk = Conversation.begin(made, professional)
    talk.goes_well, talk.agreed = REPORT, "We bellen maandag."
    assert talk.report(professional, talk.version)
    return made


@pytest.fixture
def report(asked, professional) -> Conversation:
    talk = asked.conversations.get()
    talk.send(professional)
    return talk


def own_page(client) -> Filling:
    return Filling(client.get("/mijn/"), client)


def test_a_request_with_my_address_stands_on_my_page(as_user, resident, asked):
    page = own_page(as_user(resident))
    assert asked.readable_reference in page.text
    assert "We hebben met elkaar gepraat" in page.text
    assert check_page(page.text) == []
    asked.refresh_from_db()
    assert asked.requester == resident
    assert AccessLog.objects.filter(user=resident, request_id=asked.pk).exists()


def test_the_report_only_once_it_was_sent(as_user, resident, asked, professional):
    client = as_user(resident)
    assert REPORT not in own_page(client).text
    talk = asked.conversations.get()
    assert client.get(f"/mijn/verslag/{talk.pk}/").status_code == 404
    talk.send(professional)
    page = own_page(client)
    assert REPORT in page.text
    assert "We bellen maandag." in page.text


def test_more_requests_are_no_more_questions(
    as_user, resident, report, team, professional, django_assert_max_num_queries
):
    client = as_user(resident)
    own_page(client)
    with CaptureQueriesContext(connection) as asked:
        own_page(client)
    with_one = len(asked)
    for name in ["Jo", "Ria"]:
        made = factories.request(team, name, email=resident.email)
        made.take(professional)
        talk = Conversation.begin(made, professional)
        talk.report(professional, talk.version)
        talk.send(professional)
    own_page(client)
    with django_assert_max_num_queries(with_one):
        assert own_page(client).text.count("Verslag van ons gesprek") == 3


def test_agreeing_with_the_report(as_user, resident, report):
    client = as_user(resident)
    own_page(client)
    page = visit(client, f"/mijn/verslag/{report.pk}/").fill({"Zo klopt het": True})
    page.press("Bewaren")
    report.refresh_from_db()
    assert (report.reaction, report.goes_well) == (Reaction.AGREES, REPORT)
    assert report.reacted_at


def test_own_words_stand_beside_the_report(as_user, resident, report):
    client = as_user(resident)
    own_page(client)
    page = visit(client, f"/mijn/verslag/{report.pk}/")
    page = page.fill({"Ik wil iets veranderen of toevoegen": True}).press("Bewaren")
    assert "Schrijf op wat u wilt veranderen of toevoegen." in page.text
    page = page.fill({"Wat wilt u veranderen of toevoegen?": "Ook mijn zus helpt."})
    page = page.press("Bewaren")
    assert page.at == "/mijn/"
    assert "Ook mijn zus helpt." in page.text
    assert REPORT in page.text
    report.refresh_from_db()
    assert (report.reaction_words, report.reaction_by) == ("Ook mijn zus helpt.", None)


def test_another_adult_of_the_house_sees_nothing(as_user, resident, asked, report):
    own_page(as_user(resident))
    partner = factories.user("Piet Jansen", Role.RESIDENT)
    client = as_user(partner)
    assert asked.readable_reference not in own_page(client).text
    assert client.get(f"/mijn/verslag/{report.pk}/").status_code == 404
    assert client.post(f"/mijn/verslag/{report.pk}/", {"reaction": "agrees"}).status_code == 404
    assert client.post(f"/mijn/verzoek/{asked.pk}/").status_code == 404


def test_number_and_phone_give_the_other_adult_no_page_and_no_words(as_user, asked, report):
    """Who shares the house may know the number and the phone; the state is all that opens."""
    partner = factories.user("Piet Jansen", Role.RESIDENT)
    client = as_user(partner)
    page = visit(client, "/gesprek/stand/").fill(
        {
            "Uw nummer": asked.readable_reference,
            "Uw telefoonnummer, e-mailadres of postcode": "0612345678",
        }
    )
    page = page.press("Bekijken")
    assert "Stap voor stap" in page.text
    page = visit(client, "/gesprek/stand/contact/").fill({"E-mailadres": partner.email})
    page.press("Bewaren")
    for address in ["/gesprek/stand/", "/mijn/"]:
        text = visit(client, address).text
        assert WORDS not in text
        assert REPORT not in text
    asked.refresh_from_db()
    assert asked.requester is None


def test_who_asked_for_someone_else_gets_no_page_about_them(as_user, resident, team):
    made = factories.request(
        team, "Buurman", for_whom="other", knows="yes", email=resident.email, words=WORDS
    )
    assert made.readable_reference not in own_page(as_user(resident)).text


@pytest.mark.parametrize("who", ["professional", "partner", "municipality", "team_lead"])
def test_it_is_for_residents(as_user, request, who):
    assert as_user(request.getfixturevalue(who)).get("/mijn/").status_code == 403


def test_strangers_sign_in_first(stranger):
    assert stranger.get("/mijn/").headers["Location"].startswith("/inloggen/")


def test_from_a_request_to_the_own_page_with_a_mailed_code(stranger, team):
    page = visit(stranger, "/gesprek/bereiken/").fill({"Hoe mogen we u noemen?": "Jo"})
    page = page.fill({"Telefoonnummer": "0612345678", "E-mailadres": "Jo@voorbeeld.example"})
    page.press("Sla de rest over").press("Versturen")
    page = visit(stranger, "/gesprek/stand/").press("Maak mijn eigen pagina")
    assert page.at == "/inloggen/eigen-pagina/"
    page = page.press("Stuur mij de code")

    user = User.objects.get(email="jo@voorbeeld.example")
    assert (user.role, user.name) == (Role.RESIDENT, "Jo")
    assert not user.has_usable_password()
    mail = OutboxMessage.objects.get(subject="Uw code")
    code = re.search(r"^\s*([A-Z0-9]{3,}-?[A-Z0-9]{3,})\s*$", mail.body, re.MULTILINE)[1]
    page = page.fill({"Code": code}).press("Inloggen")
    assert page.at == "/mijn/"
    asked = ConversationRequest.objects.get()
    assert asked.readable_reference in page.text
    assert asked.requester == user


def test_the_own_page_can_still_be_made_when_all_is_done(stranger, asked, report, professional):
    """The mail about the report says how; who had no page yet reads it there."""
    asked.refresh_from_db()
    asked.close(professional, "answered")
    page = visit(stranger, "/gesprek/stand/").fill(
        {
            "Uw nummer": asked.readable_reference,
            "Uw telefoonnummer, e-mailadres of postcode": "0612345678",
        }
    )
    page = page.press("Bekijken").press("Maak mijn eigen pagina")
    assert page.at == "/inloggen/eigen-pagina/"
    assert "Stuur mij de code" in page.text


def test_an_address_of_a_colleague_becomes_no_resident(stranger, team, professional):
    factories.request(team, "Sanne", email=professional.email)
    asked = ConversationRequest.objects.get()
    page = visit(stranger, "/gesprek/stand/").fill(
        {
            "Uw nummer": asked.readable_reference,
            "Uw telefoonnummer, e-mailadres of postcode": "0612345678",
        }
    )
    page = page.press("Bekijken").press("Maak mijn eigen pagina")
    assert "hoort bij een account voor werk" in page.text


def test_changing_and_stopping_from_the_own_page(as_user, resident, team):
    asked = factories.request(team, "Mark", email=resident.email)
    client = as_user(resident)
    page = Filling(client.get("/mijn/"), client)
    button = f"Iets veranderen of stoppen: {asked.readable_reference}"
    assert page.press(button).at == "/gesprek/stand/"
    page = visit(client, "/gesprek/stand/intrekken/").press("Ja, stop met mijn vraag")
    asked.refresh_from_db()
    assert asked.status == RequestStatus.CLOSED
