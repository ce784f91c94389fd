"""Picking a request up, and what happens when two people do so at once."""

import pytest

from intake.choices import RequestStatus
from intake.models import StatusMove
from tests import factories
from tests.intake.team_doors import check_doors, looked, words
from tests.page import check_page


@pytest.fixture
def jo(team):
    return factories.request(team, "Jo", words="De post blijft dicht.")


def url(request, deed: str = "") -> str:
    return f"/werk/verzoeken/{request.pk}/{deed}"


def test_the_page_shows_words_contact_and_clocks(as_user, professional, jo):
    html = words(as_user(professional).get(url(jo)))
    assert "De post blijft dicht." in html
    assert "06 12345678" in html or "06 12 34 56 78" in html
    assert jo.readable_reference in html
    assert "Keukentafelgesprek" in html
    assert looked(professional, jo) == ["verzoek"]
    assert check_page(html) == []


def test_taking_stamps_who_and_when(as_user, professional, jo):
    as_user(professional).post(url(jo, "oppakken/"))
    jo.refresh_from_db()
    assert (jo.status, jo.holder) == (RequestStatus.ACKNOWLEDGED, professional)
    move = StatusMove.objects.filter(request=jo).last()
    assert (move.old, move.new, move.by) == ("received", "acknowledged", professional)
    assert jo.clocks.get(kind="acknowledge").met_at
    assert "verzoek" in looked(professional, jo)


def test_the_second_of_two_hears_who_was_first(as_user, professional, colleague, jo):
    as_user(professional).post(url(jo, "oppakken/"))
    page = as_user(colleague).post(url(jo, "oppakken/"), follow=True)
    assert "Sanne de Wit heeft dit verzoek net opgepakt." in words(page)
    jo.refresh_from_db()
    assert jo.holder == professional


def test_taking_twice_stamps_once(as_user, professional, jo):
    for _twice in range(2):
        as_user(professional).post(url(jo, "oppakken/"))
    assert StatusMove.objects.filter(request=jo, new="acknowledged").count() == 1


def test_a_colleague_takes_over_knowingly(as_user, professional, colleague, jo):
    jo.take(professional)
    client = as_user(colleague)
    assert "Overnemen van <bdi>Sanne" in words(client.get(url(jo)))
    client.post(url(jo, "oppakken/"), {"van": professional.pk})
    jo.refresh_from_db()
    assert jo.holder == colleague
    assert "Overgenomen door <bdi>Youssef Amrani</bdi>" in words(client.get(url(jo)))


def test_odd_holders_are_nobody(as_user, professional, colleague, jo):
    jo.take(professional)
    for odd in ("x", "-1", "9" * 30, "\x00"):
        page = as_user(colleague).post(url(jo, "oppakken/"), {"van": odd}, follow=True)
        assert "Sanne de Wit heeft dit verzoek net opgepakt." in words(page)


def test_first_contact_meets_its_clock_once(as_user, professional, jo):
    client = as_user(professional)
    for _twice in range(2):
        client.post(url(jo, "contact/"))
    jo.refresh_from_db()
    assert jo.holder == professional
    assert jo.clocks.get(kind="contact").met_at
    assert StatusMove.objects.filter(request=jo, words="eerste contact").count() == 1
    assert "Ik heb contact gehad" not in words(client.get(url(jo)))


def test_a_closed_request_is_not_taken(as_user, professional, jo):
    jo.close(None, "withdrawn")
    for deed in ("oppakken/", "contact/"):
        page = as_user(professional).post(url(jo, deed), follow=True)
        assert "Dit kan niet meer. Het verzoek staat nu op &#x27;klaar&#x27;." in words(page)


@pytest.mark.parametrize("deed", ["", "oppakken/", "contact/"])
def test_keeps_out_who_may_not(as_user, outsider, team_lead, jo, deed):
    post = {} if deed else None
    check_doors(as_user, url(jo, deed), outsider=outsider, without=team_lead, post=post)
    jo.refresh_from_db()
    assert jo.holder is None


def test_a_deed_is_never_a_link(as_user, professional, jo):
    for deed in ("oppakken/", "contact/", "verslag/"):
        assert as_user(professional).get(url(jo, deed)).status_code == 405
