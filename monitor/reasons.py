"""Why somebody was not content: a closed list, apart because it is read in seven languages."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Reason(TextChoices):
    """What goes wrong most, in the words of whoever it happened to: for learning, never a mark."""

    LONG = "long", _("Het duurde te lang")
    AGAIN = "again", _("Ik moest mijn verhaal steeds opnieuw vertellen")
    HEARD = "heard", _("Er werd niet goed naar mij geluisterd")
    UNCLEAR = "unclear", _("Ik wist niet wat er ging gebeuren")
    DECIDED = "decided", _("Anderen beslisten voor mij")
    SHARED = "shared", _("Er is te veel over mij doorverteld")
    FIT = "fit", _("De hulp paste niet bij mij")
    RULES = "rules", _("Het mocht niet, of er was geen geld voor")
    OTHER = "other", _("Iets anders")
