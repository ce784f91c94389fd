"""Clocks that stand still for a reason, who hears that something is late, and the lead's page."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from intake.choices import ClockKind, Outcome
from intake.escalation import escalate
from intake.models import Clock
from intake.tasks import escalate_late
from intake.workflow import Refused
from tests import factories
from tests.intake.team_doors import check_doors, looked, queries_of, words
from tests.page import check_page
from wijkteam.models import OutboxMessage, Team, TeamMembership
from wijkteam.workdays import add_working_days

LONG_AGO = timedelta(days=60)


@pytest.fixture
def jo(team, professional):
    made = factories.request(team, "Jo", email="")
    made.take(professional)
    return made


def url(request, deed: str = "") -> str:
    return f"/werk/verzoeken/{request.pk}/{deed}"


def be_late(request, days: int = 1, kind: str = ClockKind.CONTACT) -> Clock:
    request.clocks.filter(kind=kind).update(due=timezone.localdate() - timedelta(days=days))
    return request.clocks.get(kind=kind)


def mails() -> dict[str, str]:
    return {one.to: one.body for one in OutboxMessage.objects.filter(kind="mail")}


def test_the_clock_stands_still_and_goes_on(as_user, professional, jo):
    client = as_user(professional)
    before = {clock.kind: clock.due for clock in jo.clocks.open()}
    client.post(url(jo, "klok/"), {"why": "away", "words": "terug op 20 maart"})
    assert not jo.clocks.running().exists()
    html = words(client.get(url(jo)))
    assert "staat stil sinds" in html
    assert "terug op 20 maart" in html
    assert check_page(html) == []
    week_ago = timezone.localdate() - timedelta(days=8)
    jo.clocks.paused().update(paused_on=week_ago)
    client.post(url(jo, "klok/verder/"))
    legal = jo.clocks.get(kind=ClockKind.LEGAL)
    assert (legal.due - before[ClockKind.LEGAL]).days >= 7
    assert jo.clocks.running().exists()
    assert "klok" in looked(professional, jo)


def test_stopping_or_going_on_twice_says_so(as_user, professional, jo):
    client = as_user(professional)
    client.post(url(jo, "klok/"), {"why": "asked"})
    again = client.post(url(jo, "klok/"), {"why": "papers"}, follow=True)
    assert "geen termijn meer die kan stilstaan" in words(again)
    client.post(url(jo, "klok/verder/"))
    again = client.post(url(jo, "klok/verder/"), follow=True)
    assert "De klok liep al weer." in words(again)


def test_what_is_late_keeps_ringing(jo, professional):
    late = be_late(jo)
    jo.pause(professional, "asked")
    late.refresh_from_db()
    assert late.is_running
    assert jo.clocks.get(kind=ClockKind.LEGAL).is_paused


def test_a_request_that_nobody_holds_cannot_wait(team, professional):
    with pytest.raises(Refused):
        factories.request(team).pause(professional, "asked")


def test_a_promise_kept_while_the_clock_stood_still_is_kept_in_time(jo, professional):
    today = timezone.localdate()
    jo.pause(professional, "away")
    jo.clocks.filter(kind=ClockKind.CONTACT).update(
        paused_on=today - LONG_AGO, due=today - timedelta(days=50)
    )
    jo.mark_contact(professional)
    contact = jo.clocks.get(kind=ClockKind.CONTACT)
    assert contact.met_at
    assert not contact.is_late()


def test_closing_stops_a_clock_that_stands_still(jo, professional):
    jo.pause(professional, "away")
    jo.close(professional, Outcome.WITHDRAWN)
    assert not jo.clocks.open().exists()


def test_the_database_wants_a_reason(jo):
    with pytest.raises(IntegrityError), transaction.atomic():
        jo.clocks.filter(kind=ClockKind.LEGAL).update(paused_on=timezone.localdate())


def test_the_own_plan_is_never_late(jo):
    clock = be_late(jo, kind=ClockKind.OWN_PLAN)
    assert not clock.is_late()
    assert not Clock.objects.late(timezone.localdate()).filter(pk=clock.pk).exists()


@pytest.mark.parametrize("deed", ["klok/", "klok/verder/"])
def test_keeps_out_who_may_not(as_user, outsider, team_lead, jo, deed):
    check_doors(as_user, url(jo, deed), outsider=outsider, without=team_lead, post={"why": "away"})


def test_late_is_told_to_the_holder_once(jo, professional, team_lead):
    clock = be_late(jo)
    assert escalate_late() == 1
    assert escalate_late() == 0
    assert set(mails()) == {professional.email}
    text = mails()[professional.email]
    assert jo.readable_reference in text
    assert "Jo" not in text.replace(jo.readable_reference, "")
    clock.refresh_from_db()
    assert clock.holder_told_at
    assert clock.lead_told_at is None


def test_then_to_the_team_lead_once(jo, professional, team_lead):
    clock = be_late(jo)
    days = add_working_days(clock.due, 2)
    assert escalate(days) == 1  # the holder hears it first, also when the round was away for days
    assert escalate(days) == 0
    assert escalate(days + timedelta(days=1)) == 1
    assert escalate(days + timedelta(days=9)) == 0
    assert set(mails()) == {professional.email, team_lead.email}
    assert "/leiding/" in mails()[team_lead.email]


def test_nobody_holds_it_so_the_team_lead_hears_at_once(team, team_lead):
    for name in ("Jo", "Fatima"):
        be_late(factories.request(team, name), kind=ClockKind.ACKNOWLEDGE)
    assert escalate() == 1  # one mail about both
    assert set(mails()) == {team_lead.email}


def test_a_holder_who_left_does_not_hide_it(jo, professional, team_lead):
    be_late(jo)
    professional.is_active = False
    professional.save()
    escalate()
    assert set(mails()) == {team_lead.email}


def test_without_a_lead_the_team_itself_hears_and_without_both_it_waits(team, team_lead):
    be_late(factories.request(team), kind=ClockKind.ACKNOWLEDGE)
    TeamMembership.objects.filter(user=team_lead).update(until=timezone.now())
    assert escalate() == 0
    Team.objects.filter(pk=team.pk).update(email="team@voorbeeld.example")
    assert escalate() == 1
    assert set(mails()) == {"team@voorbeeld.example"}


def test_the_leads_page_shows_waiting_load_and_late(as_user, team_lead, professional, jo, team):
    be_late(jo, 3)
    factories.request(team, "Fatima", words="Mijn verhaal")
    client = as_user(team_lead)
    html = words(client.get("/leiding/"))
    for said in ("Jo</bdi>", "Fatima</bdi>", "3 dagen te laat", "Sanne de Wit"):
        assert said in html
    assert "Mijn verhaal" not in html
    assert "leiding" in looked(team_lead, jo)
    assert check_page(html) == []
    first = len(queries_of(lambda: client.get("/leiding/")))
    for _each in range(20):
        be_late(factories.request(team), kind=ClockKind.ACKNOWLEDGE)
    assert len(queries_of(lambda: client.get("/leiding/"))) == first


def test_the_leads_page_is_the_leads(as_user, professional):
    check_doors(as_user, "/leiding/", outsider=None, without=professional)


def test_the_leads_page_shows_no_other_team(as_user, team_lead, other_team):
    factories.request(other_team, "Noor")
    html = words(as_user(team_lead).get("/leiding/"))
    assert "Noor</bdi>" not in html
    assert "Niemand wacht op een gesprek." in html


def test_the_manager_sets_the_norms(as_user, manager, team):
    page = as_user(manager).get(f"/beheer/wijkteam/team/{team.pk}/change/")
    assert page.status_code == 200
    assert "days_to_conversation" in words(page)
