"""Asking something about the own data, and answering it."""

from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from casework.choices import RightKind, RightOutcome
from casework.forms.base import words_field
from casework.models import CaseFile, RightsRequest
from wijkteam.forms import Form, RadioChoice
from wijkteam.models import User


class AskRight(Form):
    depends = ("words",)
    key = forms.UUIDField(widget=forms.HiddenInput)
    kind = RadioChoice(label=_("Wat wilt u?"), choices=RightKind.choices)
    words = words_field(
        _("Vertel het in uw eigen woorden"),
        required=False,
        max_length=2000,
        help_text=_("Bijvoorbeeld: over welke tekst gaat het, of met wie wij niet mogen delen."),
    )
    case_file = forms.ModelChoiceField(
        CaseFile.objects.none(), label=_("Over welk plan gaat het?"), required=False,
        empty_label=_("over alles"),
    )  # fmt: skip

    def __init__(self, *args: Any, plans: list[CaseFile], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plans = plans
        found = CaseFile.objects.filter(pk__in=[plan.pk for plan in plans])
        self.fields["case_file"].queryset = found.select_related("household")  # type: ignore[attr-defined]
        if len(plans) < 2:
            del self.fields["case_file"]
        self.helper.layout = Layout("key", *[f for f in self.fields if f != "key"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        needs_words = {RightKind.CORRECT, RightKind.OBJECT}
        if data.get("kind") in needs_words and not data.get("words"):
            self.add_error("words", _("Schrijf kort op waar het over gaat. Eén zin is genoeg."))
        return data

    def save(self, by: User) -> RightsRequest:
        data = self.cleaned_data
        one = self.plans[0] if len(self.plans) == 1 else data.get("case_file")
        kind, words, key = data["kind"], data["words"], data["key"]
        if one is None and self.plans and kind in (RightKind.ERASE, RightKind.RESTRICT):
            return RightsRequest.ask_of_each(by, kind, words, self.plans, key)
        return RightsRequest.ask(by, kind, words, one, key)


class AnswerRight(Form):
    outcome = RadioChoice(label=_("Wat is er gedaan?"), choices=RightOutcome.choices)
    words = words_field(
        _("Uw antwoord aan de bewoner"),
        rows=8,
        max_length=4000,
        help_text=_("In gewone taal. Bij een nee: waarom niet, en waar de bewoner heen kan."),
        error_messages={"required": _("Schrijf een antwoord.")},
    )

    def save(self, request: RightsRequest, by: User) -> None:
        request.answer(by, self.cleaned_data["outcome"], self.cleaned_data["words"])


class LiftRight(Form):
    words = words_field(
        _("Waarom mogen de gegevens weer gebruikt worden?"),
        max_length=2000,
        help_text=_("Vertel het de bewoner eerst zelf. De bewoner leest ook wat u hier schrijft."),
        error_messages={"required": _("Schrijf op waarom het weer mag.")},
    )

    def save(self, request: RightsRequest, by: User) -> None:
        request.lift(by, self.cleaned_data["words"])


class ExtendRight(Form):
    words = words_field(
        _("Waarom duurt het langer?"),
        max_length=2000,
        help_text=_("Twee maanden erbij kan één keer. De bewoner leest deze reden."),
        error_messages={"required": _("Schrijf op waarom het langer duurt.")},
    )

    def save(self, request: RightsRequest) -> None:
        request.extend(self.cleaned_data["words"])
