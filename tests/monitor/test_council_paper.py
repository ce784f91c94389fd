"""What the council gets on paper: what waits first, charts, a story beside its figure."""

import random
import re

import pytest
from django.utils import timezone

from monitor.models import Remark, Story
from monitor.periods import Quarter
from tests.monitor import town
from tests.page import check_page

URL = "/monitor/2025/4/papier/"
FIGURE = re.compile(r'<section class="paper__figure">(.*?)</section>', re.DOTALL)
ROW = re.compile(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', re.DOTALL)


@pytest.fixture
def year(team, professional):
    """Four quarters, and with them the crossed tables of the year."""
    wijken, rng = town.neighbourhoods(team, 4), random.Random(5)
    for quarter in (1, 2, 3, 4):
        town.fill(team, Quarter(2025, quarter), 30, rng, wijken)
        town.published(Quarter(2025, quarter), seed=quarter)
    story = Story(
        voice="resident", title="Vijf weken", words="Toen ging de stroom eraf.",
        indicator="waiting_for_conversation",
    )  # fmt: skip
    story.tell(professional)
    story.release(professional)
    asked = Remark(side="team", words="Mogen wij honderd euro zelf uitgeven?")
    asked.asked_at = timezone.now() - timezone.timedelta(days=9)
    asked.ask(professional)


def figures(page: str) -> dict[str, str]:
    return {re.search(r'<h3 id="(\w+)-kop"', one)[1]: one for one in FIGURE.findall(page)}


def test_it_reads_as_a_page(as_user, municipality, year, django_assert_max_num_queries):
    client = as_user(municipality)
    with django_assert_max_num_queries(20):
        page = client.get(URL).content.decode()
    assert check_page(page) == []
    waits, chapters = page.index("Wat wacht op antwoord"), page.index("Wie vroeg om een gesprek")
    assert waits < page.index("honderd euro zelf uitgeven") < chapters
    assert re.search(r"uitgeven\?</th><td>de gemeente</td><td[^>]*>9</td>", page)
    beside = figures(page)["waiting_for_conversation"]
    assert "Toen ging de stroom eraf." in beside
    assert "verteld door een bewoner" in beside
    assert page.count("Toen ging de stroom eraf.") == 1
    assert "Wat deze cijfers niet kunnen" in page[page.rindex("paper__figure") :]


def test_pictures_say_what_their_tables_say(as_user, municipality, year):
    found = figures(as_user(municipality).get(URL).content.decode())
    bars = {key for key, one in found.items() if 'x="0" y="14"' in one}
    squares = {key for key, one in found.items() if "wt-grid-chart" in one}
    assert len(bars) >= 5
    assert len(squares) == 3
    for key in bars | squares:
        told, drawn = table_of(found[key]), picture_of(found[key])
        assert drawn == told, key


def table_of(figure: str) -> list[int]:
    """Every number but the sums; of squares not the zeros, which are not drawn."""
    crossed = "wt-grid-chart" in figure
    numbers = []
    for name, cells in ROW.findall(figure):
        texts = re.findall(r'<td class="wt-number">(.*?)</td>', cells)
        row = [int(one[0]) for text in texts if (one := re.match(r"\d+", text))]
        row = [number for number in row[:-1] if number] if crossed else row
        numbers += [] if name == "samen" else row
    return numbers


def picture_of(figure: str) -> list[int]:
    return [int(one) for one in re.findall(r'wt-chart__number" x="\d+"[^>]*>(\d+)<', figure)]


def test_the_same_on_the_pages_of_a_year(as_user, municipality, year):
    client = as_user(municipality)
    paper = figures(client.get(URL).content.decode())
    for key in ("year_neighbourhood_route", "year_route_domain"):
        page = client.get(f"/monitor/cijfers/{key}/").content.decode()
        assert check_page(page) == []
        assert picture_of(page) == picture_of(paper[key])
        described = re.search(r"<desc[^>]*>(.*?)</desc>", page, re.DOTALL)[1]
        said = [int(one) for one in re.findall(r" (\d+)[,.]", described) if int(one)]
        assert said == picture_of(page)


def test_the_pdf_carries_its_pictures(as_user, municipality, year):
    pdf = as_user(municipality).get("/monitor/2025/4/papier.pdf")
    assert pdf.content.startswith(b"%PDF")
    assert len(pdf.content) > 60_000


def test_who_may_not_look_gets_no_paper(as_user, stranger, resident, partner, year):
    assert as_user(resident).get(URL).status_code == 403
    assert "/inloggen" in stranger.get(URL)["Location"]
