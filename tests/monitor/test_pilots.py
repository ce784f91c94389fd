"""A pilot says what can be said of it, and that it is too little when it is too little."""

import re

import pytest
from django.db import DatabaseError, transaction

from monitor.differences import Mean, difference, interval, pooled
from monitor.models import Pilot, PublishedMark
from tests.page import check_page
from wijkteam.models import Neighbourhood


def test_the_interval_worked_out_by_hand():
    # sqrt(9/36 + 20/50) = 0.8062; 1.96 times that, and twice 0.05: 1.6802
    one = difference(Mean(1 + 1.1459, 36), Mean(6.0, 50))
    assert Mean(6.0, 50).variance == pytest.approx(20 / 50)
    sure = interval([(1, Mean(10.0, 40)), (-1, Mean(6.0, 50))])
    assert sure.middle == 4
    assert sure.high - sure.middle == pytest.approx(1.96 * (20 / 50) ** 0.5 + 0.1)
    assert (one.says, sure.says) == ("worse", "better")
    assert difference(Mean(7.0, 20), Mean(6.5, 20)).says == "unknown"


def test_rounding_of_numbers_is_in_it():
    assert pooled([(7.0, 40)]) == Mean(7.0, 36, 0.0)
    assert pooled([]) is None
    two = pooled([(8.0, 40), (6.0, 40)])
    assert two == Mean(7.0, 72, 8 / 72)
    assert pooled([(7.0, 10)]).least == 10


@pytest.fixture
def wijken(team, other_team) -> list[Neighbourhood]:
    return list(Neighbourhood.objects.order_by("pk"))


@pytest.fixture
def marks(wijken):
    def lay(here: tuple, elsewhere: tuple, about: int = 400) -> None:
        for at, year in enumerate((2024, 2025)):
            for wijk, means in zip(wijken, (here, elsewhere), strict=True):
                PublishedMark.objects.create(
                    year=year, voice="resident", quality="burden", group=str(wijk.pk),
                    names=wijk.name, about=about, mean=means[at],
                )  # fmt: skip

    return lay


def begun(lead, wijken) -> Pilot:
    return Pilot.begin(
        lead, wijken[:1], title="Eén keer uw verhaal", why="minder herhalen", quality="burden",
        year=2025, quarter=1,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("here", "about", "words"),
    [
        ((5.0, 8.0), 400, "Het ging beter."),
        ((8.0, 5.0), 400, "Het ging minder goed."),
        ((5.0, 5.4), 40, "Te weinig om te zeggen."),
    ],
)
def test_it_says_so_in_plain_words(
    as_user, team_lead, municipality, wijken, marks, here, about, words
):
    marks(here, (6.0, 6.0), about)
    page = as_user(municipality).get(f"/monitor/proeven/{begun(team_lead, wijken).pk}/")
    text = page.content.decode()
    assert text.count(words) == 2
    assert check_page(text) == []


def test_without_a_year_before_it_nothing_is_said(as_user, team_lead, wijken):
    page = as_user(team_lead).get(f"/monitor/proeven/{begun(team_lead, wijken).pk}/")
    assert "Te weinig om te zeggen." in page.content.decode()


def test_a_team_lead_begins_one_and_ends_it(as_user, team_lead, professional, wijken):
    form = {"title": "Proef", "why": "zo", "quality": "trust", "neighbourhoods": [wijken[0].pk]}
    client = as_user(team_lead)
    everywhere = {**form, "neighbourhoods": [wijk.pk for wijk in wijken]}
    page = client.post("/monitor/proeven/nieuw/", everywhere).content.decode()
    assert "Laat ten minste één wijk over" in page
    assert client.post("/monitor/proeven/nieuw/", form).status_code == 302
    pilot = Pilot.objects.get()
    assert list(pilot.neighbourhoods.all()) == wijken[:1]
    assert as_user(professional).post("/monitor/proeven/nieuw/", form).status_code == 403
    for _twice in range(2):
        assert client.post(f"/monitor/proeven/{pilot.pk}/afsluiten/").status_code == 302
    assert Pilot.objects.get().ended_at


def test_a_frozen_mark_is_never_changed(marks):
    marks((5.0, 8.0), (6.0, 6.0))
    for change in (
        lambda: PublishedMark.objects.update(mean=9),
        PublishedMark.objects.all().delete,
    ):
        with pytest.raises(DatabaseError, match="does not change"), transaction.atomic():
            change()


def test_the_picture_of_a_difference_is_that_of_its_words(
    as_user, municipality, team_lead, wijken, marks
):
    marks((5.0, 5.4), (6.0, 6.0), 40)
    page = as_user(municipality).get(f"/monitor/proeven/{begun(team_lead, wijken).pk}/")
    text = page.content.decode()
    said = re.search(r"kan ([\d,]+) punten naar beneden zijn, maar ook ([\d,]+) punten", text)
    drawn = re.findall(r'wt-chart__number" x="(\d+)"[^>]*>-?([\d,]+)<', text)[:2]
    assert [number for _x, number in drawn] == list(said.groups())
    low, high = [int(x) for x, _number in drawn]
    assert 0 < low < 180 < high < 360  # on both sides of no difference
    assert high - low == int(re.search(r'width="(\d+)" height="16"', text)[1])
