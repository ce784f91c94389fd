"""The team's side of signals: which ones to look at, and the answer to one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.choices import SignalKind, SignalStatus
from network.forms.base import ListFilter
from network.querysets import SignalQuerySet
from wijkteam.forms import Form
from wijkteam.models import User


class SignalFilter(ListFilter):
    """Which signals the team looks at."""

    stand = forms.ChoiceField(
        label=_("Stand"),
        choices=[("", _("nog niet beantwoord")), *SignalStatus.choices],
        required=False,
    )
    soort = forms.ChoiceField(
        label=_("Waarover"), choices=[("", _("alles")), *SignalKind.choices], required=False
    )
    waar = forms.ChoiceField(
        label=_("Waar"),
        choices=[("", _("onze wijken")), ("overal", _("alle wijken"))],
        required=False,
    )

    def narrow(self, signals: SignalQuerySet, user: User) -> SignalQuerySet:
        """The signals that fit."""
        asked = self.asked()
        signals = signals.filter(status=asked["stand"]) if "stand" in asked else signals.open()
        if "soort" in asked:
            signals = signals.filter(kind=asked["soort"])
        return signals if "waar" in asked else signals.of_teams_of(user)


class AnswerForm(Form):
    """What came of it, in words for whoever sent the signal."""

    feedback = forms.CharField(
        label=_("Wat kwam ervan?"),
        help_text=_("De afzender leest dit. Schrijf geen namen van bewoners op."),
        max_length=4000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Schrijf wat ervan kwam. Zonder antwoord blijft het open.")},
    )
