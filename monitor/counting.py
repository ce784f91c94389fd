"""What a release is made of, counted by the apps: numbers per class, never rows of people.

Runs as the role `statistics`, which reads keys, dates and kinds. The sources here are what the
tables of a release name (release_tables.py). What stands in the same large tables of the database
is asked in one query, and each table of the release takes its part of the answer.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

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
CLOCKS = (ClockKind.CONTACT, ClockKind.LEGAL, ClockKind.CONVERSATION)
Classes = dict[str, int]
Together = Callable[[datetime, datetime], Mapping[str, dict[Any, int]]]


@dataclass(frozen=True)
class Part:
    """One of the tables that are counted together."""

    ask: Together
    name: str


Source = Callable[[datetime, datetime], Classes] | Part


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
    answers: dict[Together, Mapping[str, dict[Any, int]]] = {came_in: came_in(since, until)}
    classes: dict[str, Classes] = {}
    for key, source in sources.items():
        if isinstance(source, Part):
            if source.ask not in answers:
                answers[source.ask] = source.ask(since, until)
            classes[key] = answers[source.ask][source.name]
        else:
            classes[key] = source(since, until)
    return Counts(answers[came_in]["families"], classes)


# --- sources ------------------------------------------------------------------------------------
def came_in(since: datetime, until: datetime) -> dict[str, dict[Any, int]]:
    """The families, their languages, and what became of each promise to them.

    Who has no clock of a kind was promised nothing, or no more: that stopped.
    """
    codes = dict(Neighbourhood.objects.values_list("pk", "code"))
    found: dict[str, Counter[Any]] = {"families": Counter(), "languages": Counter()}
    found |= {kind: Counter() for kind in CLOCKS}
    for kinds, number in intake.families_by_kind(since, until).items():
        wijk, route, domain, language = kinds
        found["families"][codes.get(wijk or 0, UNKNOWN), route, domain or NO_PLAN] += number
        found["languages"][language] += number
    for (kind, name), number in intake.clocks_by_class(since, until).items():
        found[kind][name] += number
    for kind in CLOCKS:
        found[kind] += Counter(stopped=found["families"].total() - found[kind].total())
    return {name: dict(numbers) for name, numbers in found.items()}


def at_end(find: Callable[[datetime], dict[str, Classes]]) -> Together:
    """Stocks: how they stand at the end of the period."""
    return lambda since, until: find(until)


languages: Source = Part(came_in, "languages")
waiting: Source = Part(came_in, ClockKind.CONVERSATION)
first_contact: Source = Part(came_in, ClockKind.CONTACT)
legal_term: Source = Part(came_in, ClockKind.LEGAL)
requests: Source = intake.requests_open
outcomes: Source = intake.ended_by_outcome
case_files: Source = casework.files_in_and_out
tables = at_end(casework.tables_at)
coordinators: Source = Part(tables, "coordinators")
professionals: Source = Part(tables, "people")
organisations: Source = Part(tables, "organisations")
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
