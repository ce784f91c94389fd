"""One page of figures, read as a person does: the picture and the table say the same."""

import inspect
import re
from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from casework import figures as casework
from casework.models import CaseFile
from intake import figures as intake
from intake.models import Clock
from monitor.catalogue import INDICATORS
from monitor.tables import last_quarters
from network import figures as network
from tests import factories

URL = "/monitor/team/"


@pytest.fixture
def year(team, professional):
    """In each of four quarters one request more than in the one before, some of them late."""
    for number, first in enumerate(last_quarters(4, timezone.localdate()), start=1):
        at = timezone.make_aware(datetime.combine(first, time(12)))
        for extra in range(number):
            route = "web" if extra % 2 else "phone"
            made = factories.request(team, route=route, arrived_at=at)
            met = at + timedelta(days=10 * (extra + 1))
            if number < 4:
                Clock.objects.filter(request=made).update(met_at=met)
    for street in ("1", "2", "3"):
        factories.case_file(professional, team, number=street)
    first = CaseFile.objects.filter(pk=CaseFile.objects.order_by("pk")[0].pk)
    first.update(opened_at=timezone.localtime() - timedelta(days=200))


def sections(html: str) -> list[tuple[str, str]]:
    """(picture, table) of every figure that has one."""
    found = re.findall(r'<section class="wt-figure.*?</section>', html, re.DOTALL)
    parts = [(re.search(r"<svg.*?</svg>", one, re.DOTALL), one) for one in found]
    return [(svg[0], one.split("<table", 1)[1]) for svg, one in parts if svg]


def column(table: str, at: int) -> list[int]:
    """One column of the body, top to bottom."""
    body = table.split("<tbody>")[1].split("</tbody>")[0]
    lines = re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
    return [int(re.findall(r">(\d+)</td>", line)[at]) for line in lines]


def test_every_bar_carries_the_number_of_its_table(as_user, professional, team, year):
    html = as_user(professional).get(URL).content.decode()
    figures = sections(html)
    assert len(figures) >= 8
    for svg, table in figures:
        bars = re.findall(r'wt-chart__number"[^>]*>(\d+)<', svg)
        heads = len(re.findall(r'<th scope="col"', table)) - ("samen</th></tr>" in table)
        if 'class="wt-swatch' in table:  # a bar per period
            expected = [sum(column(table, at)) for at in range(heads)]
        else:  # a bar per class, over all periods
            expected = [
                sum(row) for row in zip(*(column(table, at) for at in range(heads)), strict=False)
            ]
        assert [int(bar) for bar in bars] == expected
        described = re.search(r"<desc[^>]*>(.*?)</desc>", svg, re.DOTALL)[1]
        assert re.findall(r": (\d+)\.", described) == bars


def test_the_year_counted_by_hand(as_user, professional, team, year):
    html = as_user(professional).get(URL).content.decode()
    route = sections(html)[0][1]
    by_phone, by_web = [1, 1, 2, 2], [0, 1, 1, 2]
    assert [column(route, at)[:2] for at in range(4)] == list(
        map(list, zip(by_web, by_phone, strict=False))
    )
    waiting = sections(html)[1][1]
    # 10 days, 20 days, 30 days: up to two weeks, four weeks, six weeks.
    assert [column(waiting, at)[:3] for at in range(3)] == [[1, 0, 0], [1, 1, 0], [1, 1, 1]]
    assert sum(column(waiting, 3)) == 4


@pytest.mark.parametrize("app", [intake, casework, network], ids=lambda app: app.__name__)
def test_what_can_be_counted_stands_in_the_catalogue_once(app):
    takes = ["teams", "since"]
    sources = [
        function
        for _name, function in inspect.getmembers(app, inspect.isfunction)
        if list(inspect.signature(function).parameters) == takes
    ]
    assert sources
    for source in sources:
        assert [one.key for one in INDICATORS if one.source is source] == [source.__name__]
