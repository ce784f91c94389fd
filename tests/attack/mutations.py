"""M: the protection broken on purpose. Each line passes when the bench saw it."""

import random
from collections import Counter

from django.db import connection, transaction

from monitor.rounding import CannotRound
from tests.attack import bounds, draws
from tests.attack.report import Line
from tests.attack.town import Town, figures_of, rounded


def seen(key: str, what: str, found: Line) -> Line:
    text = f"{found.key} says {found.verdict}: {found.found}"
    return Line(key, what, text, "FAIL seen", not found.passed)


def skip_one_relation(town: Town, rng: random.Random) -> Line:
    """Round one quarter without keeping the sum of its routes."""
    at = len(town.releases) - 2
    one = town.releases[at]
    figures = figures_of(town.families[one.period])
    routes = {key: figure for key, figure in figures.items() if key in one.values}
    for _again in range(50):
        try:
            values = rounded(figures, rng, leave_out=1).values  # of the routes
        except CannotRound:
            continue
        changed = {key: values[figure.key] for key, figure in routes.items()
                   if key[0] == "requests_by_route"}  # fmt: skip
        total = one.values[("families", "all", "")]
        if sum(changed.values()) != total:
            break
    return seen("M1", "one relation skipped", bounds.sums_hold(town.but(at, changed)))


def one_exact_total(town: Town) -> Line:
    """Publish how many families there were, to the family; else another count that is told."""
    counted = sorted(town.counts.items(), key=lambda one: one[0][1] != ("families", "all", ""))
    periods = [one.period for one in town.releases]
    (period, key), number = next(one for one in counted if one[1] % 5)
    exact = town.but(periods.index(period), {key: number})
    return seen("M2", "one exact total published", bounds.multiples(exact))


def back_date_one_case(town: Town, rng: random.Random) -> Line:
    """Count an old quarter anew, with one case put back in time, and publish what comes of it."""
    one = max(town.releases[:-1], key=lambda one: sum(town.families[one.period].values()))
    families = Counter(town.families[one.period])
    families[min(families)] += 1
    figures = {key: figure for key, figure in figures_of(dict(families)).items()
               if key in one.values}  # fmt: skip
    for _again in range(50):
        values = rounded(figures, rng).values
        if any(values[figure.key] != one.values[key] for key, figure in figures.items()):
            break
    rows = [
        (values[figure.key], *key, one.period.year, one.period.quarter)
        for key, figure in figures.items()
    ]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.executemany(
            "UPDATE monitor_publishedcell c SET value = %s FROM monitor_publication p"
            " WHERE p.id = c.publication_id AND c.indicator = %s AND c.row_key = %s"
            " AND c.column_key = %s AND p.year = %s AND p.quarter = %s",
            rows,
        )
        found = draws.changed()
        transaction.set_rollback(True)
    return seen("M3", "one case put back in time, old figures made anew", found)


def lines(town: Town, rng: random.Random) -> list[Line]:
    return [skip_one_relation(town, rng), one_exact_total(town), back_date_one_case(town, rng)]
