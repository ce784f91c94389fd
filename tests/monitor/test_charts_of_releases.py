"""What was published, drawn: every number of a picture is the number of its table."""

import random
import re

import pytest

from monitor.models import Publication, PublishedCell
from monitor.over_time import QUESTIONS
from monitor.periods import Quarter
from tests.monitor import town
from tests.page import check_page
from wijkteam.models import Neighbourhood

FIGURE = re.compile(r'<(?:section|div) class="wt-figure.*?</section>', re.DOTALL)
BAR = re.compile(r'wt-chart__number" x="\d+"[^>]*>(\d+)<')
ENDS = re.compile(r'lines__name"[^>]*>(.*?): <tspan class="wt-chart__number">(\d+)</tspan>')
ROW = re.compile(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', re.DOTALL)


@pytest.fixture
def three(team) -> list[Publication]:
    """Three quarters: lines over time, and bars of the last."""
    wijken, rng = town.neighbourhoods(team, 4), random.Random(5)
    made = []
    for quarter in (1, 2, 3):
        town.fill(team, Quarter(2025, quarter), 30, rng, wijken)
        made.append(town.published(Quarter(2025, quarter), seed=quarter))
    return made


def table_of(figure: str) -> dict[str, list[int]]:
    """The numbers of each row; a zero that may be some is a zero, what is withheld is none."""
    found = {}
    for name, cells in ROW.findall(figure.split("<table")[1]):
        texts = re.findall(r'<td class="wt-number">(.*?)</td>', cells)
        numbers = [re.match(r"\d+", re.sub(r"<.*?>", "", text)) for text in texts]
        found[re.sub(r"<.*?>", "", name).strip()] = [int(one[0]) for one in numbers if one]
    return found


def test_bars_of_a_release(as_user, municipality, three):
    page = as_user(municipality).get("/monitor/2025/3/").content.decode()
    drawn = [one for one in FIGURE.findall(page) if "<svg" in one]
    assert len(drawn) >= 5
    for figure in drawn:
        rows = {name: cells for name, cells in table_of(figure).items() if name != "samen"}
        assert [int(number) for number in BAR.findall(figure)] == [c[0] for c in rows.values()]
        described = re.search(r"<desc[^>]*>(.*?)</desc>", figure, re.DOTALL)[1]
        assert re.findall(r": (\d+)\.", described) == BAR.findall(figure)


def test_every_figure_over_time_as_it_was_published(as_user, municipality, three):
    client, kinds = as_user(municipality), set()
    for key in QUESTIONS:
        page = client.get(f"/monitor/cijfers/{key}/").content.decode()
        assert check_page(page) == [], key
        for figure in (one for one in FIGURE.findall(page) if "<svg" in one):
            kind = re.search(r"wt-figure--(\w+)", figure)[1]
            kinds.add(kind)
            rows = table_of(figure)
            last = {name: cells[-1] for name, cells in rows.items() if cells}
            if kind == "line":
                ends = {name.strip(): int(number) for name, number in ENDS.findall(figure)}
                assert ends == last, key
                described = re.search(r"<desc[^>]*>(.*?)</desc>", figure, re.DOTALL)[1]
                for name, cells in rows.items():
                    assert f"{name}: {', '.join(map(str, cells))}. " in described, key
            else:
                assert [int(one) for one in BAR.findall(figure)] == list(last.values()), key
    assert kinds >= {"line", "bar"}


def test_classes_stand_on_each_other_until_there_is_a_line(as_user, municipality, team):
    town.fill(team, Quarter(2025, 1), 30, random.Random(5), town.neighbourhoods(team, 4))
    town.published(Quarter(2025, 1))
    page = as_user(municipality).get("/monitor/cijfers/waiting_for_conversation/").content.decode()
    figure = FIGURE.search(page)[0]
    assert "wt-figure--stacked" in figure
    rows = table_of(figure)
    inside = [int(one) for one in re.findall(r"wt-chart__inside[^>]*>(\d+)<", figure)]
    assert sum(cells[0] for cells in rows.values()) == int(BAR.search(figure)[1])
    assert set(inside) <= {cells[0] for cells in rows.values()}


def test_who_lives_in_a_wijk_stands_beside_who_asked(as_user, municipality, three):
    """Whether a group is left out is read against the population."""
    url = "/monitor/cijfers/families_by_neighbourhood/"
    assert "inwoners" not in as_user(municipality).get(url).content.decode()
    Neighbourhood.objects.filter(code=PublishedCell.objects.filter(
        indicator="families_by_neighbourhood").first().row_key).update(population=4210)  # fmt: skip
    page = as_user(municipality).get(url).content.decode()
    assert page.count("4210 inwoners") == 1
    assert check_page(page) == []
