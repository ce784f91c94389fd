"""Everything that we know of a place, and what to do when two people change it at once."""

import re
from typing import Any

from crispy_forms.layout import Field, Fieldset, Layout, Row
from django import forms
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.choices import (
    PEOPLE_KINDS,
    Formality,
    PublicField,
    SpokenLanguage,
    VindplaatsKind,
)
from network.models import Vindplaats
from network.querysets import who_can_hold
from wijkteam.choices import LifeDomain, Weekday
from wijkteam.forms import CheckboxChoices, ModelForm, RadioChoice

POSTCODE = re.compile(r"^[1-9][0-9]{3}[A-Z]{2}$")


class VindplaatsForm(ModelForm):
    """Everything that we know of a place. Only the name and the kind are required."""

    kind = forms.ChoiceField(label=_("Soort plek"), choices=VindplaatsKind.choices)
    formality = RadioChoice(label=_("Formeel of informeel"), choices=Formality.choices)
    life_domains = CheckboxChoices(
        label=_("Wat ziet deze plek?"), choices=LifeDomain.choices, required=False
    )
    languages = CheckboxChoices(
        label=_("Welke talen spreken ze er?"), choices=SpokenLanguage.choices, required=False
    )
    website = forms.URLField(
        label=_("Website"),
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Vul een adres in zoals https://www.buurthuis.nl.")},
    )
    open_days = CheckboxChoices(
        label=_("Op welke dagen open?"), choices=Weekday.choices, required=False
    )
    public_fields = CheckboxChoices(
        label=_("Wat mag er dan te zien zijn?"),
        choices=PublicField.choices,
        required=False,
        help_text=_("De naam, de soort plek en de wijk staan er altijd. Vraag de plek wat mag."),
    )
    postcode = forms.CharField(
        label=_("Postcode"),
        max_length=10,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Vindplaats
        fields = [
            "name", "kind", "formality", "organisation", "neighbourhoods", "address", "postcode",
            "latitude", "longitude", "opening_hours", "reaches", "life_domains", "languages",
            "offers", "asks", "holder", "substitute", "rhythm_days", "notes", "phone", "website",
            "open_days", "is_public", "public_fields",
        ]  # fmt: skip
        localized_fields = ["latitude", "longitude"]
        widgets = {
            "name": forms.TextInput({"autocomplete": "off"}),
            "neighbourhoods": forms.CheckboxSelectMultiple,
            "address": forms.TextInput({"autocomplete": "off"}),
            "opening_hours": forms.Textarea({"rows": 2}),
            "offers": forms.Textarea({"rows": 2}),
            "asks": forms.Textarea({"rows": 2}),
            "notes": forms.Textarea({"rows": 3}),
        }
        help_texts = {
            "reaches": _("Bijvoorbeeld: ouders met jonge kinderen, mannen die alleen wonen."),
            "notes": _("Alle professionals lezen dit. Schrijf hier niets over bewoners."),
            "is_public": _("Alleen als de plek dat zelf wil."),
            "rhythm_days": _("Van 7 tot 365 dagen. Daarna vragen wij u weer langs te gaan."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = self.instance.version
        self.fields["name"].error_messages["required"] = _("Vul een naam in.")
        for name in ("holder", "substitute"):
            holders: Any = self.fields[name]
            holders.queryset = who_can_hold()
            holders.empty_label = _("nog niemand")
        organisations: Any = self.fields["organisation"]
        organisations.empty_label = _("geen organisatie")
        point = Row("latitude", "longitude")
        domains, languages = many("life_domains"), many("languages")
        self.helper.layout = Layout(
            Fieldset(_("De plek"), "name", "kind", "formality", "organisation"),
            Fieldset(_("Wanneer, en hoe te bereiken"), "opening_hours", many("open_days"),
                     Row("phone", "website")),
            Fieldset(_("Waar"), many("neighbourhoods"), "address", "postcode", point),
            Fieldset(_("Wie komt er, en wat zien ze"), "reaches", domains, languages),
            Fieldset(_("Geven en vragen"), "offers", "asks"),
            Fieldset(_("Contact houden"), "holder", "substitute", "rhythm_days", "notes"),
            Fieldset(_("Op de website"), "is_public", "public_fields"),
            "version",
        )  # fmt: skip

    def clean_postcode(self) -> str:
        postcode = re.sub(r"\s", "", self.cleaned_data["postcode"]).upper()
        if postcode and not POSTCODE.match(postcode):
            raise ValidationError(_("Vul een postcode in zoals 1311 AB."))
        return postcode

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        half = [name for name in ("latitude", "longitude") if data.get(name) is None]
        if len(half) == 1 and half[0] not in self.errors:
            self.add_error(half[0], _("Vul beide getallen in, of laat beide leeg."))
        if data.get("is_public") and data.get("kind") in PEOPLE_KINDS:
            self.add_error("is_public", _("Een plek die één persoon is, komt niet op de website."))
        if data.get("version") != self.instance.version:
            self.show_both()
        return data

    def show_both(self) -> None:
        """A colleague saved in the meantime: lay both versions side by side, lose neither."""
        for name in self.changed_data:
            if name != "version" and name not in self.errors:
                theirs = shown(self.instance, name) or _("niets")
                words = _("Een collega bewaarde net: %(theirs)s. Kies wat blijft staan.")
                self.add_error(name, words % {"theirs": theirs})
        again: Any = self.data.copy()  # type: ignore[attr-defined]
        again["version"] = self.instance.version
        self.data = again

    def save(self, commit: bool = True) -> Vindplaats:
        self.instance.version += 1
        return super().save(commit)


def many(name: str) -> Field:
    """A long list of boxes, in columns where there is room."""
    return Field(name, wrapper_class="wt-many")


def shown(entry: Vindplaats, name: str) -> str:
    """A stored value in words."""
    value = getattr(entry, name)
    choices = entry._meta.get_field(name)
    if name == "neighbourhoods":
        return ", ".join(str(one) for one in value.all())
    if isinstance(choices, ArrayField):
        labels: dict[str, Any] = dict(choices.base_field.choices or [])
        return ", ".join(str(labels.get(one, one)) for one in value)
    if isinstance(value, bool):
        return str(_("ja") if value else _("nee"))
    label = getattr(entry, f"get_{name}_display", None)
    return str(label() if label else "" if value is None else value)
