"""What an attacker has (everything published) and, beside it, the truth to compare with."""

import random
from collections import Counter
from dataclasses import dataclass, field, replace

from monitor import making
from monitor.counting import Counts, Kinds
from monitor.layout import as_published, is_figure
from monitor.models import CountedFamilies, Publication, Release, ReleaseFigure
from monitor.periods import Quarter
from monitor.published import Published
from monitor.release_catalogue import RUNNING
from monitor.release_tables import Key
from monitor.rounding import Figure, Rounded, round_together

Count = tuple[Quarter, Key]


@dataclass
class Town:
    releases: list[Published]
    counts: dict[Count, int] = field(default_factory=dict)
    families: dict[Quarter, dict[Kinds, int]] = field(default_factory=dict)

    @property
    def small(self) -> list[Count]:
        return [count for count, number in self.counts.items() if 1 <= number <= 4]

    @property
    def zero(self) -> list[Count]:
        return [count for count, number in self.counts.items() if number == 0]

    def but(self, at: int, changed: dict[Key, int]) -> "Town":
        """The same town with some published figures other than they were."""
        releases = list(self.releases)
        releases[at] = replace(releases[at], values={**releases[at].values, **changed})
        return replace(self, releases=releases)


def of_database() -> Town:
    """Every release that was set."""
    releases = [as_published(one) for one in Publication.objects.order_by("year", "quarter")]
    town = Town(releases)
    there = {(one.period, key) for one in releases for key in one.values}
    for release in Release.objects.filter(state="set"):
        for figure in ReleaseFigure.objects.filter(release=release).exclude(count=None):
            key = (figure.indicator, figure.row_key, figure.column_key)
            if is_figure(key) and (release.period, key) in there:
                town.counts[release.period, key] = figure.count or 0
        town.families[release.period] = {
            (one.neighbourhood, one.route, one.domain): one.number
            for one in CountedFamilies.objects.filter(release=release)
        }
    return town


def figures_of(families: dict[Kinds, int]) -> dict[Key, Figure]:
    """One quarter by itself, with these families only: the tables that all count families."""
    every = making.figures_of(Counts(dict(families)), making.Past())
    return {key: figure for key, figure in every.items() if key[0] in RUNNING}


def rounded(
    figures: dict[Key, Figure], rng: random.Random, leave_out: int | None = None
) -> Rounded:
    """As a release is rounded; `leave_out` forgets one relation, to see whether that is found."""
    relations = making.relations_of(figures, making.Past())
    if leave_out is not None:
        del relations[leave_out]
    return round_together(list(figures.values()), relations, rng)


def without_one(families: dict[Kinds, int], kinds: Kinds) -> dict[Kinds, int]:
    return dict(Counter(families) - Counter({kinds: 1}))
