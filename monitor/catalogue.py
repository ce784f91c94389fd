"""The one catalogue of indicators. Only this file takes numbers from the other apps.

An indicator stands here once its source exists: its question, where the number comes from, how
it is made, what it is held against, what it does not say, and who may read it unrounded.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from casework import figures as casework
from casework import figures_friction as friction
from casework.choices import StuckKind
from intake import figures as intake
from intake.choices import Outcome, Route
from network import figures as network
from network.choices import MomentKind
from network.choices import Reach as Coverage
from wijkteam import figures as ground
from wijkteam.choices import Language
from wijkteam.models import Neighbourhood

Counts = dict[tuple[date, str], int]
Source = Callable[[Iterable[int], date], Counts]
TEAM = "monitor.view_team_figures"
STUCK_STAMP = friction.STUCK_STAMP

KEPT = [
    ("in_time", _("op tijd")),
    ("late", _("te laat")),
    ("running", _("loopt nog")),
    ("stopped", _("ging niet door")),
]
SIZES = [
    ("0", _("geen")),
    ("1_2", _("1 of 2")),
    ("3_5", _("3 tot 5")),
    ("6_9", _("6 tot 9")),
    ("10", _("10 of meer")),
]


@dataclass(frozen=True)
class Indicator:
    key: str
    question: Any
    source: Source
    classes: list[tuple[str, Any]]
    formula: Any
    unit: Any
    norm: Any
    caveat: Any
    reader: str = TEAM
    # A bar per class when the classes are a list; one stacked bar per quarter when they are a
    # scale that adds up to all.
    stacked: bool = True
    # A stock is there at the end of each period; only flows add up over periods.
    is_stock: bool = False
    # Known of today only.
    of_today: bool = False

    @property
    def is_promise(self) -> bool:
        """Whether the classes say that something promised was kept."""
        return self.classes[0][0] == "in_time"


INDICATORS = [
    Indicator(
        key="requests_by_route",
        question=_("Hoe komen mensen bij ons binnen?"),
        source=intake.requests_by_route,
        classes=Route.choices,
        formula=_("Het aantal verzoeken, in het kwartaal waarin ze binnenkwamen."),
        unit=_("verzoeken"),
        norm=_("Er is geen norm."),
        caveat=_("Wie ons niet vindt, staat hier niet in."),
        stacked=False,
    ),
    Indicator(
        key="waiting_for_conversation",
        question=_("Hoe lang wachten mensen op het keukentafelgesprek?"),
        source=intake.waiting_for_conversation,
        classes=[
            ("weeks_2", _("tot 2 weken")),
            ("weeks_4", _("2 tot 4 weken")),
            ("weeks_6", _("4 tot 6 weken")),
            ("longer", _("langer dan 6 weken")),
            ("waiting", _("wacht nog")),
            ("stopped", _("ging niet door")),
        ],
        formula=_("De tijd tussen het verzoek en het gesprek, in het kwartaal van het verzoek."),
        unit=_("verzoeken"),
        norm=_("De norm is meestal 10 werkdagen. De wet geeft 6 weken voor het hele onderzoek."),
        caveat=_("Het laatste kwartaal loopt nog: wie nog wacht, kan nog lang gaan wachten."),
    ),
    Indicator(
        key="first_contact_in_time",
        question=_("Spreken mensen snel iemand van ons?"),
        source=intake.first_contact_in_time,
        classes=KEPT,
        formula=_("Het eerste contact, naast de dag die we beloofden."),
        unit=_("verzoeken"),
        norm=_("De norm is meestal 2 werkdagen."),
        caveat=_("Iemand die we niet bereikten, telt als te laat."),
    ),
    Indicator(
        key="legal_term_kept",
        question=_("Is het onderzoek op tijd klaar?"),
        source=intake.legal_term_kept,
        classes=KEPT,
        formula=_("De dag waarop het verzoek klaar was, naast de termijn van de wet."),
        unit=_("verzoeken"),
        norm=_("De wet geeft 6 weken."),
        caveat=_("Op tijd klaar is niet hetzelfde als goed geholpen."),
    ),
    Indicator(
        key="outcomes",
        question=_("Waar loopt een verzoek op uit?"),
        source=intake.outcomes,
        classes=Outcome.choices,
        formula=_("Verzoeken die klaar zijn, in het kwartaal waarin ze klaar waren."),
        unit=_("verzoeken"),
        norm=_("Er is geen norm. Meteen antwoord kan heel goed zijn."),
        caveat=_("Hoe het daarna ging, staat hier niet in."),
        stacked=False,
    ),
    Indicator(
        key="reach_by_language",
        question=_("In welke taal vragen mensen ons iets?"),
        source=intake.reach_by_language,
        classes=Language.choices,
        formula=_("Het aantal verzoeken, naar de taal van het formulier."),
        unit=_("verzoeken"),
        norm=_("Er is geen norm. Leg het naast de talen die u in de wijk hoort."),
        caveat=_("Wie hulp kreeg bij het invullen, telt onder de taal van de helper."),
        stacked=False,
    ),
    Indicator(
        key="open_case_files",
        question=_("Voor hoeveel gezinnen is er een plan?"),
        source=casework.open_case_files,
        classes=[("open", _("open dossiers"))],
        formula=_("Het aantal open dossiers op de laatste dag van elk kwartaal, of vandaag."),
        unit=_("dossiers"),
        norm=_("Er is geen norm."),
        caveat=_("Veel of weinig dossiers is geen oordeel."),
        is_stock=True,
    ),
    Indicator(
        key="tables_with_coordinator",
        question=_("Heeft elk gezin één regisseur?"),
        source=casework.tables_with_coordinator,
        classes=[("one", _("één regisseur")), ("other", _("geen, of meer dan één"))],
        formula=_("Het aantal open dossiers, naar het aantal regisseurs van vandaag."),
        unit=_("dossiers"),
        norm=_("Elk gezin heeft er één."),
        caveat=_("Dit zegt niet of de regisseur genoeg tijd heeft."),
        stacked=False,
        of_today=True,
    ),
    Indicator(
        key="professionals_per_family",
        question=_("Hoeveel professionals zitten er aan één tafel?"),
        source=casework.professionals_per_family,
        classes=SIZES,
        formula=_("Het aantal open dossiers, naar het aantal professionals van vandaag."),
        unit=_("dossiers"),
        norm=_("Er is geen norm. Minder is vaak rustiger."),
        caveat=_("Wie helpt zonder plek aan tafel, telt niet mee."),
        stacked=False,
        of_today=True,
    ),
    Indicator(
        key="organisations_per_family",
        question=_("Van hoeveel organisaties zijn zij?"),
        source=casework.organisations_per_family,
        classes=SIZES,
        formula=_("Het aantal open dossiers, naar het aantal organisaties van vandaag."),
        unit=_("dossiers"),
        norm=_("Er is geen norm. Minder is vaak rustiger."),
        caveat=_("Wie helpt zonder plek aan tafel, telt niet mee."),
        stacked=False,
        of_today=True,
    ),
    Indicator(
        key="actions_by_owner",
        question=_("Wie doet wat we afspraken?"),
        source=casework.actions_by_owner,
        classes=[
            ("household", _("het gezin zelf")),
            ("network", _("mensen om het gezin heen")),
            ("professional", _("professionals")),
        ],
        formula=_("Het aantal afspraken, naar wie ze doet, in het kwartaal van de afspraak."),
        unit=_("afspraken"),
        norm=_("Er is geen norm."),
        caveat=_("Een grote en een kleine afspraak tellen allebei als één."),
    ),
    Indicator(
        key="days_to_first_deed",
        question=_("Hoe snel gebeurt er iets?"),
        source=casework.days_to_first_deed,
        classes=[
            ("week", _("binnen een week")),
            ("two_weeks", _("binnen twee weken")),
            ("month", _("binnen een maand")),
            ("longer", _("later")),
            ("not_yet", _("nog niets gedaan")),
        ],
        formula=_("De tijd tussen de start van een dossier en de eerste afspraak die klaar was."),
        unit=_("dossiers"),
        norm=_("De eerste daad komt binnen enkele dagen."),
        caveat=_("Bewust even niets doen telt ook als daad."),
    ),
    Indicator(
        key="with_or_without_resident",
        question=_("Praten we met mensen, of over mensen?"),
        source=friction.with_or_without_resident,
        classes=[("with", _("met de bewoner")), ("without", _("zonder de bewoner"))],
        formula=_("Bezoeken, contacten en overleggen, naar of de bewoner erbij was."),
        unit=_("keer"),
        norm=_("Altijd met, tenzij de bewoner het anders wil."),
        caveat=_("Ook een telefoontje met de huisarts telt als zonder."),
    ),
    Indicator(
        key="differences_by_status",
        question=_("Zeggen we het als we iets verschillend zien?"),
        source=friction.differences_by_status,
        classes=[
            ("open", _("open")),
            ("trying", _("we proberen iets")),
            ("decided", _("beslist")),
            ("dissolved", _("opgelost")),
        ],
        formula=_("Het aantal verschillen van inzicht, in het kwartaal waarin ze benoemd werden."),
        unit=_("verschillen"),
        norm=_("Er is geen norm. Geen enkel verschil is geen goed teken."),
        caveat=_("Wat niemand hardop zegt, staat hier niet in."),
    ),
    Indicator(
        key="mandate_questions_by_wait",
        question=_("Hoe lang wacht een tafel op een beslissing van een ander?"),
        source=friction.mandate_questions_by_wait,
        classes=[
            ("week", _("tot 1 week")),
            ("two_weeks", _("1 tot 2 weken")),
            ("six_weeks", _("2 tot 6 weken")),
            ("longer", _("langer dan 6 weken")),
            ("waiting", _("wacht nog")),
        ],
        formula=_("De tijd tussen de vraag en het antwoord, in het kwartaal van de vraag."),
        unit=_("vragen"),
        norm=_("De norm is meestal 2 weken."),
        caveat=_("Een vraag die niemand opschrijft, telt niet mee."),
    ),
    Indicator(
        key="stuck_points_by_kind",
        question=_("Waar loopt het vast?"),
        source=friction.stuck_points_by_kind,
        classes=[kind for kind in StuckKind.choices if kind[0] != StuckKind.INFORMATION],
        formula=_("Het aantal vastlopers, in het kwartaal waarin ze zijn doorgestuurd."),
        unit=_("vastlopers"),
        norm=_("Er is geen norm."),
        caveat=_("Eén vastloper kan veel gezinnen raken. Informatie die niet komt: iets anders."),
        stacked=False,
    ),
    Indicator(
        key="stuck_points_answered",
        question=_("Antwoordt de gemeente op een vastloper?"),
        source=friction.stuck_points_answered,
        classes=KEPT[:3],
        formula=_("De dag van het antwoord, naast de dag die de teamleider vroeg."),
        unit=_("vastlopers"),
        norm=_("De norm is meestal 4 weken."),
        caveat=_("Een antwoord op tijd is nog geen oplossing."),
    ),
    Indicator(
        key="goals_by_mark",
        question=_("Welk cijfer geven mensen hun doel nu?"),
        source=casework.goals_by_mark,
        classes=[("up", _("hoger")), ("same", _("gelijk")), ("down", _("lager"))],
        formula=_("Het laatste cijfer naast het eerste, in het kwartaal van het laatste cijfer."),
        unit=_("doelen"),
        norm=_("Er is geen norm."),
        caveat=_("Alleen doelen waar we op terugkeken. Een lager cijfer kan eerlijker zijn."),
    ),
    Indicator(
        key="signals_picked_up",
        question=_("Pakt iemand een signaal snel op?"),
        source=network.signals_picked_up,
        classes=KEPT[:3],
        formula=_(
            "De dag waarop een collega het oppakte, naast de twee werkdagen die we beloofden."
        ),
        unit=_("signalen"),
        norm=_("De norm is 2 werkdagen."),
        caveat=_("Oppakken is nog geen antwoord."),
    ),
    Indicator(
        key="signals_answered",
        question=_("Hoort een vindplaats wat er van een signaal kwam?"),
        source=network.signals_answered,
        classes=KEPT[:3],
        formula=_("De dag van ons antwoord, naast de twee weken die we beloofden."),
        unit=_("signalen"),
        norm=_("De norm is 14 dagen."),
        caveat=_("Een antwoord op tijd zegt niet of de afzender er iets aan had."),
    ),
    Indicator(
        key="covered",
        question=_("Kennen we in elke wijk iemand, voor elk leefgebied?"),
        source=network.covered,
        classes=Coverage.choices,
        formula=_("Elke wijk met elk leefgebied is één vakje. Zo staat het er vandaag voor."),
        unit=_("vakjes"),
        norm=_("Elk vakje heeft iemand die we kort geleden spraken."),
        caveat=_("Iemand kennen is nog geen vertrouwen."),
        stacked=False,
        of_today=True,
    ),
    Indicator(
        key="contacts_with_places",
        question=_("Hoe vaak spreken we de vindplaatsen?"),
        source=network.contacts_with_places,
        classes=MomentKind.choices,
        formula=_("Het aantal keren contact met plekken in onze wijken."),
        unit=_("keer contact"),
        norm=_("Elke plek heeft een eigen ritme."),
        caveat=_("Wat niemand opschrijft, telt niet mee."),
        stacked=False,
    ),
    Indicator(
        key="writing_minutes",
        question=_("Hoeveel tijd kost opschrijven?"),
        source=ground.writing_minutes,
        classes=[
            ("story", _("in het verhaal")),
            ("plan", _("in het plan")),
            ("other", _("iets anders")),
        ],
        formula=_("De minuten tussen het openen en het bewaren, van het hele team samen."),
        unit=_("minuten"),
        norm=_("Opschrijven kost minuten, geen uren."),
        caveat=_("Van een team van minder dan vijf mensen staat hier niets."),
        stacked=False,
    ),
]
BY_KEY = {indicator.key: indicator for indicator in INDICATORS}


@dataclass(frozen=True)
class Reached:
    """One wijk of the team: how many asked for a conversation, beside how many live there."""

    name: str
    population: int | None
    number: int

    @property
    def share(self) -> float | None:
        """Per thousand inhabitants."""
        return 1000 * self.number / self.population if self.population else None


def reach(teams: Sequence[int], since: date) -> list[Reached]:
    """Of every wijk of the team, the least reached first."""
    asked = intake.reached_from(teams, since)
    wijken = Neighbourhood.objects.filter(team_id__in=teams)
    found = [Reached(one.name, one.population, asked.get(one.pk, 0)) for one in wijken]
    return sorted(found, key=lambda one: (one.share is None, one.share or 0))


@dataclass(frozen=True)
class Week:
    monday: date
    number: int


def waiting_by_week(teams: Sequence[int], weeks: Sequence[date]) -> list[Week]:
    """How many waited for their conversation on each of these Mondays."""
    numbers = intake.waiting_on(teams, weeks)
    return [Week(day, number) for day, number in zip(weeks, numbers, strict=True)]


@dataclass(frozen=True)
class Stuck:
    """What waits for the municipality: how many, the oldest in days, and the words of some."""

    number: int
    oldest: int
    rows: list[friction.Waiting]


def stuck_for(reads_words: bool) -> Stuck:
    """Everyone who looks sees how many wait; words are for who is to answer them."""
    if reads_words:
        rows = friction.waiting_longest()
        return Stuck(len(rows), rows[0].days if rows else 0, rows[:3])
    return Stuck(*friction.stuck_points_waiting(), [])
