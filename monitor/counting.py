"""What a release is made of, counted by the apps: numbers per class, never rows of people.

Runs as the role `statistics`, which reads keys, dates and kinds. One query per indicator.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from casework import figures as casework
from intake import figures as intake
from intake.choices import ClockKind
from monitor.periods import Quarter
from network import figures as network
from wijkteam.models import Neighbourhood

UNKNOWN = "unknown"  # a neighbourhood that nobody knows
NO_PLAN = "none"  # no goal yet, or no case file
Kinds = tuple[str, str, str]


@dataclass
class Counts:
    """One quarter. `families` has (neighbourhood, route, life domain); `classes` an indicator."""

    families: dict[Kinds, int] = field(default_factory=dict)
    classes: dict[str, dict[str, int]] = field(default_factory=dict)
    files: dict[str, int] = field(default_factory=dict)

    def along(self, axis: int) -> Counter[str]:
        """Families by one of the three things."""
        found: Counter[str] = Counter()
        for kinds, number in self.families.items():
            found[kinds[axis]] += number
        return found


def count(period: Quarter) -> Counts:
    """Every count of one quarter."""
    since, until = period.since, period.until
    codes = dict(Neighbourhood.objects.values_list("pk", "code"))
    families = {
        (codes.get(wijk or 0, UNKNOWN), route, domain or NO_PLAN): number
        for (wijk, route, domain), number in intake.families_by_kind(since, until).items()
    }
    classes = {
        "waiting_for_conversation": together(intake.waiting_by_neighbourhood(since, until)),
        "first_contact_in_time": promises(ClockKind.CONTACT, since, until),
        "legal_term_kept": promises(ClockKind.LEGAL, since, until),
        "tables_with_coordinator": casework.coordinators_at(until),
        "professionals_per_family": casework.professionals_at(until),
        "organisations_per_family": casework.organisations_at(until),
        "days_to_first_deed": casework.first_deeds(since, until),
        "families_by_mark": casework.families_by_mark(since, until),
        "families_by_doer": casework.families_by_doer(since, until),
        "signals_answered": network.answers_to_signals(since, until),
        "contacts_with_places": network.moments_by_kind(since, until),
    }
    return Counts(families, classes, casework.files_in_and_out(since, until))


def promises(kind: ClockKind, since: datetime, until: datetime) -> dict[str, int]:
    return together(intake.promises_kept(kind, since, until))


def together(found: dict[tuple[int | None, str], int]) -> dict[str, int]:
    """All neighbourhoods as one."""
    classes: Counter[str] = Counter()
    for (_neighbourhood, name), number in found.items():
        classes[name] += number
    return dict(classes)


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
