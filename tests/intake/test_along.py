"""Colleagues who come along: on their day, in their calendar, and no further than the request."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError
from django.utils import timezone
from icalendar import Calendar

from intake.choices import Outcome
from intake.models import Complaint, Conversation, ConversationRequest, Proposal
from intake.tasks import invite
from tests import factories
from tests.conftest import app_login
from tests.intake.team_doors import words
from tests.intake.test_proposals import as_stranger
from tests.page import check_page
from wijkteam import database
from wijkteam.models import OutboxMessage


@pytest.fixture
def jo(team, professional):
    made = factories.request(team, "Jo", words="Mijn verhaal", email="jo@voorbeeld.example")
    made.take(professional)
    return made


def today_at(hour: int):
    return timezone.localtime().replace(hour=hour, minute=30, second=0, microsecond=0)


@pytest.fixture
def talk(jo, professional, colleague) -> Conversation:
    made = Conversation(request=jo, planned_at=timezone.localtime() + timedelta(days=3),
                        place="home", address="Lindeplein 12", professional=professional,
                        along=[colleague.pk], colleagues="Piet van de politie")  # fmt: skip
    made.plan(professional)
    return made


def typed(professional, *along) -> dict:
    day = timezone.localdate() + timedelta(days=6)
    return {"day_0": day.day, "day_1": day.month, "day_2": day.year, "time": "10.30",
            "place": "home", "professional": professional.pk,
            "along": [one.pk for one in along]}  # fmt: skip


def test_the_planner_chooses_out_of_the_team(as_user, professional, colleague, outsider, jo):
    client = as_user(professional)
    where = f"/werk/verzoeken/{jo.pk}/plannen/"
    html = words(client.get(where))
    assert "Youssef Amrani" in html
    assert "Iris Bakker" not in html
    assert check_page(html) == []
    page = client.post(where, typed(professional, outsider) | {"colleagues": "Blijf"})
    assert "Een van de antwoorden kennen we niet." in words(page)
    assert "Blijf" in words(page)
    client.post(where, typed(professional, professional, colleague))
    assert jo.conversations.get().along == [colleague.pk]
    assert "Youssef Amrani" in words(client.get(f"/werk/verzoeken/{jo.pk}/"))
    assert "Met: Sanne de Wit, Youssef Amrani" in OutboxMessage.objects.get().body


def test_it_stands_on_the_day_of_who_comes_along(as_user, professional, colleague, jo, talk):
    Conversation.objects.update(planned_at=today_at(23))
    client = as_user(colleague)
    for page in ("/werk/", "/werk/route/"):
        html = words(client.get(page))
        for said in ("Jo</bdi>", "23.30", "Lindeplein 12", "gaat mee met"):
            assert said in html
        assert check_page(html) == []
    assert "Youssef Amrani" in words(as_user(professional).get("/werk/route/"))


def test_who_comes_along_opens_the_request_while_of_the_team(
    as_user, colleague, outsider, jo, talk
):
    client = as_user(colleague)
    pages = [f"/werk/verzoeken/{jo.pk}/", f"/werk/gesprek/{talk.pk}/verslag/"]
    assert [client.get(page).status_code for page in pages] == [200, 200]
    colleague.memberships.update(until=timezone.now() - timedelta(hours=1))
    Conversation.objects.update(planned_at=today_at(23), along=[colleague.pk, outsider.pk])
    for gone in (colleague, outsider):  # coming along is no door of its own
        client = as_user(gone)
        assert [client.get(page).status_code for page in pages] == [404, 404]
        assert "Jo</bdi>" not in words(client.get("/werk/route/"))
        with app_login(), database.role("professional", gone.pk):
            assert not ConversationRequest.objects.exists()
            assert not Conversation.objects.exists()


def test_everyone_of_us_gets_it_in_the_calendar_once(professional, colleague, jo, talk):
    with app_login():
        assert (invite(), invite()) == (1, 0)
    mails = list(OutboxMessage.objects.all())
    assert {mail.to for mail in mails} == {professional.email, colleague.email}
    for mail in mails:
        event = event_of(mail)
        assert (event["SUMMARY"], event.get("LOCATION", "")) == ("Afspraak wijkteam", "")
        assert str(event["UID"]).startswith(str(talk.pk))
        assert jo.readable_reference in mail.body
        for secret in ("Jo", "Lindeplein", "verhaal"):
            assert secret not in mail.subject + mail.body + mail.calendar


def test_moved_without_the_colleague_takes_it_out_of_that_calendar(professional, colleague, talk):
    invite()
    OutboxMessage.objects.all().delete()
    talk.refresh_from_db()
    talk.planned_at, talk.along = talk.planned_at + timedelta(days=1), []
    talk.move(professional)
    assert (invite(), invite()) == (1, 0)
    told = {mail.to: mail.calendar for mail in OutboxMessage.objects.all()}
    assert "METHOD:CANCEL" in told[colleague.email]
    assert "METHOD:PUBLISH" in told[professional.email]
    assert all("SEQUENCE:1" in calendar for calendar in told.values())


@pytest.mark.parametrize("how", ["cancel", "withdraw"])
def test_called_off_or_withdrawn_leaves_every_calendar(professional, colleague, jo, talk, how):
    invite()
    OutboxMessage.objects.all().delete()
    talk.refresh_from_db()
    if how == "cancel":
        talk.cancel(professional, "ziek")
    else:
        jo.close(None, Outcome.WITHDRAWN)
    with app_login():
        assert (invite(), invite()) == (1, 0)
    for mail in OutboxMessage.objects.all():
        assert "METHOD:CANCEL" in mail.calendar
        assert event_of(mail)["SEQUENCE"] == 1
    assert OutboxMessage.objects.count() == 2


def test_who_takes_the_request_over_gets_it_and_the_former_does_not_keep_it(
    professional, colleague, jo, team
):
    third = factories.user("Kees Blom", "professional", team=team)
    when = timezone.localtime() + timedelta(days=3)
    Conversation(request=jo, planned_at=when, professional=colleague).plan(professional)
    invite()
    OutboxMessage.objects.all().delete()
    jo.take(third, instead_of=professional)
    assert (invite(), invite()) == (1, 0)
    told = {mail.to: "METHOD:CANCEL" in mail.calendar for mail in OutboxMessage.objects.all()}
    assert told == {third.email: False, professional.email: True}


def test_a_proposal_takes_them_along_and_a_stranger_adds_nobody(jo, professional, colleague):
    start = timezone.now().replace(microsecond=0) + timedelta(days=3)
    made = Proposal(request=jo, professional=professional, along=[colleague.pk],
                    moments=[start, start + timedelta(days=1)])  # fmt: skip
    token = made.offer(professional)
    other = Conversation(request=jo, planned_at=start, professional=professional, along=[1, 2])
    with pytest.raises(ProgrammingError, match="row-level security"):
        as_stranger(token, lambda: pick_instead(made, other))
    as_stranger(token, lambda: made.choose(start))
    assert jo.conversations.get().along == [colleague.pk]


def pick_instead(made: Proposal, talk: Conversation) -> None:
    chosen = Proposal.objects.filter(pk=made.pk)
    chosen.update(chosen=talk.planned_at, chosen_at=timezone.now())
    talk.save(force_insert=True)


def test_the_link_of_the_mail_tells_the_resident_who_comes(stranger, jo, professional, colleague):
    start = timezone.now().replace(microsecond=0) + timedelta(days=3)
    made = Proposal(request=jo, professional=professional, along=[colleague.pk],
                    moments=[start, start + timedelta(days=1)])  # fmt: skip
    stranger.get(f"/gesprek/moment/{made.offer(professional)}/")
    stranger.post("/gesprek/stand/moment/", {"moment": start.isoformat()})
    assert "Met: Sanne de Wit, Youssef Amrani" in OutboxMessage.objects.get().body


def test_who_came_along_had_a_hand_in_it(team, jo, talk, colleague, outsider):
    complaint = Complaint(team=team, request=jo, about="person", words="x", name="Jo",
                          phone="0612345678")  # fmt: skip
    complaint.arrive()
    assert list(complaint.may_handle()) == [outsider]


def event_of(mail: OutboxMessage):
    return Calendar.from_ical(mail.calendar).walk("VEVENT")[0]
