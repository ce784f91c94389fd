"""How long what is kept, by law: one dated table, read by whoever closes or destroys something.

A new law gets a new line with its date; lines are never changed. What was closed before that day
keeps the term of its own time, unless the law says otherwise. A municipality may keep shorter or
longer by its own selection list: the settings RETENTION_YEARS_* stand above this table.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Kept(TextChoices):
    """What is kept, each with its own term."""

    CASE_FILE = "case_file", _("gezinsdossier van volwassenen")
    YOUTH = "youth", _("gezinsdossier met kinderen of jongeren")
    REQUEST = "request", _("verzoek zonder gezinsdossier")
    EXPORT = "export", _("download van eigen gegevens")


@dataclass(frozen=True)
class Rule:
    """One line: what, how long, in force from when, and where it is written."""

    what: Kept
    since: date
    source: str
    note: Promise
    years: int = 0
    days: int = 0


LAW: list[Rule] = [
    Rule(
        Kept.CASE_FILE,
        date(2015, 1, 1),
        "Wmo 2015 art. 5.3.4 lid 1",
        _("Vijftien jaar na de dag van afsluiten."),
        years=15,
    ),
    Rule(
        Kept.YOUTH,
        date(2015, 1, 1),
        "Jeugdwet art. 7.3.8 lid 3",
        _("Tot 2020 vijftien jaar na afsluiten."),
        years=15,
    ),
    Rule(
        Kept.YOUTH,
        date(2020, 1, 1),
        "Jeugdwet art. 7.3.8 lid 3",
        _("Twintig jaar na afsluiten. Het hele dossier volgt de langste termijn."),
        years=20,
    ),
    Rule(
        Kept.REQUEST,
        date(2018, 5, 25),
        "AVG art. 5 lid 1 sub e",
        _("Niet langer dan nodig: twee jaar na de laatste stap."),
        years=2,
    ),
    Rule(
        Kept.EXPORT,
        date(2018, 5, 25),
        "AVG art. 5 lid 1 sub e",
        _("De download staat drie dagen klaar; daarna maakt de bewoner een nieuwe."),
        days=3,
    ),
]


def rule(what: Kept, on: date) -> Rule:
    """The line that holds on this day: the newest that is in force."""
    lines = [line for line in LAW if line.what == what and line.since <= on]
    oldest = min((line for line in LAW if line.what == what), key=lambda line: line.since)
    return max(lines, key=lambda line: line.since, default=oldest)


def years(what: Kept, on: date) -> int:
    """The term in years: the municipality's own where it chose one, else that of the law."""
    return settings.RETENTION_YEARS.get(what) or rule(what, on).years


def destroy_on(what: Kept, closed: date) -> date:
    """The day on which what was closed then is destroyed. A term in days goes before years."""
    line = rule(what, closed)
    if line.days:
        return closed + timedelta(days=line.days)
    return years_later(closed, years(what, closed))


def years_later(day: date, number: int) -> date:
    """The same day so many years on; the 28th for a 29 February that is not there."""
    try:
        return day.replace(year=day.year + number)
    except ValueError:  # 29 February
        return day.replace(year=day.year + number, day=28)
