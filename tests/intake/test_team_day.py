"""My day: four short lists."""

from datetime import timedelta

import pytest
from django.utils import timezone

from casework.models import LastLook, TimelineEntry
from intake import letters
from intake.models import Clock, Conversation
from tests import factories
from tests.intake.team_doors import check_doors, looked, queries_of, words
from tests.page import check_page
from wijkteam.models import OutboxMessage

URL = "/werk/"


@pytest.fixture
def jo(team, professional):
    made = factories.request(team, "Jo", phone="0612345678")
    made.take(professional)
    return made


def talk_at(request, professional, when) -> Conversation:
    talk = Conversation(
        request=request, planned_at=when, place="home", address="Lindeplein 12",
        professional=professional,
    )  # fmt: skip
    talk.plan(professional)
    return talk


def noon() -> object:
    return timezone.localtime().replace(hour=12, minute=0)


def test_an_empty_day_says_so(as_user, professional):
    html = words(as_user(professional).get(URL))
    for text in (
        "Te laat of bijna",
        "Vandaag staan er geen gesprekken",
        "Nieuw aan mijn tafels",
        "Warm houden",
        "Nieuw verzoek aan de telefoon",
    ):
        assert text in html
    assert check_page(html) == []


def test_today_shows_where_to_go_and_whom_to_call(as_user, professional, jo):
    talk_at(jo, professional, noon())
    html = words(as_user(professional).get(URL))
    assert "12.00" in html
    assert "Lindeplein 12" in html
    assert 'href="tel:' in html
    assert check_page(html) == []
    assert looked(professional, jo) == ["mijn dag"]


def test_another_day_and_another_one_s_visit_are_not_today(as_user, professional, colleague, jo):
    talk = talk_at(jo, professional, noon() + timedelta(days=5))
    assert "Lindeplein 12" not in words(as_user(professional).get(URL))
    Conversation.objects.filter(pk=talk.pk).update(planned_at=noon(), professional=colleague)
    assert "Lindeplein 12" not in words(as_user(professional).get(URL))
    assert "Lindeplein 12" in words(as_user(colleague).get(URL))


def test_whom_to_call_stands_there_until_it_is_done(as_user, professional, colleague, jo):
    letters.planned(talk_at(jo, professional, noon() + timedelta(days=3)))
    client = as_user(professional)
    assert "Nog te bellen of te printen" in words(client.get(URL))
    assert "Nog te bellen of te printen" not in words(as_user(colleague).get(URL))
    call = OutboxMessage.objects.get(request_id=jo.pk)
    assert call.kind == "call"
    client.post(f"/werk/bericht/{call.pk}/gedaan/")
    assert "Nog te bellen of te printen" not in words(client.get(URL))


def test_mail_that_came_back_stands_there(as_user, professional, team):
    fatima = factories.request(team, "Fatima", email="fatima@voorbeeld.example")
    fatima.take(professional)
    letters.received(fatima)
    OutboxMessage.objects.update(status="failed")
    html = words(as_user(professional).get(URL))
    assert "mail kwam niet aan" in html
    assert check_page(html) == []


def test_late_shows_mine_and_nobody_s(as_user, professional, colleague, team, jo):
    factories.request(team, "Fatima")
    theirs = factories.request(team, "Piet")
    theirs.take(colleague)
    Clock.objects.update(due=timezone.localdate() - timedelta(days=2))
    html = words(as_user(professional).get(URL))
    assert "Jo</bdi>" in html
    assert "Fatima</bdi>" in html
    assert "Piet</bdi>" not in html


def test_what_others_wrote_at_my_tables(as_user, professional, colleague, team):
    case_file = factories.case_file(professional, team)
    seat = case_file.seats.get(is_coordinator=True)
    entry = TimelineEntry(case_file=case_file, by=seat, words="Eigen tekst")
    entry.write()
    resident_seat = case_file.seats.get(is_coordinator=False)
    TimelineEntry(case_file=case_file, by=resident_seat, words="De huur is betaald").write()
    html = words(as_user(professional).get(URL))
    assert "De huur is betaald" in html
    assert check_page(html) == []
    assert "Eigen tekst" not in html
    assert "De huur is betaald" not in words(as_user(colleague).get(URL))
    LastLook.objects.create(case_file=case_file, user=professional)
    assert "De huur is betaald" not in words(as_user(professional).get(URL))


def test_a_partner_sees_tables_only(as_user, partner):
    html = words(as_user(partner).get(URL))
    assert "Nieuw aan mijn tafels" in html
    assert "Te laat of bijna" not in html
    assert "Warm houden" not in html


def test_a_team_lead_sees_clocks_and_no_visits(as_user, team_lead, professional, jo):
    Clock.objects.update(due=timezone.localdate())
    factories.request(jo.team, "Fatima")
    talk_at(jo, professional, noon())
    html = words(as_user(team_lead).get(URL))
    assert "Te laat of bijna" in html
    assert "Lindeplein 12" not in html
    assert "Ik pak het op" not in html


def test_an_empty_list_promises_nothing_for_a_colleague(as_user, team_lead, colleague, jo):
    """It holds what is one's own and what is nobody's: Jo waits for Sanne, and is late."""
    Clock.objects.update(due=timezone.localdate() - timedelta(days=2))
    for user in (team_lead, colleague):
        html = words(as_user(user).get(URL))
        assert "Niets bij u, en ook niets dat nog niemand heeft." in html
        assert "Iedereen hoort op tijd" not in html


def test_the_number_of_queries_stays_the_same(as_user, professional, team):
    client = as_user(professional)
    client.get(URL)
    counts = []
    for number in (2, 40):
        for _each in range(number):
            made = factories.request(team)
            made.take(professional)
            letters.received(made)
        talk_at(made, professional, noon() + timedelta(hours=number // 20))
        Clock.objects.update(due=timezone.localdate())
        counts.append(len(queries_of(lambda: client.get(URL))))
    assert counts[0] == counts[1] <= 27


def test_keeps_out_who_may_not(as_user, municipality):
    check_doors(as_user, URL, outsider=None, without=municipality)
