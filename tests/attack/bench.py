"""All attacks on the town that stands in the database."""

import random

from monitor.models import Publication
from tests.attack import bounds, cases, draws, mutations, pages, town
from tests.attack.report import Line
from tests.conftest import client_of
from wijkteam.choices import Role
from wijkteam.models import User


def all_lines(rng: random.Random) -> list[Line]:
    """Everything: every small count, 1,000 requests."""
    whole, user = town.of_database(), User.objects.filter(role=Role.MUNICIPALITY).earliest("pk")
    return [
        bounds.sums_hold(whole),
        bounds.multiples(whole),
        bounds.small_counts(whole),
        bounds.whole_numbers(whole, 20, rng),
        bounds.other_engine(whole.releases),
        draws.changed(),
        pages.random_requests(client_of(user), whole, 1000, rng),
        draws.membership(whole, 10, 40, rng),
        draws.insider(),
        bounds.zeros(whole),
        draws.hidden_means(500, rng),
        pages.as_its_role(user),
        *mutations.lines(whole, rng),
        *cases.lines(),
    ]


def town_in_words(families: int, seed: int) -> str:
    whole = town.of_database()
    return (
        f"The town: {families} families (seed {seed}), {Publication.objects.count()} releases, "
        f"{sum(len(one.values) for one in whole.releases)} figures, {len(whole.small)} small "
        f"counts, {len(whole.zero)} zeros."
    )
