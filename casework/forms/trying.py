"""How the table goes on while it is not agreed, and the fields that these forms share."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.forms.base import CaseForm, words_field
from casework.models import Seat
from casework.models.differences import LOOK_WITHIN
from wijkteam.forms import DateField3


def not_past(day: date) -> None:
    if day < timezone.localdate():
        raise ValidationError(_("Deze dag is al voorbij. Kies een dag die nog komt."))


def ahead(form: forms.Form, name: str) -> date | None:
    """A day that still comes, or the day that stood there already."""
    day: date | None = form.cleaned_data[name]
    if day and day != form.initial.get(name):
        not_past(day)
    return day


def review_field(**more: Any) -> DateField3:
    """Without a day it would get out of sight: then it is within two weeks."""
    return DateField3(
        label=_("Wanneer kijken we hier samen naar?"),
        validators=[not_past],
        required=False,
        help_text=_("Laat u dit leeg? Dan over twee weken."),
        **more,
    )


def domain_field(form: CaseForm) -> forms.ChoiceField:
    """For the whole table, or for whoever belongs to one life domain."""
    nothing = [("", _("algemeen"))] if form.standing.domains is None else []
    return forms.ChoiceField(
        label=_("Waar gaat het over?"),
        choices=[*nothing, *form.standing.domain_choices],
        required=not nothing,
        help_text=_("Kiest u een leefgebied? Dan leest alleen mee wie daarbij hoort."),
    )


def seat_field(label: Any, **more: Any) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        Seat.objects.none(), label=label, empty_label=None,
        error_messages={"required": _("Kies van wie dit is."),
                        "invalid_choice": _("Deze persoon zit niet meer aan tafel.")}, **more,
    )  # fmt: skip


class Trying(CaseForm):
    """How the table goes on while it is not agreed."""

    tried = words_field(_("Wat proberen we intussen?"), rows=2, required=False, max_length=1000)
    try_until = DateField3(
        label=_("Tot wanneer proberen we dat?"), required=False, validators=[not_past],
        help_text=_("Laat u dit leeg? Dan tot de dag waarop we er samen naar kijken."),
    )  # fmt: skip
    decider = forms.CharField(
        label=_("Wie beslist als het zo blijft?"), required=False, max_length=120,
        help_text=_("Bijvoorbeeld: Mark zelf, de regisseur, of iemand bij de gemeente."),
    )  # fmt: skip
    mandate = forms.CharField(
        label=_("Waarom mag die dat beslissen?"), required=False, max_length=200,
        help_text=_("Bijvoorbeeld: het is zijn geld, of: de beslissing hoort bij de Wmo."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if "review_on" in data:
            data["review_on"] = data["review_on"] or timezone.localdate() + LOOK_WITHIN
        if data.get("tried") and not data.get("try_until") and "try_until" in data:
            data["try_until"] = data.get("review_on")
        if not data.get("tried"):
            data["try_until"] = None
        return data
