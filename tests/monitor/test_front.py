"""The front page: voices first; the picture and the table say the same; always as many queries."""

import re
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casework.models import ForwardedStuckPoint
from monitor.choices import Quality, Voice
from monitor.lines import line_chart
from monitor.models import Answer, PublishedMark, Question, Release, Remark, Story
from monitor.questions import write_down
from monitor.tables import Row, Table
from monitor.wheel import INNER, OUTER, Given, radius, wheel
from tests import factories
from tests.page import check_page
from wijkteam.choices import Role

URL = "/monitor/"


@pytest.fixture
def year(team, other_team) -> int:
    """Twelve residents and six professionals said something of trust; the six are too few."""
    write_down()
    last = timezone.localdate().year - 1
    asked = {one.questionnaire.audience: one for one in Question.objects.filter(quality="trust")}
    wijk = team.neighbourhoods.get()
    for audience, number in [("resident", 12), ("professional", 6)]:
        Answer.objects.bulk_create(
            Answer(
                question=asked[audience], audience=audience, team=team, year=last, quarter=2,
                neighbourhood=wijk, mark=7 + at % 2,
            )
            for at in range(number)
        )  # fmt: skip
    return last


def test_a_year_is_frozen_once_and_only_when_it_is_over(year):
    assert PublishedMark.freeze(year + 1) == 0
    assert PublishedMark.freeze(year) == 1
    assert PublishedMark.freeze(year) == 0
    mark = PublishedMark.objects.get()
    assert (mark.voice, mark.quality, float(mark.mean), mark.whole) == (
        "resident", "trust", 7.5, True,
    )  # fmt: skip
    assert mark.about in (10, 15)


def test_setting_the_last_quarter_freezes_the_year(year, team_lead):
    other = factories.user("Gerben Postma", Role.TEAM_LEAD)
    same = {"year": year, "begun_by": team_lead, "state": "signed", "signed_by": team_lead}
    for quarter, frozen in [(3, 0), (4, 1)]:
        Release.objects.create(quarter=quarter, signed_at=timezone.now(), **same).set(other)
        assert PublishedMark.objects.count() == frozen


def test_the_wheel_shows_what_its_table_says(as_user, municipality, year):
    PublishedMark.freeze(year)
    page = as_user(municipality).get(URL).content.decode()
    table = page.split("wt-wheel__table")[1]
    assert re.findall(r"wt-number\">(\d,\d)<", table) == ["7,5"]
    assert page.count("wt-wheel__wedge") == 1
    assert f"over heel {year}" in page
    assert check_page(page) == []


def test_a_wedge_per_mark_as_long_as_its_mark():
    given = [Given(q, v, 1 + at, 20) for at, q in enumerate(Quality) for v in Voice]
    drawn = wheel(given)
    for at, spoke in enumerate(drawn.spokes):
        assert [cell.mean for cell in spoke.cells] == [1 + at] * 4
        for wedge in spoke.wedges:
            assert f"A{radius(1 + at)} {radius(1 + at)} " in wedge.path
            assert "," not in wedge.path
    assert (radius(0), radius(10)) == (INNER, OUTER)
    assert wheel([]).is_empty


def test_lines_pass_through_the_numbers_of_their_table():
    table = Table(["a", "b", "c"], [Row("op tijd", [10, 0, 40]), Row("te laat", [10, None, 40])])
    chart = line_chart(table)
    assert [[p.number for p in line.points] for line in chart.lines] == [[10, 0, 40], [10, 40]]
    heights = [point.y for point in chart.lines[0].points]
    assert heights[2] < heights[0] < heights[1]
    assert abs(chart.lines[0].label_y - chart.lines[1].label_y) >= 16
    assert line_chart(Table([], [])).lines == []


def test_as_many_queries_with_much_to_see_as_with_little(
    as_user, municipality, professional, year, release
):
    client = as_user(municipality)

    def queries() -> int:
        caches["pages"].clear()
        caches["teams"].clear()
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert client.get(URL).status_code == 200
        return len(seen)

    queries()  # what is looked up once and remembered
    few = queries()
    PublishedMark.freeze(year)
    for number in range(12):
        story = Story(voice="professional", title=f"Verhaal {number}", words="Zo ging het.")
        story.tell(professional)
        story.release(professional)
        for side, user in [("team", professional), ("municipality", municipality)]:
            remark = Remark(side=side, words=f"Vraag {number}", indicator="families")
            remark.ask(user)
            if number % 2:
                remark.reply(municipality if side == "team" else professional, "Ja.")
    assert queries() == few <= 20


def test_stories_come_before_figures_and_no_name_is_there(
    as_user, municipality, professional, release
):
    story = Story(voice="professional", title="Een fiets", words="Zo ging het.")
    story.tell(professional)
    story.release(professional)
    page = as_user(municipality).get(URL).content.decode()
    main = page.split("<main")[1].split("</main")[0]
    assert main.index("Een fiets") < main.index("Wat vraagt antwoord") < main.index("de cijfers")
    assert professional.name not in main
    assert "Hoe komen mensen bij ons binnen?" in main


@pytest.mark.parametrize("who", ["professional", "team_lead", "privacy_officer", "partner"])
def test_who_works_sees_the_same_page(as_user, request, who, release):
    page = as_user(request.getfixturevalue(who)).get(URL)
    assert page.status_code == 200


def test_a_figure_stands_beside_its_table_story_and_talk(as_user, municipality, release):
    page = as_user(municipality).get("/monitor/cijfers/requests_by_route/").content.decode()
    table = page.split("<tbody>")[1].split("</tbody>")[0]
    svg = re.search(r'<svg class="wt-chart.*?</svg>', page, re.DOTALL)[0]
    numbers = [int(n) for n in re.findall(r'wt-number">(\d+)<', table)]
    bars = [int(n) for n in re.findall(r'wt-chart__number"[^>]*>(\d+)<', svg)]
    assert bars == [sum(numbers)]
    assert "Het verhaal erbij" in page
    assert check_page(page) == []


def test_what_is_stuck_stands_there_until_it_is_answered(as_user, municipality, partner, team):
    lead = factories.user("Lotte", Role.TEAM_LEAD, team=team)
    put = ForwardedStuckPoint.objects.create(
        kind="rule", words="Een briefadres mag niet.", team=team, asked_to="Burgerzaken",
        forwarded_at=timezone.localtime() - timedelta(days=19), forwarded_by=lead,
        due=timezone.localdate(),
    )  # fmt: skip
    page = as_user(municipality).get(URL).content.decode()
    assert "de oudste 19 dagen" in page
    assert put.words in page
    assert "/monitor/vastlopers/" in page
    other = as_user(partner).get(URL).content.decode()
    assert "de oudste 19 dagen" in other
    assert put.words not in other
    put.answer(municipality, "Vanaf nu wel.")
    assert "vastloper wacht" not in as_user(municipality).get(URL).content.decode()
