"""What is in the way: other views, decisions of others, rules; and the hours of writing."""

from django.utils.translation import gettext_lazy as _

from casework import figures_friction as friction
from casework.choices import StuckKind
from monitor.catalogue.indicators import KEPT, Indicator
from wijkteam import figures as ground

IN_THE_WAY = [
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
        key="writing_minutes",
        question=_("Hoeveel tijd kost opschrijven?"),
        source=ground.writing_minutes,
        classes=[
            ("story", _("in het verhaal")),
            ("plan", _("in het plan")),
            ("talk", _("over het gesprek")),
            ("network", _("over het netwerk")),
            ("other", _("iets anders")),
        ],
        formula=_("De minuten tussen het openen en het bewaren, van het hele team samen."),
        unit=_("minuten"),
        norm=_("Opschrijven kost minuten, geen uren."),
        caveat=_("Van een team van minder dan vijf mensen staat hier niets."),
        stacked=False,
    ),
]
