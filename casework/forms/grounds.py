"""Why something may be shared with an organisation. What the law asks is asked where it is
recorded: what for, and whose yes or which law. Before that nothing is shared."""

from typing import Any

from crispy_forms.bootstrap import InlineCheckboxes
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from casework.choices import GivenHow, GroundKind
from casework.forms.base import CaseForm
from casework.models import Person, Seat, SharingGround
from wijkteam.choices import LifeDomain
from wijkteam.forms import CheckboxChoices, RadioChoice
from wijkteam.models import Organisation


class GroundFields(CaseForm):
    """Life domains, what for, and why that is allowed."""

    depends = ("domains", "purpose", "given_by", "law")
    domains = CheckboxChoices(
        label=_("Voor welke leefgebieden?"),
        help_text=_("Deze persoon leest alleen wat bij deze leefgebieden hoort."),
        choices=LifeDomain.choices,
        required=False,
    )
    kind = RadioChoice(label=_("Waarom mag dit gedeeld worden?"), choices=GroundKind.choices)
    purpose = forms.CharField(
        label=_("Waarvoor is het nodig?"),
        help_text=_("De bewoner leest dit mee."),
        max_length=200,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    given_by = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Wie zei ja?"),
        required=False,
        empty_label=_("kies wie ja zei"),
    )
    also_given_by = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Wie zei nog meer ja?"),
        help_text=_("Bij een kind van 12 tot en met 15 zeggen het kind en een ouder allebei ja."),
        required=False,
        empty_label=_("niemand anders"),
    )
    about = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Over wie gaat het?"),
        required=False,
        empty_label=_("het hele gezin"),
    )
    given_how = RadioChoice(
        label=_("Hoe?"),
        choices=[(GivenHow.TABLE.value, GivenHow.TABLE.label),
                 (GivenHow.PAPER.value, GivenHow.PAPER.label)],
        initial=GivenHow.TABLE,
        required=False,
    )  # fmt: skip
    law = forms.CharField(
        label=_("Welke wet en welk artikel?"),
        max_length=120,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        grown_up = list(self.case_file.household.grown_up())
        for name in ("given_by", "also_given_by"):
            self.fields[name].queryset = self.case_file.household.grown_up()  # type: ignore[attr-defined]
        if len(grown_up) == 1:
            self.fields["given_by"].initial = grown_up[0]
        self.fields["about"].queryset = self.case_file.household.people()  # type: ignore[attr-defined]

    def arrange(self) -> None:
        self.helper.layout = Layout(
            InlineCheckboxes("domains"), "kind", "about", "purpose",
            Fieldset(_("Zei de bewoner ja?"), "given_by", "also_given_by", "given_how",
                     css_class="wt-section"),
            Fieldset(_("Is het een wettelijke taak?"), "law", css_class="wt-section"),
        )  # fmt: skip

    def ask_what_the_law_asks(self, data: dict[str, Any]) -> None:
        kind = data.get("kind")
        if not data.get("domains"):
            self.add_error("domains", _("Kies ten minste één leefgebied."))
        if not data.get("purpose"):
            self.add_error("purpose", _("Schrijf op waarvoor het nodig is. De bewoner leest dit."))
        if kind == GroundKind.CONSENT and not data.get("given_by"):
            self.add_error("given_by", _("Kies wie van het gezin ja zei."))
        if kind == GroundKind.TASK and not data.get("law"):
            self.add_error("law", _("Schrijf op welke wet, en welk artikel."))

    def ground_with(self, organisation: Organisation) -> SharingGround:
        data = self.cleaned_data
        is_consent = data["kind"] == GroundKind.CONSENT
        return SharingGround(
            case_file=self.case_file,
            kind=data["kind"],
            organisation=organisation,
            domains=data["domains"],
            purpose=data["purpose"],
            law=data["law"] if data["kind"] == GroundKind.TASK else "",
            about=data["about"],
            given_by=data["given_by"] if is_consent else None,
            also_given_by=data["also_given_by"] if is_consent else None,
            given_how=data["given_how"] or GivenHow.TABLE,
            recorded_by=self.by,
        )


class SeatGroundForm(GroundFields):
    """For somebody who sits here and reads nothing yet: why it may be shared after all."""

    makes = SharingGround

    def __init__(self, *args: Any, sits: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sits = sits
        self.fields["domains"].initial = sits.domains
        self.arrange()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("kind"):
            self.ask_what_the_law_asks(data)
        return data

    def save(self) -> None:
        assert self.sits.user
        assert self.sits.user.organisation
        ground = self.ground_with(self.sits.user.organisation)
        ground.pk = self.cleaned_data["key"]
        ground.give_for(self.sits)
