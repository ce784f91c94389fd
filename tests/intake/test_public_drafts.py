"""What was typed is never lost, sent twice, or shown to someone else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from intake import tasks
from intake.models import ConversationRequest, Draft
from tests.filling import Filling, visit
from tests.intake.test_public_path import MAIL, NAME, PHONE, shortest
from wijkteam import references
from wijkteam.models import OutboxMessage

pytestmark = pytest.mark.usefixtures("team")


def begun(client) -> tuple[Filling, str]:
    """Two pages on the way; the page and the code that stands on it."""
    page = visit(client, "/gesprek/").press("Verder")
    page = page.fill({NAME: "Jo", PHONE: "0612345678"}).press("Verder")
    code = page.text.split('<input type="hidden" name="code" value="')[1].split('"')[0]
    return page, code


def another(client):
    return type(client)()


def resume(client, code: str) -> Filling:
    return visit(client, "/gesprek/verder/").fill({"Uw code": code}).press("Verder")


def test_the_code_goes_on_on_another_device(stranger):
    page, code = begun(stranger)
    readable = references.readable(code)
    assert readable in page.text

    page = resume(another(stranger), readable.lower())
    assert page.at == "/gesprek/wensen/"
    page = page.press("Terug")
    assert (page.value(NAME), page.value(PHONE)) == ("Jo", "0612345678")


def test_the_link_by_mail_only_fills_in_the_code(stranger):
    page, code = begun(stranger)
    page = page.press("Bewaren en stoppen").fill({"Uw e-mailadres": "jo@voorbeeld.example"})
    page.press("Stuur mij de link")
    mail = OutboxMessage.objects.get()
    link = f"/gesprek/verder/{code}/"
    assert link in mail.body

    other = another(stranger)
    page = visit(other, link)
    assert "Jo" not in page.text
    assert "0612345678" not in page.text
    page = page.press("Verder").press("Terug")
    assert page.value(NAME) == "Jo"


def test_pages_of_another_draft_show_nothing(stranger):
    begun(stranger)
    other = another(stranger)
    for address in ["/gesprek/bereiken/", "/gesprek/controle/", "/gesprek/later/"]:
        assert "0612345678" not in visit(other, address).text
    draft = Draft.objects.get()
    assert other.get(f"/gesprek/verder/{draft.pk}/").content.decode().count("0612345678") == 0


def test_guessing_codes_is_stopped_kindly(stranger):
    _page, code = begun(stranger)
    other = another(stranger)
    for _guess in range(10):
        page = resume(other, references.new_reference())
        assert "We vinden niets bij deze code." in page.text
    page = resume(other, code)
    assert page.response.status_code == 429
    assert "Wacht een kwartier, of bel ons." in page.text
    assert "020 123 4500" in page.text


def test_guessing_in_the_hidden_field_is_stopped_too(stranger):
    _page, code = begun(stranger)
    other = another(stranger)
    for _guess in range(10):
        other.post("/gesprek/bereiken/", {"code": references.new_reference(), "name": "X"})
    page = Filling(other.post("/gesprek/controle/", {"code": code}, follow=True), other)
    assert "0612345678" not in page.text


def test_another_language_keeps_what_was_just_typed(stranger):
    page = visit(stranger, "/gesprek/").press("Verder")
    page = page.fill({NAME: "Jo", PHONE: "12"}).press("العربية")
    assert 'lang="ar" dir="rtl"' in page.text
    page = page.press("Nederlands")
    assert (page.value(NAME), page.value(PHONE)) == ("Jo", "12")


def test_back_keeps_what_was_just_typed(stranger):
    page, _code = begun(stranger)
    page = page.fill({"Wie neemt u mee?": "mijn zus"}).press("Terug")
    assert page.at == "/gesprek/bereiken/"
    assert page.press("Verder").value("Wie neemt u mee?") == "mijn zus"


def test_wrong_input_loses_nothing(stranger):
    page = visit(stranger, "/gesprek/bereiken/")
    typed = {NAME: "Jo", PHONE: "geen nummer", "Ochtend": True, "Postcode": "abc", MAIL: "jo"}
    page = page.fill(typed).press("Verder")
    assert "Dit nummer klopt niet." in page.text
    assert "Dit e-mailadres klopt niet." in page.text
    assert (page.value(NAME), page.value(PHONE)) == ("Jo", "geen nummer")
    assert (page.value("Ochtend"), page.value("Postcode")) == ("yes", "abc")
    page = page.fill({PHONE: "0612345678"}).press("Verder")
    assert "Dit e-mailadres klopt niet." in page.text
    assert "Dit nummer klopt niet." not in page.text


def test_odd_signs_and_a_very_long_text_are_no_fault(stranger):
    page, _code = begun(stranger)
    page = page.press("Verder").fill({"In uw eigen woorden": "x" * 12_000 + "\x00"})
    page = page.press("Verder")
    assert "Dit is te lang." in page.text
    assert len(page.value("In uw eigen woorden")) >= 12_000
    page = page.fill({"In uw eigen woorden": "kort \x00 goed"}).press("Verder")
    assert page.response.status_code == 200


def test_sending_twice_makes_one_request(stranger):
    check = shortest(stranger)
    first, second = check.press("Versturen"), check.press("Versturen")
    assert ConversationRequest.objects.count() == 1
    assert OutboxMessage.objects.count() == 1
    assert second.at == first.at == "/gesprek/verstuurd/"
    for address in ["/gesprek/bereiken/", "/gesprek/controle/", "/gesprek/verstuurd/"]:
        page = visit(stranger, address)  # the back button, and a refresh
        assert ConversationRequest.objects.get().readable_reference in page.text


def test_after_sending_the_answers_are_gone(stranger):
    _page, code = begun(stranger)
    visit(stranger, "/gesprek/controle/").press("Versturen")
    draft = Draft.objects.get()
    assert "whom" not in draft.data
    assert "Dit is al verstuurd." in resume(another(stranger), code).text


def test_a_second_request_may_follow(stranger):
    shortest(stranger).press("Versturen")
    shortest(stranger).press("Versturen")
    assert ConversationRequest.objects.count() == 2


def test_an_ended_session_loses_nothing(stranger):
    page, _code = begun(stranger)
    stranger.cookies.clear()
    page = page.fill({"Wie neemt u mee?": "mijn zus"}).press("Verder")
    assert page.at == "/gesprek/vertellen/"
    page.press("Verder").press("Versturen")
    asked = ConversationRequest.objects.get()
    assert (asked.name, asked.company) == ("Jo", "mijn zus")


def test_a_draft_that_is_gone_leaves_the_page_that_was_open(stranger):
    page, _code = begun(stranger)
    Draft.objects.all().delete()
    stranger.cookies.clear()
    page = page.fill({"Wie neemt u mee?": "mijn zus"}).press("Verder").press("Terug")
    assert page.value("Wie neemt u mee?") == "mijn zus"


def test_wipe_leaves_nothing(stranger):
    page, code = begun(stranger)
    page = page.press("Alles wissen")
    assert page.at == "/"
    assert "Alles is gewist." in page.text
    assert not Draft.objects.exists()
    assert visit(stranger, "/gesprek/bereiken/").value(NAME) == ""
    assert "We vinden niets bij deze code." in resume(stranger, code).text


def test_the_quick_exit_closes_but_does_not_erase(stranger):
    _page, code = begun(stranger)
    assert stranger.get("/weg/").headers["Location"].startswith("https://")
    assert visit(stranger, "/gesprek/bereiken/").value(NAME) == ""
    assert resume(another(stranger), code).at == "/gesprek/wensen/"


def test_no_browser_keeps_a_page_with_answers(stranger):
    begun(stranger)
    for address in ["/gesprek/bereiken/", "/gesprek/controle/"]:
        assert "no-store" in stranger.get(address).headers["Cache-Control"]


def test_after_a_week_it_is_erased(stranger):
    _page, code = begun(stranger)
    Draft.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert "We vinden niets bij deze code." in resume(another(stranger), code).text
    assert tasks.erase_old_drafts() == 1
    assert tasks.erase_old_drafts() == 0


def test_the_mail_of_the_form_is_not_used_to_spam(stranger):
    page, _code = begun(stranger)
    for _mail in range(12):
        page = visit(stranger, "/gesprek/later/").fill({"Uw e-mailadres": "a@voorbeeld.example"})
        page = page.press("Stuur mij de link")
    assert page.response.status_code == 429
    assert OutboxMessage.objects.count() == 10
    assert MAIL not in page.text
