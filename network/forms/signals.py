"""A signal about a person and one about the neighbourhood, as a contact sends them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.choices import SignalKind, SignalRoute
from network.forms.base import OnceForm
from network.models import Signal, SignalLink, VindplaatsContact
from network.models.links import LinkSender
from wijkteam.choices import LifeDomain
from wijkteam.forms import RadioChoice
from wijkteam.models import Neighbourhood

YES_NO = [("yes", _("ja, die weet het")), ("no", _("nee, nog niet"))]


def words_field(label: Any, help_text: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=4000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Schrijf in een paar woorden wat u ziet.")},
    )


class SignalForm(OnceForm):
    """What the two kinds share: who sends it, and that sending twice makes one signal."""

    kind: SignalKind

    def row(self) -> dict[str, Any]:
        raise NotImplementedError

    def save(self, sender: VindplaatsContact) -> Signal:
        place, key = sender.vindplaats, self.cleaned_data["key"]
        signal = Signal(pk=key, contact=sender, vindplaats=place, kind=self.kind, **self.row())
        signal.send()
        return signal

    def send_with(self, link: SignalLink, sender: LinkSender) -> Signal | None:
        """Without an account; None when the link was used a moment ago."""
        signal = Signal(
            pk=self.cleaned_data["key"],
            contact_id=sender.contact_id,
            vindplaats_id=sender.vindplaats_id,
            kind=self.kind,
            route=SignalRoute.LINK,
            **self.row(),
        )
        if signal.neighbourhood_id is None:
            signal.neighbourhood = sender.neighbourhood
        return signal if link.use(signal, sender) else None


class PersonSignalForm(SignalForm):
    """About one person or family. First: does this person know?"""

    kind = SignalKind.INDIVIDUAL
    knows = RadioChoice(
        label=_("Weet deze persoon dat u dit doorgeeft?"),
        choices=YES_NO,
        initial="no",
        error_messages={"required": _("Kies of die persoon het weet.")},
    )
    words = words_field(_("Wat ziet u?"), _("Schrijf op wat u zag of hoorde, niet wat u denkt."))
    about_name = forms.CharField(
        label=_("Om wie gaat het?"),
        help_text=_("Alleen als deze persoon het weet. Een voornaam is genoeg."),
        max_length=120,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    about_reach = forms.CharField(
        label=_("Hoe kunnen wij deze persoon bereiken?"),
        help_text=_("Bijvoorbeeld: een telefoonnummer, of 'komt elke woensdag hier'."),
        max_length=200,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("knows") == "no":
            for name in ("about_name", "about_reach"):
                if data.get(name):
                    words = _("Haal dit weg: deze persoon weet het nog niet.")
                    self.add_error(name, words)
        return data

    def row(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "person_knows": data["knows"] == "yes",
            "words": data["words"],
            "about_name": data["about_name"],
            "about_reach": data["about_reach"],
        }


class AreaSignalForm(SignalForm):
    """About the neighbourhood: what, where, how many, since when. No names."""

    kind = SignalKind.COLLECTIVE
    words = words_field(_("Wat ziet u in de buurt?"), _("Schrijf geen namen op."))
    life_domain = forms.ChoiceField(
        label=_("Waar heeft het mee te maken?"),
        choices=[("", _("kies een leefgebied")), *LifeDomain.choices],
        error_messages={"required": _("Kies een leefgebied.")},
    )
    neighbourhood = forms.ModelChoiceField(
        label=_("In welke wijk?"),
        queryset=Neighbourhood.objects.all(),
        to_field_name="code",
        empty_label=_("kies een wijk"),
        error_messages={"required": _("Kies een wijk.")},
    )
    how_many = forms.IntegerField(
        label=_("Om hoeveel mensen gaat het ongeveer?"),
        min_value=1,
        max_value=1_000_000,
        required=False,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": _("Vul een getal in, bijvoorbeeld 10.")},
    )
    since = forms.CharField(
        label=_("Sinds wanneer ziet u dit?"),
        help_text=_("Bijvoorbeeld: sinds de zomer."),
        max_length=80,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def row(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "key"}
