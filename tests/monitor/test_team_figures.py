"""The team's own figures: unrounded, of the own team alone."""

import re

import pytest
from django.test import Client

from monitor.catalogue import INDICATORS
from tests import factories
from tests.casework.counting import queries
from tests.page import check_page, words
from wijkteam.models import TeamMembership

URL = "/monitor/team/"


def section(html: str, question: str) -> str:
    return re.search(rf">{re.escape(question)}</h2>(.*?)</section>", html, re.DOTALL)[1]


def numbers(html: str, row: str) -> list[int]:
    """The cells of one row of a table."""
    cells = re.search(rf"{re.escape(row)}</th>(.*?)</tr>", html, re.DOTALL)[1]
    return [int(cell) for cell in re.findall(r">(\d+)</td>", cells)]


@pytest.mark.parametrize("who", ["professional", "team_lead"])
def test_requests_by_route_of_the_own_team(as_user, request, team, other_team, who):
    for route in ("web", "web", "phone"):
        factories.request(team, route=route)
    factories.request(other_team, route="web")
    page = words(as_user(request.getfixturevalue(who)).get(URL))
    table = section(page, "Hoe komen mensen bij ons binnen?")
    assert numbers(table, "via de website") == [0, 0, 0, 2, 2]
    assert numbers(table, "via de telefoon") == [0, 0, 0, 1, 1]
    assert numbers(table.split("<tfoot>")[1], "samen") == [0, 0, 0, 3, 3]
    assert other_team.name not in page
    assert check_page(page) == []


def test_waiting_is_shown_against_the_norm(as_user, professional, team):
    factories.request(team)
    table = section(
        words(as_user(professional).get(URL)), "Hoe lang wachten mensen op het keukentafelgesprek?"
    )
    assert numbers(table, "wacht nog") == [0, 0, 0, 1, 1]
    assert "10 werkdagen" in table
    assert "6 weken" in table


def test_case_files_are_counted_past_the_own_tables(as_user, team_lead, professional, team):
    """A team lead without a seat learns how many, and nothing more."""
    factories.case_file(professional, team)
    page = words(as_user(team_lead).get(URL))
    table = section(page, "Voor hoeveel gezinnen is er een plan?")
    assert numbers(table, "open dossiers") == [0, 0, 0, 1]
    assert "Jansen" not in page


def test_every_indicator_stands_there_with_words(as_user, professional, team):
    factories.request(team)
    page = words(as_user(professional).get(URL))
    for indicator in INDICATORS:
        assert str(indicator.question) in page
        assert str(indicator.caveat) in page
    assert "Hier is dit jaar nog niets te tellen." in page
    assert check_page(page) == []


def test_who_works_in_no_team_is_told_so(as_user, professional):
    TeamMembership.objects.all().delete()
    page = words(as_user(professional).get(URL))
    assert "U werkt nu niet in een wijkteam." in page
    assert '<svg class="wt-chart"' not in page
    assert check_page(page) == []


def test_the_number_of_queries_does_not_grow(as_user, professional, team):
    client = as_user(professional)
    client.get(URL)
    with queries() as few:
        client.get(URL)
    for _many in range(10):
        factories.request(team)
    with queries() as many:
        client.get(URL)
    assert len(many) == len(few)


@pytest.mark.parametrize("who", ["partner", "contact", "resident", "municipality", "manager"])
def test_needs_the_permission(as_user, request, who):
    assert as_user(request.getfixturevalue(who)).get(URL).status_code == 403


def test_sends_strangers_to_sign_in(db):
    assert Client().get(URL).headers["Location"].startswith("/inloggen/")
