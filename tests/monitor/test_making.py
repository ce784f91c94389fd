"""A release run counts each family once, rounds what it counts, and says so only when it holds."""

import random
from collections import Counter
from datetime import timedelta

import pytest

from intake.models import ConversationRequest, StatusMove
from monitor import making
from monitor.layout import as_published
from monitor.models import CountedFamilies, Publication, Release, ReleaseFigure
from monitor.periods import Quarter
from monitor.release_catalogue import margins, sums
from monitor.release_tables import BALANCES, TABLES
from monitor.tasks import make_releases
from tests import factories
from tests.monitor import town

Q = [Quarter(2025, number) for number in range(1, 5)]


@pytest.fixture
def wijken(team):
    return town.neighbourhoods(team, 6)


@pytest.fixture
def year(team, wijken):
    rng = random.Random(3)
    for period in Q:
        town.fill(team, period, 60, rng, wijken)
    return [town.published(period, seed) for seed, period in enumerate(Q)]


def counts(release: Release, indicator: str) -> dict[str, int]:
    rows = release.figures.filter(indicator=indicator).values_list("row_key", "count")
    return {key: number for key, number in rows if number}


def test_a_quarter_counted_by_hand(team, professional, wijken):
    for wijk, route in [(0, "web"), (0, "phone"), (1, "web"), (None, "paper")]:
        one = factories.request(team, route=route)
        neighbourhood = None if wijk is None else wijken[wijk]
        at = Q[1].since + timedelta(days=9)
        ConversationRequest.objects.filter(pk=one.pk).update(
            neighbourhood=neighbourhood, arrived_at=at
        )
        StatusMove.objects.filter(request=one).update(at=at)
    factories.request(team)  # of today
    release = town.made(Q[1])
    assert release.state == "ready"
    assert counts(release, "families") == {"all": 4}
    assert counts(release, "families_by_neighbourhood") == {
        "WK880000": 2, "WK880001": 1, "unknown": 1, "all": 4
    }  # fmt: skip
    assert counts(release, "requests_by_route") == {"web": 2, "phone": 1, "paper": 1, "all": 4}
    assert counts(release, "families_by_domain") == {"none": 4, "all": 4}
    assert sum(counts(release, "waiting_for_conversation").values()) == 8
    assert CountedFamilies.objects.count() == 4
    assert release.figures.filter(indicator="contacts_with_places", count=0).exists()


def test_what_is_written_down_later_counts_later(team, wijken):
    late = town.fill(team, Q[1], 1, random.Random(1), wijken)[0]
    ConversationRequest.objects.filter(pk=late.pk).update(arrived_at=Q[0].since)
    assert counts(town.made(Q[0]), "families") == {}
    assert counts(town.made(Q[1]), "families") == {"all": 1}


def test_every_total_of_every_quarter_and_of_the_year_adds_up(year):
    published = [as_published(one) for one in year]
    for one in published:
        for parts in sums(one.values):
            assert sum(sign * one.values[key] for key, sign in parts.items()) == 0
    crossed = margins(published[-1].values)
    assert len(crossed) > 20
    for parts, margin in crossed:
        whole = sum(one.values.get(margin, 0) for one in published)
        assert sum(published[-1].values[key] for key in parts) == whole
    for before, after in zip(published, published[1:], strict=False):
        for stock in BALANCES:
            assert before.values[stock, "end", ""] == after.values[stock, "begin", ""]


def test_no_figure_stands_further_from_its_count_than_it_may(year):
    for figure in ReleaseFigure.objects.exclude(count=None):
        assert abs(figure.moved) <= figure.release.most, figure
        assert figure.value % 5 == 0
    running: Counter = Counter()
    for figure in ReleaseFigure.objects.filter(indicator="families_by_neighbourhood"):
        running[figure.row_key] += figure.moved
    assert max(map(abs, running.values())) <= max(one.most for one in year)


def test_the_year_has_its_tables_and_its_medians(year):
    last = year[-1]
    assert {table.key for table in TABLES} < set(last.cells.values_list("indicator", flat=True))
    crossed = last.cells.filter(indicator="year_neighbourhood_route")
    assert crossed.get(row="samen", column="samen").value == sum(
        one.cells.get(indicator="families").value for one in year
    )
    waited = last.cells.filter(indicator="year_waiting")
    assert {one.words for one in waited} <= {
        "tot 2 weken", "2 tot 4 weken", "4 tot 6 weken", "langer dan 6 weken"
    }  # fmt: skip
    assert all(one.value >= 10 for one in waited)
    assert not year[0].cells.filter(period="year").exists()


def test_erasing_and_changing_later_changes_nothing_that_was_counted(year, team, wijken):
    before = list(year[0].cells.values_list("value", flat=True))
    StatusMove.objects.all().delete()
    assert list(year[0].cells.values_list("value", flat=True)) == before
    assert CountedFamilies.objects.filter(release__quarter=1).count() > 0
    assert all(one.is_whole for one in Publication.objects.all())


def test_a_second_run_does_nothing(team, wijken):
    town.fill(team, Q[0], 20, random.Random(1), wijken)
    release = town.made(Q[0])
    before = list(release.figures.values_list("pk", "value"))
    making.make(release)
    assert make_releases() == 0
    assert list(release.figures.values_list("pk", "value")) == before
    assert Release.objects.get().draws == 1


def test_the_task_makes_what_waits_and_tells_how_far_it_is(team, wijken):
    town.fill(team, Q[0], 20, random.Random(1), wijken)
    release = town.begun(Q[0])
    assert make_releases() == 1
    release.refresh_from_db()
    assert release.state == "ready"
    assert release.progress[0] == 100


def test_a_run_that_breaks_off_leaves_no_figures(team, wijken, monkeypatch):
    town.fill(team, Q[0], 20, random.Random(1), wijken)
    release = town.begun(Q[0])
    monkeypatch.setattr(making, "insider", lambda *_given: 1 / 0)
    make_releases()
    release.refresh_from_db()
    assert (release.state, release.figures.count()) == ("failed", 0)
    monkeypatch.undo()
    release.move("waiting")
    make_releases()
    release.refresh_from_db()
    assert release.state == "ready"


def test_what_would_tell_too_much_is_not_laid_ready(team, wijken, monkeypatch):
    town.fill(team, Q[0], 20, random.Random(1), wijken)
    monkeypatch.setattr(making, "narrowest", lambda *_given: 3.0)
    assert town.made(Q[0]).state == "failed"


def test_without_a_seed_two_draws_differ(team, wijken):
    town.fill(team, Q[0], 80, random.Random(1), wijken)
    release, seen = town.begun(Q[0]), set()
    for _again in range(4):
        making.make(release)
        seen.add(tuple(release.figures.values_list("value", flat=True)))
        Release.objects.update(state="refused")
        Release.objects.update(state="waiting")
    assert len(seen) > 1
