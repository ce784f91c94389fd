"""Where is my request: two facts to look, to change, or to stop."""

import pytest
from icalendar import Calendar

from intake.choices import MeetingPlace, Outcome, RequestStatus
from intake.models import Conversation, ConversationRequest
from tests import factories
from tests.filling import Filling, visit
from tests.intake.test_public_path import shortest
from tests.page import check_page
from wijkteam import references
from wijkteam.models import AccessLog, OutboxMessage

NUMBER, FACT = "Uw nummer", "Uw telefoonnummer, e-mailadres of postcode"
WORDS = "Hij slaat mij als hij gedronken heeft."


@pytest.fixture
def asked(team) -> ConversationRequest:
    return factories.request(
        team, "Jo", words=WORDS, email="jo@voorbeeld.example", postcode="1311AB"
    )


def look_up(client, asked: ConversationRequest, fact: str) -> Filling:
    page = visit(client, "/gesprek/stand/")
    return page.fill({NUMBER: asked.readable_reference, FACT: fact}).press("Bekijken")


@pytest.mark.parametrize(
    "fact", ["06-12 34 56 78", "+31612345678", " JO@voorbeeld.example", "1311 ab"]
)
def test_number_and_one_fact_open_it(stranger, asked, fact):
    page = look_up(stranger, asked, fact)
    assert "Zo staat het met uw vraag" in page.text
    assert check_page(page.text) == []
    rows = AccessLog.objects.filter(request_id=asked.pk, part="stand van het verzoek")
    assert rows.get().ground == "nummer en tweede gegeven"


def test_without_any_fact_the_name_opens_it(stranger, team):
    asked = factories.request(team, "Jo M.", phone="", reach_by="visit", address="Lindeplein 4")
    assert "Zo staat het met uw vraag" in look_up(stranger, asked, "jo m").text


def test_the_number_alone_opens_nothing(stranger, asked):
    for fact in ["0687654321", "Jo", "1311AC", "x"]:
        page = look_up(stranger, asked, fact)
        assert "Bij dit nummer en dit gegeven vinden we niets." in page.text
        assert "Stap voor stap" not in page.text


def test_a_fact_of_someone_else_opens_nothing(stranger, asked, team):
    other = factories.request(team, "Ria", phone="0687654321")
    assert "vinden we niets" in look_up(stranger, asked, other.phone.as_e164).text


def test_guessing_is_stopped_kindly_for_the_guesser_alone(stranger, asked):
    for _guess in range(10):
        look_up(stranger, asked, "0687654321")
    page = look_up(stranger, asked, "0612345678")
    assert page.response.status_code == 429
    assert "Wacht een kwartier, of bel ons." in page.text
    elsewhere = type(stranger)(REMOTE_ADDR="192.0.2.7")
    assert "Zo staat het met uw vraag" in look_up(elsewhere, asked, "0612345678").text


def test_a_mistyped_number_is_told_apart(stranger, team):
    page = visit(stranger, "/gesprek/stand/").fill({NUMBER: "AAAA-AAAB", FACT: "0612345678"})
    assert "Deze code klopt niet helemaal." in page.press("Bekijken").text


def test_it_tells_who_holds_it_and_what_was_planned_but_not_the_words(
    stranger, asked, professional
):
    asked.take(professional)
    Conversation(
        request=asked,
        professional=professional,
        planned_at="2030-03-05T10:30:00+01:00",
        place=MeetingPlace.HOME,
        address="Lindeplein 12",
    ).plan(professional)
    page = look_up(stranger, asked, "0612345678")
    for words in ["Sanne de Wit", "dinsdag 5 maart", "10.30", "Lindeplein 12"]:
        assert words in page.text
    assert WORDS not in page.text


def test_the_dates_are_those_of_the_clocks(stranger, asked):
    page = look_up(stranger, asked, "0612345678")
    for clock in asked.clocks.exclude(kind="acknowledge"):
        assert f"{clock.due.day} " in page.text
    asked.clocks.filter(kind="contact").update(due="2020-03-06")
    page = visit(stranger, "/gesprek/stand/")
    assert "later dan beloofd" in page.text
    assert "Dit duurt langer dan we beloofden." in page.text


def test_change_the_way_of_contact(stranger, asked):
    look_up(stranger, asked, "0612345678")
    page = visit(stranger, "/gesprek/stand/contact/")
    assert page.value("Telefoonnummer").replace(" ", "") == "0612345678"
    page = page.fill({"Telefoonnummer": "0687654321", "E-mailadres": ""}).press("Bewaren")
    assert "Bewaard." in page.text

    asked.refresh_from_db()
    assert (asked.phone.as_e164, asked.email) == ("+31687654321", "")
    assert OutboxMessage.objects.get().to == "jo@voorbeeld.example"  # not changed unseen
    other = type(stranger)()
    assert "vinden we niets" in look_up(other, asked, "0612345678").text
    assert "Stap voor stap" in look_up(other, asked, "0687654321").text


def test_a_wrong_change_loses_nothing_and_changes_nothing(stranger, asked):
    look_up(stranger, asked, "0612345678")
    page = visit(stranger, "/gesprek/stand/contact/")
    page = page.fill({"Telefoonnummer": "12"}).press("Bewaren")
    assert page.value("Telefoonnummer") == "12"
    asked.refresh_from_db()
    assert asked.phone.as_e164 == "+31612345678"


def test_withdrawing_stops_the_clocks(stranger, asked, professional):
    asked.take(professional)
    look_up(stranger, asked, "0612345678")
    page = visit(stranger, "/gesprek/stand/intrekken/")
    page = page.fill({"Wilt u zeggen waarom?": "Het is al opgelost."})
    page = page.press("Ja, stop met mijn vraag")
    assert "Gestopt: u wilt geen gesprek meer" in page.text

    asked.refresh_from_db()
    assert (asked.status, asked.outcome) == (RequestStatus.CLOSED, Outcome.WITHDRAWN)
    assert asked.outcome_words == "Het is al opgelost."
    assert not asked.clocks.running().exists()
    assert asked.clocks.filter(kind="legal", met_at=None, stopped_at__isnull=False).exists()
    assert visit(stranger, "/gesprek/stand/intrekken/").at == "/gesprek/stand/"
    assert OutboxMessage.objects.get().subject == "Uw gesprek gaat niet door"


def test_after_closing_the_next_person_sees_nothing(stranger, asked):
    look_up(stranger, asked, "0612345678").press("Klaar met kijken: sluit dit")
    assert "Stap voor stap" not in visit(stranger, "/gesprek/stand/").text
    assert visit(stranger, "/gesprek/stand/contact/").at == "/gesprek/stand/"


def test_it_closes_by_itself_after_half_an_hour(stranger, asked):
    look_up(stranger, asked, "0612345678")
    session = stranger.session
    key, at = session["request"]
    session["request"] = [key, at - 31 * 60]
    session.save()
    assert "Stap voor stap" not in visit(stranger, "/gesprek/stand/").text


def test_right_after_sending_it_opens_without_asking(stranger, team):
    page = visit(stranger, "/gesprek/bereiken/")
    page = page.fill({"Hoe mogen we u noemen?": "Jo", "Telefoonnummer": "0612345678"})
    page.press("Sla de rest over").press("Versturen")
    assert "Stap voor stap" in visit(stranger, "/gesprek/stand/").text


def test_a_taken_reference_makes_way(team):
    first = factories.request(team, "Jo")
    second = factories.request(team, "Ria", reference=first.reference)
    assert second.reference != first.reference
    assert references.normal_reference(second.readable_reference) == second.reference


@pytest.mark.parametrize("door", ["/gesprek/later/", "/gesprek/", "/gesprek/verder/"])
def test_the_number_on_another_device_opens_nothing_of_what_was_just_sent(stranger, team, door):
    """The code of the form becomes the number of the request: from then on it takes two facts."""
    page = shortest(stranger).press("Versturen")
    number = ConversationRequest.objects.get().reference
    assert references.readable(number) in page.text

    other = type(stranger)()
    other.post(door, {"code": number, "name": "x"})
    for path in ("/gesprek/stand/", "/gesprek/verstuurd/"):
        text = other.get(path, follow=True).content.decode()
        assert "Zo staat het met uw vraag" not in text, path
        assert "Uw nummer" in text, path


def test_stopping_takes_the_appointment_out_of_the_calendar(stranger, asked, professional):
    asked.take(professional)
    when = "2030-03-05T10:30:00+01:00"
    talk = Conversation(request=asked, professional=professional, planned_at=when)
    talk.plan(professional)
    look_up(stranger, asked, "0612345678")
    visit(stranger, "/gesprek/stand/intrekken/").press("Ja, stop met mijn vraag")
    calendar = Calendar.from_ical(OutboxMessage.objects.get(kind="mail").calendar)
    event = calendar.walk("VEVENT")[0]
    assert (calendar["METHOD"], event["STATUS"], event["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)
    assert event["UID"].startswith(str(talk.pk))
