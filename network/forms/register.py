"""Finding a place, and adding one from a name."""

import uuid
from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from network.choices import Formality, VindplaatsKind
from network.forms.base import ListFilter, OnceForm, shown_until, wijk_field
from network.models import Vindplaats
from network.querysets import VindplaatsQuerySet
from wijkteam.choices import LifeDomain
from wijkteam.forms import search_field
from wijkteam.models import Neighbourhood, User

ANY = ("", _("alles"))


class RegisterFilter(ListFilter):
    """Which places."""

    zoek = search_field(_("Zoek op naam, straat of wie er komt"))
    wijk = wijk_field()
    soort = forms.ChoiceField(
        label=_("Formeel of informeel"), choices=[ANY, *Formality.choices], required=False
    )
    leefgebied = forms.ChoiceField(
        label=_("Leefgebied"), choices=[ANY, *LifeDomain.choices], required=False
    )
    wie = forms.ChoiceField(
        label=_("Wie houdt contact"),
        choices=[ANY, ("ik", _("ik")), ("niemand", _("nog niemand"))],
        required=False,
    )
    tot = shown_until()
    gestopt = forms.BooleanField(widget=forms.HiddenInput, required=False)

    def narrow(self, places: VindplaatsQuerySet, user: User) -> VindplaatsQuerySet:
        """The places that fit."""
        asked = self.asked()
        places = places.shown_until(asked.get("tot"))
        places = places.retired() if "gestopt" in asked else places.in_use()
        if "wijk" in asked:
            places = places.in_neighbourhood(asked["wijk"].code)
        if "soort" in asked:
            places = places.formal() if asked["soort"] == Formality.FORMAL else places.informal()
        if "leefgebied" in asked:
            places = places.in_domain(asked["leefgebied"])
        if "wie" in asked:
            places = places.filter(holder=user if asked["wie"] == "ik" else None)
        return places.search(asked.get("zoek", ""))


class VindplaatsAddForm(OnceForm):
    """A name is enough; the rest can come later."""

    name = forms.CharField(
        label=_("Hoe heet de plek of de persoon?"),
        max_length=120,
        widget=forms.TextInput(
            {
                "autocomplete": "off",
                "hx-get": reverse_lazy("vindplaatsen_alike"),
                "hx-trigger": "input changed delay:400ms",
                "hx-target": "#lijkt-op",
            }
        ),
        error_messages={"required": _("Vul een naam in.")},
    )
    kind = forms.ChoiceField(
        label=_("Wat voor plek is het?"),
        choices=[("", _("weet ik nog niet")), *VindplaatsKind.choices],
        required=False,
    )
    wijk = forms.ModelChoiceField(
        label=_("In welke wijk?"),
        queryset=Neighbourhood.objects.all(),
        to_field_name="code",
        required=False,
        empty_label=_("weet ik nog niet"),
    )
    another = forms.BooleanField(label=_("Het is echt een andere plek"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lookalikes: list[Vindplaats] = []
        if not self.is_bound:
            del self.fields["another"]

    def clean(self) -> dict[str, Any]:
        """An entry with much the same name asks first whether it is another place."""
        data = self.cleaned_data
        same = Vindplaats.objects.alike(data.get("name", ""))
        self.lookalikes = list(same.exclude(pk=data.get("key"))[:5])
        if self.lookalikes and not data["another"]:
            words = _("Er staat al zo een plek. Is het een andere? Kruis dat dan aan.")
            self.add_error("another", words)
        if not self.lookalikes:
            del self.fields["another"]
        return data

    def save(self, by: User) -> uuid.UUID:
        data = self.cleaned_data
        kind = data["kind"] or VindplaatsKind.OTHER
        Vindplaats.add(by, data["key"], data["name"], kind, data["wijk"])
        return data["key"]
