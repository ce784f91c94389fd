"""How the figures of a release hang together: what adds up within it, over a year, and crossed.

Known to everyone: the rounding keeps these, and whoever attacks uses them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from monitor.release_tables import ALL, BALANCES, NO_NORM, SAME, TABLE, TABLES, Key

# Kept within 4 over the quarters of a year as well, and the margins of the tables of the year.
RUNNING = ("families", "families_by_neighbourhood", "requests_by_route", "families_by_domain")


@dataclass(frozen=True)
class YearTable:
    """Two things crossed, once a year. Its margins are the quarters of the year together."""

    key: str
    question: Any
    down: str
    across: str
    unit: Any = _("gezinnen")
    formula: Any = _("De vier kwartalen van het jaar samen.")
    norm: Any = NO_NORM
    caveat: Any = _("Wie zich twee keer meldt in een jaar, telt twee keer.")


YEAR_TABLES = [
    YearTable("year_neighbourhood_route", _("Hoe kwamen mensen binnen, per wijk?"),
              "families_by_neighbourhood", "requests_by_route"),
    YearTable("year_neighbourhood_domain", _("Waar ging het over, per wijk?"),
              "families_by_neighbourhood", "families_by_domain"),
    YearTable("year_route_domain", _("Waar ging het over, per manier van binnenkomen?"),
              "requests_by_route", "families_by_domain"),
]  # fmt: skip
YEAR_TABLE = {table.key: table for table in YEAR_TABLES}
AXES = ("families_by_neighbourhood", "requests_by_route", "families_by_domain")


@dataclass(frozen=True)
class Told:
    """What is told in a word and not in a number: a class, of ten or more."""

    question: Any
    formula: Any
    norm: Any
    caveat: Any
    unit: Any = ""


MEDIANS, WRITING = "year_waiting", "writing_per_family"
TOLD = {
    MEDIANS: Told(
        _("Hoe lang wachtte de middelste, per wijk?"),
        _("De klasse van weken waar de middelste in valt, over het hele jaar."),
        _("De norm is meestal 10 werkdagen. De wet geeft 6 weken voor het hele onderzoek."),
        _("Kleine wijken staan samen. De helft wachtte korter, de helft langer."),
    ),
    WRITING: Told(
        _("Hoeveel tijd kost opschrijven, per gezin?"),
        _("De minuten van opschrijven in dit kwartaal, gedeeld door de gezinnen met een plan."),
        _("Opschrijven kost minuten, geen uren."),
        _("Alleen van teams van vijf mensen of meer. Wat buiten het portaal gebeurt, telt niet."),
    ),
}
ABOUT: dict[str, Any] = {**TABLE, **YEAR_TABLE, **TOLD}


def question_of(key: str) -> Any:
    """What a table answers; the key itself for a table that the catalogue no longer knows."""
    return ABOUT[key].question if key in ABOUT else key


def sums(keys: Mapping[Key, Any]) -> list[dict[Key, int]]:
    """What adds up within one release, from the figures that are in it: sum of parts is nothing."""
    found: list[dict[Key, int]] = []
    for table in TABLES:
        rows = [key for key in keys if key[0] == table.key and key[1] != ALL]
        if rows and table.key in BALANCES:
            signs = BALANCES[table.key].signs
            found.append({key: signs[key[1]] for key in rows})
        elif rows:
            found.append(dict.fromkeys(rows, 1) | {table.sum: -1})
    found += [{one: 1, other: -1} for one, other in SAME if one in keys and other in keys]
    return found


def margins(keys: Mapping[Key, Any]) -> list[tuple[dict[Key, int], Key]]:
    """Of the tables of the year: which cells together are which figure, over its quarters."""
    found = []
    for table in YEAR_TABLES:
        cells = [key for key in keys if key[0] == table.key and ALL not in key]
        for at, margin in ((1, table.down), (2, table.across)):
            for name in dict.fromkeys(key[at] for key in cells):
                parts = {key: 1 for key in cells if key[at] == name}
                found.append((parts, (margin, name, "")))
    return found
