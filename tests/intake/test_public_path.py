"""The whole request, filled in by what a person sees: labels and buttons."""

import pytest

from intake.choices import ForWhom, ReachBy, RequestStatus, Route
from intake.models import ConversationRequest
from tests.filling import visit
from tests.page import check_page
from wijkteam.models import AccessLog, OutboxMessage, Postcode

NAME, PHONE, MAIL = "Hoe mogen we u noemen?", "Telefoonnummer", "E-mailadres"
pytestmark = pytest.mark.usefixtures("team")


def shortest(client):
    """From the front page to the check, with the two answers that are needed."""
    page = visit(client, "/gesprek/").press("Verder")
    page = page.fill({NAME: "Jo", PHONE: "06 12345678"})
    return page.press("Sla de rest over")


def test_two_answers_are_enough(stranger):
    page = shortest(stranger).press("Versturen")

    asked = ConversationRequest.objects.get()
    assert page.at == "/gesprek/verstuurd/"
    assert asked.readable_reference in page.text
    assert (asked.name, asked.phone.as_e164) == ("Jo", "+31612345678")
    assert (asked.route, asked.reach_by, asked.for_whom) == (
        Route.WEB,
        ReachBy.CALL,
        ForWhom.SELF,
    )
    assert asked.status == RequestStatus.RECEIVED
    assert asked.clocks.running().count() == 4
    assert asked.moves.get().new == RequestStatus.RECEIVED
    assert AccessLog.objects.filter(request_id=asked.pk, act="verzonden").count() == 1


def test_only_a_name_and_one_way_are_asked_for(stranger):
    page = visit(stranger, "/gesprek/bereiken/").press("Verder")

    assert page.at == "/gesprek/bereiken/"
    assert "Vul een naam in. Een voornaam is genoeg." in page.text
    assert "Vul een telefoonnummer in, of kies een andere manier." in page.text
    assert page.text.count("data-error-summary") == 1
    assert page.text.count('class="wt-error"') == 2


@pytest.mark.parametrize(
    ("way", "label", "value", "field"),
    [
        ("Een berichtje (sms)", PHONE, "+31 6 12345678", "phone"),
        ("E-mail", MAIL, "jo@voorbeeld.example", "email"),
        ("Langskomen", "Adres waar we langs mogen komen", "Lindeplein 4", "address"),
        ("Via iemand anders", "Via wie kunnen we u bereiken?", "mijn zus Els", "via"),
    ],
)
def test_each_way_to_reach_someone_is_enough(stranger, way, label, value, field):
    page = visit(stranger, "/gesprek/bereiken/").fill({NAME: "Jo", way: True, label: value})
    page.press("Sla de rest over").press("Versturen")

    assert getattr(ConversationRequest.objects.get(), field)


def test_everything_that_can_be_told_arrives(stranger, team):
    page = visit(stranger, "/gesprek/").press("Verder")
    page = page.fill(
        {NAME: "Jo", PHONE: "0612345678", "Liever niet": True, MAIL: "jo@voorbeeld.example"}
    )
    page = page.fill({"Ochtend": True, "Avond": True, "Postcode": "1311 ab"}).press("Verder")
    page = page.fill({"Tijdens een wandeling": True, "Ik wil graag een tolk erbij": True})
    page = page.fill({"In welke taal praat u het liefst?": "Arabisch", "Wie neemt u mee?": "Els"})
    page = page.fill({"Ik wil graag een onafhankelijke cliëntondersteuner erbij": True})
    page = page.press("Verder").fill({"In uw eigen woorden": "Ik durf mijn post niet te openen."})
    page = page.fill({"Uw eigen plan": "Met Els de stapel sorteren."}).press("Verder")
    assert check_page(page.text) == []
    page.press("Versturen")

    asked = ConversationRequest.objects.get()
    assert asked.team == team
    assert asked.neighbourhood.team == team
    assert asked.may_leave_message is False
    assert asked.day_parts == ["morning", "evening"]
    assert (asked.place, asked.spoken_language, asked.company) == ("walk", "Arabisch", "Els")
    assert asked.interpreter
    assert asked.client_supporter
    assert asked.own_words.words == "Ik durf mijn post niet te openen."
    assert asked.own_words.own_plan == "Met Els de stapel sorteren."


def test_for_someone_else_says_whether_they_know(stranger):
    page = visit(stranger, "/gesprek/?ander")
    assert page.value("Voor iemand anders")
    page = page.press("Verder")
    assert "Vul in wat u van die persoon bent." in page.text
    assert "Kies of die persoon het weet." in page.text

    page = page.fill({"Wat bent u van die persoon?": "buurvrouw", "Nee, nog niet": True})
    page = page.press("Verder").fill({"Over wie gaat het?": "Meneer Bos", NAME: "Ria"})
    page.fill({PHONE: "0612345678"}).press("Sla de rest over").press("Versturen")

    asked = ConversationRequest.objects.get()
    assert (asked.name, asked.sender_name) == ("Meneer Bos", "Ria")
    assert (asked.relation, asked.knows) == ("buurvrouw", "no")


def test_an_unknown_postcode_is_no_obstacle(stranger, team):
    page = visit(stranger, "/gesprek/bereiken/")
    page = page.fill({NAME: "Jo", PHONE: "0612345678", "Postcode": "9999 ZZ"})
    page.press("Sla de rest over").press("Versturen")

    asked = ConversationRequest.objects.get()
    assert (asked.team, asked.neighbourhood) == (team, None)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1311-ab", "1311AB"), ("1311 AB Almere", "1311AB"), ("١٣١١ AB", "1311AB"),
        ("１３１１ＡＢ", "1311AB"), ("1311", "1311"), ("1311 a", "1311"), ("131", ""),
        ("B-2000", "2000"), ("weet ik niet", ""), ("0612345678", ""),
    ],
)  # fmt: skip
def test_any_spelling_of_a_postcode_goes_on(stranger, team, typed, kept):
    page = visit(stranger, "/gesprek/bereiken/")
    page = page.fill({NAME: "Jo", PHONE: "0612345678", "Postcode": typed}).press("Verder")
    assert page.at == "/gesprek/wensen/"
    assert Postcode.read(typed) == kept


def test_a_number_from_elsewhere_keeps_its_country(stranger, team, as_user, professional):
    """Written the national way it would ring at somebody else's, or nowhere."""
    page = visit(stranger, "/gesprek/bereiken/").fill({NAME: "Ola", PHONE: "0048 512 345 678"})
    assert "+48 512 345 678" in page.press("Sla de rest over").text
    visit(stranger, "/gesprek/controle/").press("Versturen")
    asked = ConversationRequest.objects.get()
    text = as_user(professional).get(f"/werk/verzoeken/{asked.pk}/").content.decode()
    assert "tel:+48512345678" in text
    page = visit(stranger, "/gesprek/stand/contact/")
    assert page.value("Telefoonnummer") == "+48 512 345 678"


def test_the_way_not_chosen_is_forgotten(stranger):
    """Who first typed a number and then chose another way may have had a reason to."""
    page = visit(stranger, "/gesprek/bereiken/")
    page = page.fill({NAME: "Jo", PHONE: "0612345678", "Langskomen": True})
    page = page.fill({"Adres waar we langs mogen komen": "Lindeplein 4"})
    page.press("Sla de rest over").press("Versturen")

    assert ConversationRequest.objects.get().phone == ""


def test_confirmation_goes_by_mail_or_by_phone(stranger):
    shortest(stranger).press("Versturen")
    call = OutboxMessage.objects.get()
    assert (call.kind, call.to) == ("call", "06 12345678")

    page = visit(stranger, "/gesprek/bereiken/")
    page = visit(stranger, "/gesprek/").press("Verder")
    page.fill({NAME: "Jo", "E-mail": True, MAIL: "jo@voorbeeld.example"}).press(
        "Sla de rest over"
    ).press("Versturen")
    mail = OutboxMessage.objects.get(kind="mail")
    asked = ConversationRequest.objects.get(email="jo@voorbeeld.example")
    assert mail.to == "jo@voorbeeld.example"
    assert asked.readable_reference in mail.body
    assert asked.readable_reference not in mail.subject


def test_the_front_page_shows_the_team_of_the_postcode(stranger, other_team):
    page = visit(stranger, "/")
    assert "Wijkteam Zonnewijk" in page.text
    page = page.fill({"Uw postcode": "1321 ab"}).press("Zoek mijn team")
    assert "Wijkteam Oude Haven" in page.text
    page = page.fill({"Uw postcode": "9999ZZ"}).press("Zoek mijn team")
    assert "Deze postcode kennen we niet." in page.text
    assert "020 123 4500" in page.text


def test_every_page_is_sound_and_shows_whom_to_call(stranger):
    sent = shortest(stranger)
    pages = ["/", "/gesprek/", "/gesprek/formulier/", "/gesprek/verder/", "/gesprek/stand/"]
    pages += ["/gesprek/bereiken/", "/gesprek/wensen/", "/gesprek/vertellen/", "/gesprek/later/"]
    for text in [sent.text, sent.press("Versturen").text] + [
        visit(stranger, address).text for address in pages
    ]:
        assert check_page(text) == []
        assert "tel:112" in text
        assert "020 123 4500" in text


def test_who_is_here_for_work_is_told_what_to_do(as_user, professional):
    response = as_user(professional).get("/gesprek/")
    assert response.status_code == 403
    assert "U bent ingelogd voor uw werk." in response.content.decode()


def test_a_resident_who_is_signed_in_keeps_the_request(as_user, resident):
    shortest(as_user(resident)).press("Versturen")
    assert ConversationRequest.objects.get().requester == resident


def test_sending_asks_the_database_little(stranger, django_assert_num_queries):
    """Session, role, draft (read and held at once), request, clocks, move, messages, log."""
    shortest(stranger)
    with django_assert_num_queries(18):
        stranger.post("/gesprek/controle/", {"go": "send"})
    with django_assert_num_queries(17):
        stranger.get("/gesprek/stand/")
