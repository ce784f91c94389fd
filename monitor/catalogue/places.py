"""In the wijk: the places where people already are, and their signals."""

from django.utils.translation import gettext_lazy as _

from monitor.catalogue.indicators import KEPT, Indicator
from network import figures as network
from network.choices import MomentKind
from network.choices import Reach as Coverage

IN_THE_WIJK = [
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
]
