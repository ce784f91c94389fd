"""Beginning something new in some neighbourhoods."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from monitor.choices import Quality
from monitor.models import Pilot
from wijkteam.forms import Form, RadioChoice
from wijkteam.models import Neighbourhood, User


class PilotForm(Form):
    mark_optional = False
    title = forms.CharField(label=_("Wat gaat u proberen?"), max_length=120)
    why = forms.CharField(
        label=_("Waarom, en wat hoopt u te zien?"),
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Schrijf het nu op. Achteraf is alles gelukt."),
    )
    quality = RadioChoice(label=_("Op welke kwaliteit let u?"), choices=Quality.choices)
    neighbourhoods = forms.ModelMultipleChoiceField(
        Neighbourhood.objects.all(),
        label=_("In welke wijken?"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("De andere wijken zijn de vergelijking. Kies ze dus niet allemaal."),
        error_messages={"required": _("Kies ten minste één wijk.")},
    )

    def clean_neighbourhoods(self) -> Any:
        chosen = self.cleaned_data["neighbourhoods"]
        if len(chosen) == Neighbourhood.objects.count():
            words = _("Laat ten minste één wijk over om mee te vergelijken.")
            raise forms.ValidationError(words)
        return chosen

    def save(self, by: User) -> Pilot:
        today = timezone.localdate()
        return Pilot.begin(
            by,
            self.cleaned_data["neighbourhoods"],
            title=self.cleaned_data["title"],
            why=self.cleaned_data["why"],
            quality=self.cleaned_data["quality"],
            year=today.year,
            quarter=(today.month + 2) // 3,
        )
