"""Putting a conversation on the calendar, moving it, calling it off."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from intake.choices import RequestStatus
from intake.models import Conversation
from tests import factories
from tests.intake.team_doors import check_doors, looked, words
from tests.page import check_page
from wijkteam.models import OutboxMessage


@pytest.fixture
def jo(team, professional):
    made = factories.request(team, "Jo", email="jo@voorbeeld.example", company="buurvrouw Els")
    made.take(professional)
    return made


@pytest.fixture
def typed(professional) -> dict:
    day = timezone.localdate() + timedelta(days=6)
    return {
        "day_0": day.day,
        "day_1": day.month,
        "day_2": day.year,
        "time": "10.30",
        "place": "home",
        "address": "Lindeplein 12",
        "professional": professional.pk,
    }


@pytest.fixture
def talk(jo, professional) -> Conversation:
    made = Conversation(
        request=jo,
        planned_at=timezone.localtime() + timedelta(days=3),
        place="home",
        address="Lindeplein 12",
        professional=professional,
    )
    made.plan(professional)
    return made


def plan(request) -> str:
    return f"/werk/verzoeken/{request.pk}/plannen/"


def at(talk, deed: str) -> str:
    return f"/werk/gesprek/{talk.pk}/{deed}"


def test_planning_moves_the_request_and_tells_the_resident(as_user, professional, jo, typed):
    as_user(professional).post(plan(jo), typed)
    jo.refresh_from_db()
    talk = jo.conversations.get()
    local = timezone.localtime(talk.planned_at)
    assert jo.status == RequestStatus.PLANNED
    assert (local.hour, local.minute, talk.address) == (10, 30, "Lindeplein 12")
    mail = OutboxMessage.objects.get(request_id=jo.pk)
    assert (mail.kind, mail.to) == ("mail", "jo@voorbeeld.example")
    assert "gesprek plannen" in looked(professional, jo)


def test_at_the_team_the_mail_says_where_that_is(as_user, professional, jo, typed, team):
    as_user(professional).post(plan(jo), typed | {"place": "team", "address": ""})
    mail = OutboxMessage.objects.get(request_id=jo.pk)
    assert f"Waar: bij het wijkteam, {team.address}" in mail.body


def test_the_page_knows_what_the_resident_wished(as_user, professional, jo):
    html = words(as_user(professional).get(plan(jo)))
    assert 'value="buurvrouw Els"' in html
    assert check_page(html) == []


def test_planning_twice_keeps_the_first(as_user, professional, colleague, jo, typed):
    as_user(professional).post(plan(jo), typed)
    page = as_user(colleague).post(plan(jo), typed | {"time": "14.00"}, follow=True)
    assert "Dit kan niet meer." in words(page)
    assert jo.conversations.count() == 1
    assert OutboxMessage.objects.filter(request_id=jo.pk).count() == 1


def test_a_time_without_a_point_and_a_short_year_are_understood(as_user, professional, jo, typed):
    short = {"time": "1030", "day_2": str(typed["day_2"])[2:]}
    as_user(professional).post(plan(jo), typed | short)
    planned = timezone.localtime(jo.conversations.get().planned_at)
    assert (planned.year, planned.strftime("%H.%M")) == (typed["day_2"], "10.30")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"time": "straks"}, "Deze tijd klopt niet."),
        ({"time": ""}, "Vul een tijd in"),
        ({"day_0": ""}, "De datum is niet compleet."),
        ({"day_2": "2020"}, "Deze dag is geweest."),
        ({"day_2": "2999"}, "Klopt het jaar?"),
        ({"professional": "99999999999999999999"}, "Wie van ons gaat?"),
        ({"address": "x" * 500}, "Adres of telefoonnummer"),
    ],
)
def test_a_mistake_is_said_in_words_and_loses_nothing(
    as_user, professional, jo, typed, change, says
):
    page = as_user(professional).post(plan(jo), typed | {"company": "Blijf"} | change)
    assert page.status_code == 200
    assert says in words(page)
    assert "Blijf" in words(page)
    assert not jo.conversations.exists()


def test_a_colleague_of_another_team_cannot_be_sent(as_user, professional, outsider, jo, typed):
    as_user(professional).post(plan(jo), typed | {"professional": outsider.pk})
    assert not jo.conversations.exists()


def test_moving_keeps_the_appointment_and_raises_its_sequence(as_user, professional, talk, typed):
    client = as_user(professional)
    before = event(client.get(at(talk, "afspraak.ics")))
    client.post(at(talk, "verzetten/"), typed)
    after = event(client.get(at(talk, "afspraak.ics")))
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert timezone.localtime(after.decoded("DTSTART")).strftime("%H.%M") == "10.30"
    assert OutboxMessage.objects.count() == 1


def test_moving_it_to_where_it_stands_is_no_move(as_user, professional, jo, talk, typed):
    client, url = as_user(professional), at(talk, "verzetten/")
    client.post(url, typed, follow=True)
    before = list(jo.moves.values_list("pk", flat=True))
    page = words(client.post(url, typed, follow=True))
    assert "Er is niets veranderd." in page
    assert "Het gesprek is verzet." not in page
    assert list(jo.moves.values_list("pk", flat=True)) == before
    talk.refresh_from_db()
    assert talk.sequence == 1
    assert OutboxMessage.objects.count() == 1  # of the move before
    client.post(url, typed | {"address": "Lindeplein 14"})
    assert jo.moves.count() == len(before) + 1


def test_calling_off_asks_for_a_new_date(as_user, professional, jo, talk):
    client = as_user(professional)
    assert '<form method="post" data-keep' in client.get(at(talk, "afzeggen/")).content.decode()
    client.post(at(talk, "afzeggen/"), {"words": "Jo is ziek"})
    jo.refresh_from_db()
    talk.refresh_from_db()
    assert jo.status == RequestStatus.ACKNOWLEDGED
    assert talk.cancelled_at
    assert "Jo is ziek" in words(client.get(f"/werk/verzoeken/{jo.pk}/"))
    assert event(client.get(at(talk, "afspraak.ics")))["STATUS"] == "CANCELLED"
    again = client.post(at(talk, "afzeggen/"), follow=True)
    assert "Dit kan niet meer." in words(again)
    assert OutboxMessage.objects.count() == 1


def test_the_calendar_says_nothing_about_whom(as_user, professional, jo, talk):
    file = as_user(professional).get(at(talk, "afspraak.ics"))
    text = words(file)
    assert "attachment" in file.headers["Content-Disposition"]
    assert event(file)["SUMMARY"] == "Afspraak wijkteam"
    assert event(file)["ORGANIZER"] == "mailto:wijkteam@voorbeeldstad.example"  # RFC 5546, 3.2.1
    for secret in ("Jo", "Lindeplein 12", jo.reference, "0612345678"):
        assert secret not in text
    assert "afspraak" in looked(professional, jo)


def event(response):
    return Calendar.from_ical(response.content).walk("VEVENT")[0]


def test_summer_time_is_the_hour_on_the_clock(as_user, professional, jo, typed):
    spring = datetime(2027, 3, 29, tzinfo=timezone.get_current_timezone())
    day = {"day_0": spring.day, "day_1": spring.month, "day_2": spring.year}
    as_user(professional).post(plan(jo), typed | day)
    assert jo.conversations.get().planned_at.strftime("%H.%M") == "08.30"


@pytest.mark.parametrize("deed", ["verzetten/", "afzeggen/", "afspraak.ics"])
def test_keeps_out_who_may_not(as_user, outsider, team_lead, jo, talk, deed):
    check_doors(as_user, at(talk, deed), outsider=outsider, without=team_lead)


def test_keeps_out_who_may_not_plan(as_user, outsider, team_lead, jo, typed):
    check_doors(as_user, plan(jo), outsider=outsider, without=team_lead, post=typed)
    assert not jo.conversations.exists()
