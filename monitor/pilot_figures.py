"""What a pilot shows: its wijken before and after, and beside the others. Published only.

Before is the last that ended before it began; after is the last that began since. A period is a
year, or half of the year in which the pilot began (models/pilot_marks.py).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from monitor.choices import Voice
from monitor.differences import Difference, Mean, beside, difference, pooled
from monitor.models import Pilot, PublishedMark


@dataclass(frozen=True)
class Span:
    """From one quarter up to and including another, counted on through the years."""

    name: str
    first: int
    last: int
    here: Mean | None
    elsewhere: Mean | None


@dataclass(frozen=True)
class Found:
    """A mean is None when too few answered to publish one."""

    before: Span | None = None
    after: Span | None = None

    @property
    def rows(self) -> list[tuple[str, Mean | None, Mean | None]]:
        if not self.before or not self.after:
            return []
        return [
            ("here", self.before.here, self.after.here),
            ("elsewhere", self.before.elsewhere, self.after.elsewhere),
        ]

    @property
    def change(self) -> Difference | None:
        """In the pilot's own wijken."""
        for _where, before, after in self.rows[:1]:
            return difference(after, before) if before and after else None
        return None

    @property
    def more_than_elsewhere(self) -> Difference | None:
        means = [mean for _where, before, after in self.rows for mean in (after, before) if mean]
        return beside(*means) if len(means) == 4 else None


def found(pilot: Pilot) -> Found:
    """In three queries. Of two that end together the longer one: more people answered."""
    start = 4 * pilot.year + pilot.quarter
    spans = [*years(pilot), *halves(pilot)]
    before = [one for one in spans if one.last < start]
    after = [one for one in spans if one.first >= start]
    return Found(
        max(before, key=lambda one: (one.last, -one.first), default=None),
        max(after, key=lambda one: (one.last, -one.first), default=None),
    )


def years(pilot: Pilot) -> list[Span]:
    """Every year with published marks, of the pilot's own wijken and of the others."""
    marks = list(
        PublishedMark.objects.filter(
            voice=Voice.RESIDENT, quality=pilot.quality, whole=False
        ).exclude(group="rest")
    )
    own = {str(pk) for pk in pilot.neighbourhoods.values_list("pk", flat=True)}

    def mean(some: Iterable[PublishedMark]) -> Mean | None:
        return pooled([(float(one.mean), one.about) for one in some])

    found = []
    for year in sorted({one.year for one in marks}):
        now = [one for one in marks if one.year == year]
        here, there = [[one for one in now if (one.group in own) == inside] for inside in (1, 0)]
        found.append(Span(str(year), 4 * year + 1, 4 * year + 4, mean(here), mean(there)))
    return found


def halves(pilot: Pilot) -> list[Span]:
    """The halves of the year in which it began, as far as they may be told."""
    means = {
        (one.half, one.inside): pooled([(float(one.mean), one.about)]) for one in pilot.marks.all()
    }
    names = {
        1: _("eerste helft van %(year)s") % {"year": pilot.year},
        2: _("tweede helft van %(year)s") % {"year": pilot.year},
    }
    return [
        Span(
            names[half], 4 * pilot.year + 2 * half - 1, 4 * pilot.year + 2 * half,
            means.get((half, True)), means.get((half, False)),
        )
        for half in sorted({half for half, _inside in means})
    ]  # fmt: skip
