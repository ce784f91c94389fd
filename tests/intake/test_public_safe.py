"""What is safe for someone, and leaving at once without a trace."""

from uuid import uuid4

import pytest
from django.template.loader import render_to_string

from intake import letters
from intake.models import Conversation, ConversationRequest
from intake.tasks import follow_up_failed
from tests import factories
from tests.conftest import app_login
from tests.filling import visit
from tests.intake.test_public_path import MAIL, NAME, PHONE
from wijkteam.choices import MessageKind
from wijkteam.context import DANGER_NUMBERS
from wijkteam.models import OutboxMessage

pytestmark = pytest.mark.usefixtures("team")
FORM = [
    "/", "/gesprek/", "/gesprek/bereiken/", "/gesprek/wensen/", "/gesprek/vertellen/",
    "/gesprek/controle/", "/gesprek/later/", "/gesprek/verder/", "/gesprek/stand/",
    "/gesprek/formulier/",
]  # fmt: skip


def ask(client, **answers):
    page = visit(client, "/gesprek/bereiken/").fill({NAME: "Jo", PHONE: "0612345678"})
    return page.fill(answers.pop("more", {})).press("Sla de rest over")


def test_what_we_do_not_do_and_who_we_say_we_are(stranger, as_user, professional):
    more = {"Mailen": True, "Een brief sturen": True, MAIL: "jo@voorbeeld.example"}
    more |= {"Hoe mogen we ons bekendmaken?": "Zeg dat u van de bieb bent."}
    ask(stranger, more=more).press("Versturen")
    asked = ConversationRequest.objects.get()
    assert asked.unsafe == ["mail", "letter"]
    assert [m.kind for m in OutboxMessage.objects.all()] == [MessageKind.CALL]  # no mail
    page = as_user(professional).get(f"/werk/verzoeken/{asked.pk}/").content.decode()
    assert "Zeg dat u van de bieb bent." in page
    assert "mailen, een brief sturen" in page


def test_the_chosen_way_must_be_safe(stranger):
    page = ask(stranger, more={"Bellen": True})
    assert page.at == "/gesprek/controle/"
    page = visit(stranger, "/gesprek/bereiken/")
    page.reader.inputs["id_unsafe_0"][0].values["unsafe"] = ["call"]
    page = page.press("Verder")
    assert "U koos hierboven juist deze manier." in page.text
    assert page.value(NAME) == "Jo"


@pytest.mark.parametrize(
    ("fields", "to"),
    [
        ({"unsafe": ["call"], "address": "Lindeplein 12"}, "Lindeplein 12"),
        ({"unsafe": ["call"], "via": "buurvrouw Els", "address": "x"}, "buurvrouw Els"),
        ({"unsafe": ["call", "visit"], "address": "Lindeplein 12"}, "zoek een veilige weg"),
        ({"unsafe": ["mail"]}, "612345678"),
    ],
)
def test_nobody_is_asked_to_call_or_come_where_that_is_not_safe(team, professional, fields, to):
    """A colleague finds what to do by hand on the day, and that says where: never an unsafe way."""
    asked = factories.request(team, "Jo", reach_by="via", **fields)
    letters.received(asked)
    assert OutboxMessage.objects.get().to.replace(" ", "").endswith(to.replace(" ", ""))
    asked.take(professional)
    OutboxMessage.objects.all().delete()
    OutboxMessage.objects.post(kind="mail", to="x@x.nl", subject="s", body="b",
                               team_id=team.pk, request_id=asked.pk)  # fmt: skip
    OutboxMessage.objects.update(status="failed")
    with app_login():
        assert follow_up_failed() == 1
    call = OutboxMessage.objects.get(kind="call")
    assert call.to.replace(" ", "").endswith(to.replace(" ", ""))


def test_a_report_goes_no_way_that_is_not_safe(as_user, team, professional):
    asked = factories.request(team, "Jo", email="jo@x.nl", unsafe=["mail", "letter"])
    other = factories.request(team, "Noor", unsafe=["letter"])
    for one in (asked, other):
        one.take(professional)
    asked.link(other, professional)
    talk = Conversation.begin(asked, professional)
    talk.agreed = "Samen bellen."
    talk.report(professional, talk.version)
    client, address = as_user(professional), f"/werk/gesprek/{talk.pk}/verslag/samen-lezen/"
    html = client.get(address).content.decode()
    assert 'value="hand"' in html
    assert 'value="mail"' not in html
    assert 'value="letter"' not in html
    client.post(address, {"how": "letter", "reaction": ""})
    assert not Conversation.objects.sent().exists()
    client.post(address, {"how": "hand", "reaction": "", "also": [other.pk]})
    assert set(Conversation.objects.values_list("sent_how", flat=True)) == {"hand"}
    assert not OutboxMessage.objects.filter(kind="letter").exists()


def test_the_desk_cannot_write_down_both(as_user, professional):
    typed = {"route": "phone", "reach_by": "call", "phone": "0612345678", "name": "Jo",
             "for_whom": "self", "unsafe": ["call"], "submission": uuid4()}  # fmt: skip
    page = as_user(professional).post("/werk/verzoeken/nieuw/", typed)
    assert "Dit is juist hoe we contact opnemen." in page.content.decode()
    assert not ConversationRequest.objects.exists()


def test_who_knows_the_number_does_not_read_who_we_say_we_are(stranger, team):
    asked = factories.request(team, "Jo", introduce_as="de bieb", unsafe=["mail"])
    page = visit(stranger, "/gesprek/stand/").fill(
        {
            "Uw nummer": asked.readable_reference,
            "Uw telefoonnummer, e-mailadres of postcode": "0612345678",
        }
    )
    assert "Stap voor stap" in page.press("Bekijken").text
    for address in ["/gesprek/stand/", "/gesprek/stand/contact/"]:
        assert "de bieb" not in visit(stranger, address).text


def test_the_danger_block_stands_on_every_page_of_the_form(stranger, team):
    team.out_of_hours_phone = "0201234599"
    team.save()
    ask(stranger)
    for address in FORM:
        text = visit(stranger, address).text
        for number in ["tel:112", "tel:08002000", "tel:08000113"]:
            assert number in text, address
        assert "020 123 4599" in text, address
        assert "020 123 4500" in text, address


@pytest.mark.parametrize(
    ("address", "status"), [("/bestaat-niet/", 404), ("/gesprek/verder/%00/", 404)]
)
def test_the_danger_block_stands_on_error_pages(stranger, address, status):
    response = stranger.get(address)
    assert response.status_code == status
    assert "tel:112" in response.content.decode()


@pytest.mark.parametrize("status", ["400", "403", "403_csrf", "404", "429", "500", "503"])
def test_every_error_page_shows_whom_to_call_without_any_context(settings, status):
    """The page of last resort is shown with no context at all."""
    settings.MUNICIPALITY_PHONE = "14 0200"
    text = render_to_string(f"{status}.html")
    for number in ["tel:112", "tel:08002000", "tel:113", "tel:140200"]:
        assert number in text
    known = render_to_string(f"{status}.html", {"danger_numbers": DANGER_NUMBERS})
    assert "tel:08000113" in known


def test_a_page_that_is_not_for_you_and_a_form_without_a_token(stranger, team):
    wary = type(stranger)(enforce_csrf_checks=True)
    for response in [stranger.get("/werk/", follow=True), wary.post("/gesprek/", {})]:
        assert "tel:112" in response.content.decode()


def test_leaving_keeps_nothing_in_this_browser(as_user, resident, stranger):
    ask(stranger)
    response = stranger.get("/weg/")
    assert response.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert response.headers["Location"].startswith("https://")
    client = as_user(resident)
    client.get("/weg/")
    assert client.get("/mijn/").headers["Location"].startswith("/inloggen/")


def test_wiping_clears_what_the_browser_kept(stranger):
    page = ask(stranger)
    form = next(form for form in page.reader.forms if "Alles wissen" in form.buttons)
    response = stranger.post(form.attrs["action"], {"code": form.values["code"]})
    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
