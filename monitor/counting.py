"""What a release is made of, counted by the apps: numbers per class, never rows of people.

Runs as the role `statistics`, which reads keys, dates and kinds. One query per indicator. The
functions here are the sources that the tables of a release name (release_tables.py).
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from django.utils.translation import gettext as _

from casework import figures as casework
from casework import figures_friction as friction
from intake import figures as intake
from intake.choices import ClockKind
from monitor.periods import Quarter
from network import figures as network
from wijkteam import figures as ground
from wijkteam.models import Neighbourhood

UNKNOWN = "unknown"  # a neighbourhood that nobody knows
NO_PLAN = "none"  # no goal yet, or no case file
FEWEST = 10  # files, below which no mean is told
Kinds = tuple[str, str, str]
Classes = dict[str, int]
Source = Callable[[datetime, datetime], Classes]


@dataclass
class Counts:
    """One quarter. `families` has (neighbourhood, route, life domain); `classes` a table."""

    families: dict[Kinds, int] = field(default_factory=dict)
    classes: dict[str, Classes] = field(default_factory=dict)

    def along(self, axis: int) -> Counter[str]:
        """Families by one of the three things."""
        found: Counter[str] = Counter()
        for kinds, number in self.families.items():
            found[kinds[axis]] += number
        return found


def count(period: Quarter, sources: Mapping[str, Source]) -> Counts:
    """Every count of one quarter: the families, and each table from its own source."""
    since, until = period.since, period.until
    codes = dict(Neighbourhood.objects.values_list("pk", "code"))
    families = {
        (codes.get(wijk or 0, UNKNOWN), route, domain or NO_PLAN): number
        for (wijk, route, domain), number in intake.families_by_kind(since, until).items()
    }
    return Counts(families, {key: source(since, until) for key, source in sources.items()})


# --- sources ------------------------------------------------------------------------------------
def waiting(since: datetime, until: datetime) -> Classes:
    return together(intake.waiting_by_neighbourhood(since, until))


def promises(kind: ClockKind, since: datetime, until: datetime) -> Classes:
    return together(intake.promises_kept(kind, since, until))


def together(found: dict[tuple[int | None, str], int]) -> Classes:
    """All neighbourhoods as one."""
    classes: Counter[str] = Counter()
    for (_neighbourhood, name), number in found.items():
        classes[name] += number
    return dict(classes)


def at_end(find: Callable[[datetime], Classes]) -> Source:
    """A stock: how it stands at the end of the period."""
    return lambda since, until: find(until)


first_contact: Source = partial(promises, ClockKind.CONTACT)
legal_term: Source = partial(promises, ClockKind.LEGAL)
languages: Source = intake.families_by_language
requests: Source = intake.requests_open
outcomes: Source = intake.ended_by_outcome
case_files: Source = casework.files_in_and_out
coordinators: Source = at_end(casework.coordinators_at)
professionals: Source = at_end(casework.professionals_at)
organisations: Source = at_end(casework.organisations_at)
first_deeds: Source = casework.first_deeds
by_mark: Source = casework.families_by_mark
by_doer: Source = casework.families_by_doer
differences: Source = friction.families_with_differences
by_wait: Source = friction.families_by_wait
stuck_points: Source = friction.stuck_points_of
replies: Source = friction.replies_to_stuck_points
signals_picked_up: Source = network.signals_taken_up
signals_answered: Source = network.answers_to_signals
contacts: Source = network.moments_by_kind


def minutes_per_file(period: Quarter) -> int | None:
    """Minutes of writing for one file, over the teams of five colleagues or more; or too few."""
    teams, minutes = ground.written_by_large_teams(period.since, period.until)
    files = casework.files_of(teams, period.until)
    return minutes // files if files >= FEWEST else None


def waited(year: int) -> dict[tuple[str, str], int]:
    """{(neighbourhood, class of weeks): how many} over a whole year, for the median."""
    codes = dict(Neighbourhood.objects.values_list("pk", "code"))
    since, until = Quarter(year, 1).since, Quarter(year, 4).until
    found: Counter[tuple[str, str]] = Counter()
    for (wijk, name), number in intake.waiting_by_neighbourhood(since, until).items():
        found[codes.get(wijk or 0, UNKNOWN), name] += number
    return dict(found)


def names() -> list[tuple[str, str]]:
    """Code and name of every neighbourhood, and of the one that nobody knows."""
    wijken = Neighbourhood.objects.order_by("name").values_list("code", "name")
    return [*wijken, (UNKNOWN, _("wijk onbekend"))]
