"""The one catalogue of indicators. Only this file takes numbers from the other apps.

An indicator stands here once its source exists: its question, where the number comes from, how
it is made, what it is held against, what it does not say, and who may read it unrounded.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from intake import figures as intake
from intake.choices import Route
from network import figures as network
from network.choices import MomentKind

Counts = dict[tuple[date, str], int]
Source = Callable[[Iterable[int], date], Counts]
TEAM = "monitor.view_team_figures"

KEPT = [
    ("in_time", _("op tijd")),
    ("late", _("te laat")),
    ("running", _("loopt nog")),
    ("stopped", _("ging niet door")),
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
        question=_("Spreken mensen snel een mens?"),
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
]
BY_KEY = {indicator.key: indicator for indicator in INDICATORS}
