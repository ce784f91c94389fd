"""What the team fills in where a request ends."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake.choices import Outcome
from intake.forms.conversations import MOST_TEXT
from intake.forms.planning import MOST_DAYS_AHEAD
from intake.models import ConversationRequest
from wijkteam.forms import DateField3, Form, RadioChoice
from wijkteam.models import User


class DoneForm(Form):
    """The resident can go on."""

    outcome = RadioChoice(
        label=_("Hoe is het afgelopen?"),
        choices=[
            (Outcome.ANSWERED, _("de vraag is beantwoord")),
            (Outcome.ARRANGED, _("we hebben het samen geregeld")),
        ],
    )
    words = forms.CharField(
        label=_("Wat spraken we af?"), required=False, max_length=MOST_TEXT, widget=forms.Textarea
    )

    def save(self, request: ConversationRequest, by: User) -> None:
        request.close(by, self.cleaned_data["outcome"], self.cleaned_data["words"])


class StopForm(DoneForm):
    """It did not come to a conversation."""

    outcome = RadioChoice(
        label=_("Waarom stopt het?"),
        choices=[
            (Outcome.WITHDRAWN, _("de bewoner wil het niet meer")),
            (Outcome.NOT_REACHED, _("het lukte niet om de bewoner te bereiken")),
        ],
    )
    words = forms.CharField(
        label=_("Wat is er gebeurd?"),
        required=False,
        max_length=MOST_TEXT,
        help_text=_("Bijvoorbeeld: wanneer u belde, of wat de bewoner zei."),
        widget=forms.Textarea({"rows": 4}),
    )


class ReferForm(Form):
    """A warm handover: a person, a number, and a day. It may begin with the name alone; the request
    ends when all of it is known."""

    to = forms.CharField(
        label=_("Aan wie draagt u over?"),
        max_length=200,
        help_text=_("Naam van de persoon, en waar die werkt."),
        error_messages={"required": _("Vul de naam in van wie het overneemt.")},
    )
    phone = forms.CharField(
        label=_("Telefoonnummer van die persoon"),
        max_length=40,
        required=False,
        help_text=_("Zo kan de bewoner zelf bellen. Nog niet bekend? Vul het later aan."),
        widget=forms.TextInput({"type": "tel", "autocomplete": "off"}),
    )
    on = DateField3(label=_("Voor welke dag is het afgesproken?"), required=False)
    agreed = forms.CharField(
        label=_("Wat is afgesproken?"),
        max_length=MOST_TEXT,
        required=False,
        help_text=_("Bijvoorbeeld: Els belt om 10 uur, en komt daarna langs."),
        widget=forms.Textarea({"rows": 3}),
    )

    def clean_on(self) -> date | None:
        day: date | None = self.cleaned_data["on"]
        today = timezone.localdate()
        if day is None:
            return None
        if day < today:
            raise forms.ValidationError(_("Deze dag is geweest. Welke dag is er afgesproken?"))
        if (day - today).days > MOST_DAYS_AHEAD:
            raise forms.ValidationError(_("Deze dag is meer dan een jaar weg. Klopt het jaar?"))
        return day

    def save(self, request: ConversationRequest, by: User) -> None:
        chosen = self.cleaned_data
        request.refer(by, chosen["to"], chosen["phone"], chosen["on"], chosen["agreed"])
