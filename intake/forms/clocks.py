"""Why the clocks of a request stand still."""

from django import forms
from django.utils.translation import gettext_lazy as _

from intake.choices import PauseReason
from intake.models import ConversationRequest
from wijkteam.forms import Form, RadioChoice
from wijkteam.models import User


class PauseForm(Form):
    """One reason out of a few; all of them are the resident's to know."""

    why = RadioChoice(label=_("Waarom staat de klok stil?"), choices=PauseReason.choices)
    words = forms.CharField(
        label=_("Tot wanneer, en wat is er afgesproken?"),
        required=False,
        max_length=300,
        help_text=_("Bijvoorbeeld: belt zelf als ze terug is, rond 20 maart."),
        widget=forms.Textarea({"rows": 2}),
    )

    def save(self, request: ConversationRequest, by: User) -> None:
        request.pause(by, self.cleaned_data["why"], self.cleaned_data["words"])
