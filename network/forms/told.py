"""A signal that was told to us: by phone, at a visit, or at a gathering."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.choices import SignalRoute
from network.forms.base import OnceForm
from network.forms.signals import AreaSignalForm, PersonSignalForm, SignalForm
from network.models import Gathering, Signal, SignalStep, VindplaatsContact
from network.querysets import ContactQuerySet
from wijkteam.models import User


class ToldForm(SignalForm):
    """Somebody of ours writes it down in the name of whoever told it."""

    contact = forms.ModelChoiceField(
        VindplaatsContact.objects.none(),
        label=_("Van wie hoorde u dit?"),
        help_text=_("Deze persoon hoort van ons wat ervan kwam."),
        empty_label=_("kies wie"),
        error_messages={"required": _("Kies van wie u dit hoorde.")},
    )

    def __init__(self, contacts: ContactQuerySet, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        who: Any = self.fields["contact"]
        who.queryset = contacts.select_related("vindplaats")
        who.label_from_instance = lambda one: f"{one.name}, {one.vindplaats.name}"
        self.order_fields(["contact"])

    def note(self, by: User, gathering: Gathering | None = None) -> Signal:
        sender: VindplaatsContact = self.cleaned_data["contact"]
        route = SignalRoute.GATHERING if gathering else SignalRoute.PHONE
        signal = Signal(
            pk=self.cleaned_data["key"],
            contact=sender,
            vindplaats=sender.vindplaats,
            kind=self.kind,
            route=route,
            noted_by=by,
            gathering=gathering,
            **self.row(),
        )
        signal.send()
        return signal


class ToldPersonForm(ToldForm, PersonSignalForm):
    """About one person or family."""


class ToldAreaForm(ToldForm, AreaSignalForm):
    """About the neighbourhood."""

    def row(self) -> dict[str, Any]:
        return {name: value for name, value in super().row().items() if name != "contact"}


TOLD: dict[str, type[ToldForm]] = {"persoon": ToldPersonForm, "buurt": ToldAreaForm}


class StepForm(OnceForm):
    """What we do about a signal of the neighbourhood."""

    words = forms.CharField(
        label=_("Wat doen we eraan?"),
        help_text=_("De plek die het doorgaf, leest dit. Schrijf geen namen van bewoners op."),
        max_length=500,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": _("Schrijf in één of twee zinnen wat we doen.")},
    )

    def save(self, signal: Signal, by: User) -> None:
        key: uuid.UUID = self.cleaned_data["key"]
        SignalStep(pk=key, signal=signal, by=by, words=self.cleaned_data["words"]).take()
