"""The fixed catalogue of a release: which tables, with which rows, adding up to what.

Fixed, because every further table over the same families takes something from their shelter. A new
table is a decision, not a wish: it goes through the attack bench first (`make attack`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from monitor.catalogue import BY_KEY
from monitor.counting import NO_PLAN
from wijkteam.choices import LifeDomain

ALL = "all"
Key = tuple[str, str, str]  # table, row, column
NEIGHBOURHOODS: tuple[tuple[str, Any], ...] = ()  # read when a release is made
FAMILIES: Key = ("families", ALL, "")


@dataclass(frozen=True)
class Table:
    """One table of a quarter. `total` is the figure that its rows add up to."""

    key: str
    question: Any
    unit: Any
    formula: Any
    caveat: Any
    rows: tuple[tuple[str, Any], ...]
    total: Key | None = None

    @property
    def sum(self) -> Key:
        return self.total or (self.key, ALL, "")


def like(key: str, total: Key | None = None) -> Table:
    """A table with the words and classes of an indicator of the team."""
    one = BY_KEY[key]
    rows = tuple((str(name), label) for name, label in one.classes)
    return Table(key, one.question, one.unit, one.formula, one.caveat, rows, total)


FAMILY = _("gezinnen en mensen alleen die om een gesprek vroegen")
SOON = _("Wie zich twee keer meldt in een kwartaal, telt twee keer.")
END: Key = ("case_files", "end", "")
NEW: Key = ("case_files", "new", "")
TABLES = [
    Table("families", _("Hoeveel mensen vroegen om een gesprek?"), FAMILY,
          _("Alle verzoeken, in het kwartaal waarin ze zijn opgeschreven."), SOON, (), FAMILIES),
    Table("families_by_neighbourhood", _("In welke wijken wonen zij?"), FAMILY,
          _("De wijk van de postcode die iemand gaf."),
          _("Een wijk met meer vragen is geen slechtere wijk."), NEIGHBOURHOODS, FAMILIES),
    like("requests_by_route", FAMILIES),
    Table("families_by_domain", _("Waar ging het eerste doel over?"), FAMILY,
          _("Het leefgebied van het eerste doel in het plan, op de dag van tellen."),
          _("Gezinnen hebben vaak meer doelen. Alleen het eerste telt hier."),
          (*LifeDomain.choices, (NO_PLAN, _("geen plan, of nog niet"))), FAMILIES),
    like("waiting_for_conversation", FAMILIES),
    like("first_contact_in_time", FAMILIES),
    like("legal_term_kept", FAMILIES),
    Table("case_files", _("Hoeveel gezinnen kwamen erbij en hoeveel zijn klaar?"),
          _("gezinnen met een plan"), _("De eerste en de laatste dag van het kwartaal."),
          _("Klaar is niet hetzelfde als opgelost."),
          (("begin", _("bij het begin")), ("new", _("nieuw")), ("reopened", _("heropend")),
           ("closed", _("afgesloten")), ("end", _("aan het eind")))),
    like("tables_with_coordinator", END),
    like("professionals_per_family", END),
    like("organisations_per_family", END),
    like("days_to_first_deed", NEW),
    Table("families_by_mark", _("Gaat het beter, volgens de mensen zelf?"),
          _("gezinnen die terugkeken op hun doelen"),
          _("Per gezin: gingen er meer cijfers omhoog dan omlaag?"),
          _("Een lager cijfer kan eerlijker zijn."),
          (("up", _("meer omhoog")), ("same", _("evenveel")), ("down", _("meer omlaag")))),
    Table("families_by_doer", _("Wie doet het meeste van wat is afgesproken?"),
          _("gezinnen met nieuwe afspraken"),
          _("Per gezin: wie heeft de meeste nieuwe afspraken?"),
          _("Veel zelf doen kan ook betekenen dat er weinig hulp was."),
          (("own", _("de mensen zelf en hun eigen kring")), ("even", _("evenveel")),
           ("professional", _("professionals")))),
    like("signals_answered"),
    like("contacts_with_places"),
]  # fmt: skip
TABLE = {table.key: table for table in TABLES}

# Kept within 4 over the quarters of a year as well, and the margins of the tables of the year.
RUNNING = ("families", "families_by_neighbourhood", "requests_by_route", "families_by_domain")


@dataclass(frozen=True)
class YearTable:
    """Two things crossed, once a year. Its margins are the quarters of the year together."""

    key: str
    question: Any
    down: str
    across: str


YEAR_TABLES = [
    YearTable("year_neighbourhood_route", _("Hoe kwamen mensen binnen, per wijk?"),
              "families_by_neighbourhood", "requests_by_route"),
    YearTable("year_neighbourhood_domain", _("Waar ging het over, per wijk?"),
              "families_by_neighbourhood", "families_by_domain"),
    YearTable("year_route_domain", _("Waar ging het over, per manier van binnenkomen?"),
              "requests_by_route", "families_by_domain"),
]  # fmt: skip
YEAR_TABLE = {table.key: table for table in YEAR_TABLES}
MEDIANS = "year_waiting"
MEDIANS_QUESTION = _("Hoe lang wachtte de middelste, per wijk?")
AXES = ("families_by_neighbourhood", "requests_by_route", "families_by_domain")


def question_of(key: str) -> Any:
    """What a table answers; the key itself for a table that the catalogue no longer knows."""
    found = TABLE.get(key) or YEAR_TABLE.get(key)
    return found.question if found else MEDIANS_QUESTION if key == MEDIANS else key


def sums(keys: Mapping[Key, Any]) -> list[dict[Key, int]]:
    """What adds up within one release, from the figures that are in it: sum of parts is nothing.

    Known to everyone: the rounding keeps these, and whoever attacks uses them.
    """
    found: list[dict[Key, int]] = []
    for table in TABLES:
        rows = [key for key in keys if key[0] == table.key and key[1] != ALL]
        if rows and table.key == "case_files":
            signs = {"begin": 1, "new": 1, "reopened": 1, "closed": -1, "end": -1}
            found.append({key: signs[key[1]] for key in rows})
        elif rows:
            found.append(dict.fromkeys(rows, 1) | {table.sum: -1})
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
