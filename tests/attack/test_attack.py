"""The attack bench in a quick form: a town of four quarters, a sample of every attack."""

import random

import pytest

from monitor.periods import Quarter
from tests.attack import bounds, cases, draws, mutations, pages, report
from tests.attack import town as attacked
from tests.conftest import client_of
from tests.monitor import town


@pytest.fixture
def published(team):
    """A year with its tables, every quarter set by two people."""
    rng, wijken = random.Random(5), town.neighbourhoods(team, 5)
    for number in range(1, 5):
        town.fill(team, Quarter(2025, number), 47, rng, wijken)
        town.published(Quarter(2025, number), number)
    return attacked.of_database()


def test_no_attack_gets_through_and_every_mutation_is_seen(published, municipality):
    rng = random.Random(1)
    lines = [
        bounds.sums_hold(published),
        bounds.multiples(published),
        bounds.small_counts(published, 40, rng),
        bounds.whole_numbers(published, 3, rng),
        bounds.other_engine(published.releases[:1]),
        draws.changed(),
        pages.random_requests(client_of(municipality), published, 100, rng),
        draws.membership(published, 2, 10, rng),
        draws.insider(),
        bounds.zeros(published, 30, rng),
        draws.hidden_means(60, rng),
        pages.as_its_role(municipality),
        *mutations.lines(published, rng),
    ]
    assert [line for line in lines if not line.passed] == []
    assert "FAIL" not in report.table(lines).replace("FAIL seen", "").replace("says FAIL", "")


def test_published_cases_come_out_as_published():
    assert [line for line in cases.lines() if not line.passed] == []


def test_a_count_that_is_known_within_two_is_found(published):
    """The auditor itself: with every other figure exact, the last one is exact too."""
    at, one = 0, published.releases[0]
    exact = {
        key: published.counts[one.period, key]
        for key in one.values
        if key[0] in ("requests_by_route", "families")
    }
    assert not bounds.small_counts(published.but(at, exact)).passed
