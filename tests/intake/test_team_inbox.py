"""The team's list of requests: late on top, names the log knows, and no query per row."""

from datetime import timedelta

import pytest
from django.utils import timezone

from intake.choices import Route
from intake.models import Clock, Conversation
from tests import factories
from tests.intake.team_doors import check_doors, looked, queries_of, words
from tests.page import check_page

URL = "/werk/verzoeken/"


def be_due(request, days: int) -> None:
    """Its first clock rings this many days from now."""
    due = timezone.localdate() + timedelta(days=days)
    Clock.objects.filter(request=request, kind="acknowledge").update(due=due)


def test_late_comes_first_then_today_then_the_rest(as_user, professional, team):
    for name, days in [("Rest", 1), ("Vandaag", 0), ("Laat", -3)]:
        be_due(factories.request(team, name), days)
    html = words(as_user(professional).get(URL))
    assert html.index("Laat</bdi>") < html.index("Vandaag</bdi>") < html.index("Rest</bdi>")
    assert "3 dagen te laat" in html
    assert "nog 1 dag" in html
    assert check_page(html) == []


def test_the_talks_of_one_day_stand_in_the_order_of_the_day(as_user, professional, team):
    noon = timezone.now().replace(hour=11, minute=0) + timedelta(days=2)
    for name, hours in [("Laat", 4), ("Vroeg", 0), ("Midden", 2)]:
        asked = factories.request(team, name)
        asked.take(professional)
        talk = Conversation(
            request=asked, planned_at=noon + timedelta(hours=hours),
            place="home", professional=professional,
        )  # fmt: skip
        talk.plan(professional)
    html = words(as_user(professional).get(URL))
    assert html.index("Vroeg</bdi>") < html.index("Midden</bdi>") < html.index("Laat</bdi>")


def test_every_name_on_the_list_is_logged(as_user, professional, team):
    jo = factories.request(team, "Jo")
    as_user(professional).get(URL)
    assert looked(professional, jo) == ["verzoeken"]


def test_shows_nothing_of_another_team(as_user, outsider, team, other_team):
    factories.request(team, "Jo")
    factories.request(other_team, "Fatima")
    html = words(as_user(outsider).get(URL))
    assert "Fatima" in html
    assert "Jo</bdi>" not in html


def test_keeps_out_who_may_not(as_user, partner):
    check_doors(as_user, URL, outsider=None, without=partner)


def test_the_team_lead_sees_names_and_clocks_without_buttons(as_user, team_lead, team):
    jo = factories.request(team, "Jo", words="Mijn verhaal")
    html = words(as_user(team_lead).get(URL))
    assert "Jo</bdi>" in html
    assert "uiterlijk" in html
    assert "Ik pak het op" not in html
    assert str(jo.pk) not in html


@pytest.mark.parametrize("role", ["professional", "team_lead"])
def test_the_number_of_queries_stays_the_same(request, as_user, team, role):
    client = as_user(request.getfixturevalue(role))
    client.get(URL)
    counts = []
    for number in (5, 200):
        for _each in range(number):
            factories.request(team)
        counts.append(len(queries_of(lambda: client.get(URL))))
    assert counts[0] == counts[1]
    assert counts[0] <= 12


def test_pages_of_25(as_user, professional, team):
    for _each in range(27):
        factories.request(team)
    client = as_user(professional)
    assert words(client.get(URL)).count('class="wt-day"') == 25
    assert words(client.get(URL, {"page": "2"})).count('class="wt-day"') == 2
    assert client.get(URL, {"page": "veel"}).status_code == 200


def test_filters_stand_in_the_address(as_user, professional, colleague, team):
    jo = factories.request(team, "Jo")
    factories.request(team, "Fatima", route=Route.PHONE)
    jo.take(colleague)
    client = as_user(professional)

    def names(**chosen) -> set[str]:
        html = words(client.get(URL, chosen))
        return {name for name in ("Jo", "Fatima") if f"{name}</bdi>" in html}

    assert names(via="phone") == {"Fatima"}
    assert names(wie=colleague.pk) == {"Jo"}
    assert names(wie="niemand") == {"Fatima"}
    assert names(wie="ik") == set()
    assert names(wacht="us") == {"Jo", "Fatima"}
    assert names(wacht="planned") == set()
    assert names(wijk=team.neighbourhoods.get().pk) == set()


def test_a_filter_nobody_knows_filters_nothing(as_user, professional, team):
    factories.request(team, "Jo")
    odd = {"wijk": "x", "wie": "'", "via": "\x00", "wacht": "9" * 500, "page": "-1"}
    assert "Jo</bdi>" in words(as_user(professional).get(URL, odd))


def test_says_what_to_do_when_nobody_waits(as_user, professional):
    html = words(as_user(professional).get(URL))
    assert "Er wacht niemand" in html
    assert 'href="/werk/verzoeken/nieuw/"' in html
