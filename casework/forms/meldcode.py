"""The steps of the meldcode, and who reads them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.choices import MeldcodeDecision, MeldcodeStepKind
from casework.forms.base import words_field
from casework.forms.invite import PersonChoice
from casework.models import CaseFile, Meldcode, Seat
from wijkteam.forms import Form, RadioChoice
from wijkteam.models import User

FACTS = _("Schrijf feiten op. Zeg erbij wat een vermoeden is, en van wie.")


class BeginForm(Form):
    """Step one."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    words = words_field(
        _("Welke signalen zijn er?"),
        rows=6,
        help_text=FACTS,
        error_messages={"required": _("Schrijf op welke signalen er zijn.")},
    )

    def save(self, case_file: CaseFile, seat: Seat) -> Meldcode:
        data = self.cleaned_data
        return Meldcode.begin(case_file, seat, data["words"], data["key"])


class StepForm(Form):
    key = forms.UUIDField(widget=forms.HiddenInput)
    kind = RadioChoice(
        label=_("Welke stap?"), choices=MeldcodeStepKind.choices, initial=MeldcodeStepKind.CONSULT
    )
    words = words_field(
        _("Wat deed u, en wat hoorde u?"),
        rows=6,
        help_text=FACTS,
        error_messages={"required": _("Schrijf op wat u deed.")},
    )
    decision = forms.ChoiceField(
        label=_("Bij stap 5: wat besloot u?"),
        choices=[("", _("nog geen beslissing")), *MeldcodeDecision.choices],
        widget=forms.RadioSelect,
        required=False,
    )
    withheld = forms.CharField(
        label=_("Mag het gezin nog niet horen dat iemand in nood keek? Schrijf op waarom."),
        help_text=_("Leeg: het gezin ziet het gewoon. Dit geldt tot de volgende stap."),
        max_length=300,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        decides = data.get("kind") == MeldcodeStepKind.DECIDE
        if decides and not data.get("decision"):
            self.add_error("decision", _("Kies bij stap 5 wat u besloot."))
        if not decides and data.get("decision"):
            self.add_error("kind", _("U koos een beslissing. Kies dan stap 5."))
        return data

    def save(self, meldcode: Meldcode, by: User) -> None:
        data = self.cleaned_data
        meldcode.take_step(
            by, data["kind"], data["words"], data["key"], data["decision"], data["withheld"]
        )


class NameForm(Form):
    """Someone who sits at this table and does not read it yet."""

    user = PersonChoice(
        User.objects.none(),
        label=_("Wie leest er mee?"),
        empty_label=_("kies iemand van deze tafel"),
        error_messages={"required": _("Kies iemand.")},
    )

    def __init__(self, *args: Any, meldcode: Meldcode, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meldcode = meldcode
        # The coordinator reads it already.
        seats = meldcode.case_file.seats.open().filter(user__isnull=False, is_coordinator=False)
        named = meldcode.members.values("user_id")
        self.fields["user"].queryset = (  # type: ignore[attr-defined]
            User.objects.filter(pk__in=seats.values("user_id"))
            .exclude(pk__in=named)
            .order_by("name")
        )

    def save(self, by: User) -> None:
        self.meldcode.add_member(self.cleaned_data["user"], by)
