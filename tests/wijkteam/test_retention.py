"""How long what is kept: the line of the law that held on that day, or the town's own term."""

from datetime import date

import pytest

from wijkteam.retention import Kept, destroy_on, rule


@pytest.mark.parametrize(
    ("what", "closed", "until"),
    [
        (Kept.CASE_FILE, date(2026, 11, 26), date(2041, 11, 26)),
        (Kept.YOUTH, date(2019, 12, 31), date(2034, 12, 31)),
        (Kept.YOUTH, date(2020, 1, 1), date(2040, 1, 1)),
        (Kept.YOUTH, date(2028, 2, 29), date(2048, 2, 29)),
        (Kept.CASE_FILE, date(2028, 2, 29), date(2043, 2, 28)),
        (Kept.REQUEST, date(2026, 1, 5), date(2028, 1, 5)),
        (Kept.EXPORT, date(2026, 1, 30), date(2026, 2, 2)),
    ],
)
def test_the_term_of_that_day_holds(what, closed, until):
    assert destroy_on(what, closed) == until


def test_a_municipality_may_choose_its_own_term(settings):
    settings.RETENTION_YEARS = {"request": 1}
    assert destroy_on(Kept.REQUEST, date(2026, 1, 5)) == date(2027, 1, 5)
    assert destroy_on(Kept.YOUTH, date(2026, 1, 5)) == date(2046, 1, 5)


@pytest.mark.parametrize("what", Kept)
def test_every_kind_has_a_line_with_its_source(what):
    assert rule(what, date(2026, 1, 1)).source
