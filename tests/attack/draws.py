"""B, D, E and G: what changes, who is in it, and marks."""

import random
from collections import defaultdict

from monitor.marks import LEAST, Answers, interval, is_hidden, split
from monitor.models import Publication, Release
from tests.attack.report import Line, exactly
from tests.attack.town import Town, figures_of, rounded, without_one


def changed() -> Line:
    """B: figures that are no longer what was signed, by the figures and by the hash."""
    apart = 0
    for one in Publication.objects.prefetch_related("cells"):
        signed = Release.objects.get(year=one.year, quarter=one.quarter).figures.all()
        then = {(f.indicator, f.row_key, f.column_key): (f.value, f.words) for f in signed}
        now = {(c.indicator, c.row_key, c.column_key): (c.value, c.words) for c in one.cells.all()}
        apart += sum(then.get(key) != value for key, value in now.items()) + len(then.keys() ^ now)
        apart += not one.is_whole
    return exactly("B", "published figures that changed since", apart, "changed")


def membership(town: Town, people: int, draws: int, rng: random.Random) -> Line:
    """D: one family more or less, so many draws of each: values of a figure that never overlap."""
    located = 0
    for _again in range(people):
        families = town.families[rng.choice(sorted(town.families))]
        if not families:
            continue
        kinds = rng.choice(sorted(families))
        with_, without = figures_of(families), figures_of(without_one(families, kinds))
        seen: dict = defaultdict(lambda: (set(), set()))
        for _draw in range(draws):
            for side, figures in enumerate((with_, without)):
                values = rounded(figures, rng).values
                for key, figure in figures.items():
                    seen[key][side].add(values[figure.key])
        located += any(one.isdisjoint(other) for one, other in seen.values() if one and other)
    return exactly("D", f"with and without one family, {draws} draws", located, f"of {people}")


def insider() -> Line:
    told = [f"{one.insider} %" for one in Publication.objects.order_by("year", "quarter")]
    return Line(
        "E", "who knows all other families (rounded to tens, per release)", ", ".join(told),
        "told on the page", all(one.insider <= 100 for one in Publication.objects.all()),
    )  # fmt: skip


def hidden_means(worlds: int, rng: random.Random) -> Line:
    """G: random marks of small and large groups; small ones whose mean is known within 2."""
    known = 0
    for _again in range(worlds):
        groups = [
            Answers(str(at), str(at), len(marks), sum(marks))
            for at in range(rng.randint(2, 12))
            for marks in [[rng.randint(*rng.choice([(1, 10), (1, 2), (9, 10)]))
                           for _mark in range(rng.choice([0, 1, 3, 7, 9, 12, 30]))]]
        ]  # fmt: skip
        _shown, rest = split(groups, lambda some: is_hidden(some, 1, 10))
        for one in rest:
            if 0 < one.number < LEAST:
                low, high = interval(one, rest, 1, 10)
                known += high - low <= 4
    return exactly("G", f"hidden means known within 2 points, {worlds} towns", known, "known")
