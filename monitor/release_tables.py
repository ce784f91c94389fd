"""The tables of a release: each with its question, source, formula, unit, norm and caveat.

Fixed, because every further table over the same families takes something from their shelter. A new
table is a decision, not a wish: it goes through the attack bench first (`make attack`).
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from monitor import counting
from monitor.catalogue import BY_KEY
from monitor.counting import NO_PLAN, Source
from wijkteam.choices import LifeDomain

ALL = "all"
Key = tuple[str, str, str]  # table, row, column
NO_NORM = _("Er is geen norm.")


@dataclass(frozen=True)
class Table:
    """One table of a quarter. `total` is the figure that its rows add up to."""

    key: str
    question: Any
    unit: Any
    formula: Any
    norm: Any
    caveat: Any
    rows: tuple[tuple[str, Any], ...]
    total: Key | None = None
    # Nothing of its own to count: the families themselves, along one of their three things.
    source: Source | None = None

    @property
    def sum(self) -> Key:
        return self.total or (self.key, ALL, "")


@dataclass(frozen=True)
class Balance:
    """A stock and its flow: begin + what came - what went = end, in one relation.

    What was put back, reopened or erased is what is left over: it goes to `more` or to `less`.
    """

    into: tuple[str, ...]
    out: tuple[str, ...]
    more: str
    less: str

    @property
    def signs(self) -> dict[str, int]:
        plus, minus = ("begin", *self.into, self.more), (*self.out, self.less, "end")
        return dict.fromkeys(plus, 1) | dict.fromkeys(minus, -1)

    def of(self, counts: dict[str, int], begin: int) -> dict[str, int]:
        """All of it, from what was counted and the end of the release before."""
        found = {name: counts.get(name, 0) for name in (*self.into, *self.out, "end")}
        came, went = sum(found[one] for one in self.into), sum(found[one] for one in self.out)
        left = begin + came - went - found["end"]
        return found | {"begin": begin, self.more: max(-left, 0), self.less: max(left, 0)}


def like(key: str, source: Source | None, total: Key | None = None, formula: Any = None) -> Table:
    """A table with the words and classes of an indicator of the team."""
    one = BY_KEY[key]
    rows = tuple((str(name), label) for name, label in one.classes)
    return Table(
        key, one.question, one.unit, formula or one.formula, one.norm, one.caveat, rows, total,
        source,
    )  # fmt: skip


FAMILIES: Key = ("families", ALL, "")
END: Key = ("case_files", "end", "")
NEW: Key = ("case_files", "new", "")
DONE: Key = ("requests", "done", "")
STUCK: Key = ("stuck_points_by_kind", ALL, "")
SIGNALS: Key = ("signals_answered", ALL, "")
FAMILY = _("gezinnen en mensen alleen die om een gesprek vroegen")
ASKED = [
    Table("families", _("Hoeveel mensen vroegen om een gesprek?"), FAMILY,
          _("Alle verzoeken, in het kwartaal waarin ze zijn opgeschreven."), NO_NORM,
          _("Wie zich twee keer meldt in een kwartaal, telt twee keer."), (), FAMILIES),
    Table("families_by_neighbourhood", _("In welke wijken wonen zij?"), FAMILY,
          _("De wijk van de postcode die iemand gaf."), NO_NORM,
          _("Een wijk met meer vragen is geen slechtere wijk."), (), FAMILIES),
    like("requests_by_route", None, FAMILIES),
    like("reach_by_language", counting.languages, FAMILIES),
    Table("families_by_domain", _("Waar ging het eerste doel over?"), FAMILY,
          _("Het leefgebied van het eerste doel in het plan, op de dag van tellen."), NO_NORM,
          _("Gezinnen hebben vaak meer doelen. Alleen het eerste telt hier."),
          (*LifeDomain.choices, (NO_PLAN, _("geen plan, of nog niet"))), FAMILIES),
    like("waiting_for_conversation", counting.waiting, FAMILIES),
    like("first_contact_in_time", counting.first_contact, FAMILIES),
    like("legal_term_kept", counting.legal_term, FAMILIES),
    Table("requests", _("Hoeveel verzoeken kwamen erbij en hoeveel zijn klaar?"),
          _("verzoeken"), _("De eerste en de laatste dag van het kwartaal."), NO_NORM,
          _("Klaar is niet hetzelfde als geholpen."),
          (("begin", _("open bij het begin")), ("new", _("nieuw")),
           ("again", _("alsnog meegeteld")), ("done", _("klaar")),
           ("stopped", _("gewist of weggevallen")), ("end", _("open aan het eind"))),
          source=counting.requests),
    like("outcomes", counting.outcomes, DONE),
]  # fmt: skip
AT_THE_TABLE = [
    Table("case_files", _("Hoeveel gezinnen kwamen erbij en hoeveel zijn klaar?"),
          _("gezinnen met een plan"), _("De eerste en de laatste dag van het kwartaal."), NO_NORM,
          _("Klaar is niet hetzelfde als opgelost."),
          (("begin", _("bij het begin")), ("new", _("nieuw")), ("reopened", _("heropend")),
           ("closed", _("afgesloten")), ("end", _("aan het eind"))), source=counting.case_files),
    like("tables_with_coordinator", counting.coordinators, END,
         _("Op de laatste dag van het kwartaal.")),
    like("professionals_per_family", counting.professionals, END,
         _("Op de laatste dag van het kwartaal.")),
    like("organisations_per_family", counting.organisations, END,
         _("Op de laatste dag van het kwartaal.")),
    like("days_to_first_deed", counting.first_deeds, NEW),
    Table("families_by_mark", _("Gaat het beter, volgens de mensen zelf?"),
          _("gezinnen die terugkeken op hun doelen"),
          _("Per gezin: gingen er meer cijfers omhoog dan omlaag?"), NO_NORM,
          _("Een lager cijfer kan eerlijker zijn."),
          (("up", _("meer omhoog")), ("same", _("evenveel")), ("down", _("meer omlaag"))),
          source=counting.by_mark),
    Table("families_by_doer", _("Wie doet het meeste van wat is afgesproken?"),
          _("gezinnen met nieuwe afspraken"),
          _("Per gezin: wie heeft de meeste nieuwe afspraken?"), NO_NORM,
          _("Veel zelf doen kan ook betekenen dat er weinig hulp was."),
          (("own", _("de mensen zelf en hun eigen kring")), ("even", _("evenveel")),
           ("professional", _("professionals"))), source=counting.by_doer),
]  # fmt: skip
IN_THE_WAY = [
    Table("differences", _("Zeggen we het als we iets verschillend zien, en komen we eruit?"),
          _("gezinnen waar mensen iets verschillend zien"),
          _("De eerste en de laatste dag van het kwartaal. Per gezin telt het één keer."),
          _("Er is geen norm. Geen enkel verschil is geen goed teken."),
          _("Wat niemand hardop zegt, staat hier niet in."),
          (("begin", _("bij het begin")), ("new", _("nieuw")), ("again", _("opnieuw")),
           ("decided", _("beslist")), ("dissolved", _("opgelost")),
           ("stopped", _("met het dossier gesloten")), ("end", _("aan het eind"))),
          source=counting.differences),
    Table("mandate_questions", BY_KEY["mandate_questions_by_wait"].question,
          _("gezinnen die op een beslissing van een ander wachtten"),
          _("Per gezin de langste tijd tussen vraag en antwoord, voor vragen van dit kwartaal."),
          BY_KEY["mandate_questions_by_wait"].norm, BY_KEY["mandate_questions_by_wait"].caveat,
          tuple(BY_KEY["mandate_questions_by_wait"].classes), source=counting.by_wait),
    like("stuck_points_by_kind", counting.stuck_points),
    Table("stuck_points_replied", _("Hoe snel antwoordt de gemeente op een vastloper?"),
          _("vastlopers"), _("De tijd tussen doorsturen en antwoord."),
          BY_KEY["stuck_points_answered"].norm, BY_KEY["stuck_points_answered"].caveat,
          (("two_weeks", _("tot 2 weken")), ("four_weeks", _("2 tot 4 weken")),
           ("longer", _("langer dan 4 weken")), ("waiting", _("wacht nog"))), STUCK,
          counting.replies),
]  # fmt: skip
IN_THE_WIJK = [
    like("signals_answered", counting.signals_answered),
    like("signals_picked_up", counting.signals_picked_up, SIGNALS),
    like("contacts_with_places", counting.contacts),
]
TABLES = [*ASKED, *AT_THE_TABLE, *IN_THE_WAY, *IN_THE_WIJK]
TABLE = {table.key: table for table in TABLES}
SOURCES = {table.key: table.source for table in TABLES if table.source}
BALANCES = {
    "requests": Balance(("new",), ("done",), "again", "stopped"),
    "case_files": Balance(("new",), (), "reopened", "closed"),
    "differences": Balance(("new",), ("decided", "dissolved"), "again", "stopped"),
}
# The same figure under two names: what came in is what was asked for, what is done had an outcome.
SAME = [(("requests", "new", ""), FAMILIES)]
