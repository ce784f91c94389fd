"""The pile of letters: printed together, ticked off together, by the team alone."""

import pytest

from tests import factories
from tests.intake.team_doors import check_doors, looked, words
from tests.page import check_page
from wijkteam.models import OutboxMessage

URL = "/werk/brieven/"


def letter(request, to: str = "Jo, Lindeplein 12") -> OutboxMessage:
    OutboxMessage.objects.post(kind="letter", to=to, subject="Ons gesprek", body="Beste Jo, dag.",
                               team_id=request.team_id, request_id=request.pk)  # fmt: skip
    return OutboxMessage.objects.get(to=to)


@pytest.fixture
def jo(team):
    return factories.request(team, "Jo", address="Lindeplein 12")


def test_the_pile_is_printed_and_ticked_off(as_user, professional, jo):
    first = letter(jo)
    client = as_user(professional)
    html = words(client.get(URL))
    assert "Jo, Lindeplein 12" in html
    assert check_page(html) == []
    paper = words(client.get(URL, {"papier": ""}))
    assert "Beste Jo," in paper
    pdf = client.get(URL, {"pdf": ""})
    assert pdf.status_code == 200
    assert pdf.content.startswith(b"%PDF") or "Beste Jo," in words(pdf)
    later = letter(jo, "Jo, later")
    for _time in range(2):
        page = client.post(URL + "gedaan/", {"brief": [first.pk, "x"]}, follow=True)
    assert "niets meer te doen" in words(page)
    first.refresh_from_db()
    later.refresh_from_db()
    assert (first.status, later.status) == ("sent", "waiting")
    assert "brieven" in looked(professional, jo)


def test_an_arabic_letter_runs_from_right_to_left_on_dutch_paper(as_user, professional, jo):
    """WeasyPrint knows no `dir="auto"`: it says so itself, or its full stops stand at the start."""
    letter(jo)
    OutboxMessage.objects.update(body="مرحبا Jo.")
    client = as_user(professional)
    assert '<div dir="rtl">مرحبا Jo.</div>' in words(client.get(URL, {"papier": ""}))
    OutboxMessage.objects.update(body="Beste يوسف.")
    assert '<div dir="ltr">Beste يوسف.</div>' in words(client.get(URL, {"papier": ""}))


def test_another_team_sees_and_ticks_off_nothing(as_user, outsider, jo):
    first = letter(jo)
    client = as_user(outsider)
    assert "Er ligt geen brief te wachten." in words(client.get(URL))
    assert client.get(URL, {"pdf": ""}).status_code == 200
    client.post(URL + "gedaan/", {"brief": [first.pk]})
    first.refresh_from_db()
    assert first.status == "waiting"


@pytest.mark.parametrize("deed", ["", "gedaan/"])
def test_keeps_out_who_may_not(as_user, team_lead, deed):
    check_doors(as_user, URL + deed, outsider=None, without=team_lead, post={} if deed else None)
