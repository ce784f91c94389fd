"""What people complained about with other forms, and that is not tried elsewhere yet."""

import pytest

from intake.choices import Outcome
from intake.models import ConversationRequest
from tests import factories
from tests.filling import visit
from tests.intake.team_doors import looked, words
from tests.intake.test_public_drafts import another, begun
from tests.intake.test_public_path import MAIL, NAME, PHONE, shortest
from tests.page import check_page

pytestmark = pytest.mark.usefixtures("team")


def test_a_mistyped_address_loses_nobody(stranger):
    """The number stands on the screen, and opens with the phone number."""
    page = visit(stranger, "/gesprek/bereiken/")
    page = page.fill({NAME: "Jo", PHONE: "0612345678", MAIL: "jo@verkeert.example"})
    page = page.press("Sla de rest over").press("Versturen")
    asked = ConversationRequest.objects.get()
    assert asked.readable_reference in page.text
    elsewhere = another(stranger)
    page = visit(elsewhere, "/gesprek/stand/").fill(
        {
            "Uw nummer": asked.readable_reference,
            "Uw telefoonnummer, e-mailadres of postcode": "06 1234 5678",
        }
    )
    assert "Stap voor stap" in page.press("Bekijken").text


def test_the_thanks_can_be_read_again(stranger):
    """Also by a browser that lost its session: that asks for the number, and refuses nothing."""
    sent = shortest(stranger).press("Versturen")
    for _time in range(2):
        again = stranger.get(sent.at)
        assert again.status_code == 200
        assert ConversationRequest.objects.get().readable_reference in again.content.decode()
    stranger.cookies.clear()
    page = visit(stranger, sent.at)
    assert (page.at, page.response.status_code) == ("/gesprek/stand/", 200)


def test_a_link_opens_its_own_draft_and_no_other(stranger):
    """Two people, one tablet: the second one's link does not land in the first one's answers."""
    _page, code = begun(stranger)
    other = another(stranger)
    page = visit(other, "/gesprek/bereiken/").fill({NAME: "Fatima", PHONE: "0687654321"})
    page.press("Verder")
    page = visit(other, f"/gesprek/verder/{code}/")
    assert visit(other, "/gesprek/bereiken/").value(NAME) == "Fatima"
    page.press("Verder")
    assert visit(other, "/gesprek/bereiken/").value(NAME) == "Jo"


def test_an_ended_session_is_not_sent_back_to_the_first_page(stranger):
    page, _code = begun(stranger)
    assert page.at == "/gesprek/wensen/"
    stranger.cookies.clear()
    assert page.press("Verder").at == "/gesprek/vertellen/"


def test_the_team_sees_which_fields_were_left_out_of_the_shortest_request(stranger):
    """Two answers are enough: nothing else is made up for whoever left it out."""
    shortest(stranger).press("Versturen")
    asked = ConversationRequest.objects.get()
    assert (asked.unsafe, asked.introduce_as, asked.place_words) == ([], "", "")


def test_who_calls_with_only_a_number_is_found_by_the_team(as_user, professional, outsider, team):
    """The page after sending promises it: 'Ook als u belt, vinden we u hiermee.'"""
    jo, fatima = factories.request(team, "Jo"), factories.request(team, "Fatima")
    fatima.close(None, Outcome.WITHDRAWN, "")
    for one, said in [(jo, jo.readable_reference.lower()), (fatima, fatima.reference), (jo, "JO")]:
        page = words(as_user(professional).get("/werk/zoeken/", {"zoek": said}))
        assert f"/werk/verzoeken/{one.pk}/" in page
        assert check_page(page) == []
        assert f"/werk/verzoeken/{one.pk}/" not in words(
            as_user(outsider).get("/werk/zoeken/", {"zoek": said})
        )
    assert looked(professional, jo) == ["mijn dag"] * 2
    assert looked(outsider, jo) == []
