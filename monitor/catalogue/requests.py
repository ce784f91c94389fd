"""From a request to its end: how people come in, how long they wait, what comes of it."""

from django.utils.translation import gettext_lazy as _

from intake import figures as intake
from intake.choices import Outcome, Route
from monitor.catalogue.indicators import KEPT, Indicator
from wijkteam.choices import Language

ASKING = [
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
]
