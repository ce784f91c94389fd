"""The forms of an emergency: where, why, and afterwards whether it was right."""

from django import forms
from django.utils.translation import gettext_lazy as _
from localflavor.nl.forms import NLZipCodeField

from wijkteam.forms import Form


class WhereForm(Form):
    postcode = NLZipCodeField(
        label=_("Postcode"),
        error_messages={
            "required": _("Vul de postcode in."),
            "invalid": _("Een postcode is vier cijfers en twee letters, zoals 1311 AB."),
        },
    )
    house_number = forms.CharField(
        label=_("Huisnummer"),
        max_length=12,
        error_messages={"required": _("Vul het huisnummer in.")},
    )


class ReasonForm(Form):
    reason = forms.CharField(
        label=_("Wat is er aan de hand?"),
        help_text=_(
            "Waarom kan dit niet wachten op de regisseur? Iedereen in dit huis leest uw reden. "
            "Noem niet wie u iets vertelde of wie bang is."
        ),
        widget=forms.Textarea({"rows": 4}),
        min_length=20,
        max_length=300,
        error_messages={
            "required": _("Schrijf op waarom u dit dossier nu moet openen."),
            "min_length": _("Schrijf iets meer op: ten minste één hele zin."),
        },
    )


class ReviewEmergencyForm(Form):
    review = forms.CharField(
        label=_("Was dit terecht?"),
        widget=forms.Textarea({"rows": 4}),
        max_length=2000,
        error_messages={"required": _("Schrijf uw oordeel op.")},
    )
