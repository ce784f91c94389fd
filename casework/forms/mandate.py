"""What the table may not decide: putting it to someone, and the answer."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.choices import MandateAnswer
from casework.forms.base import CaseForm, words_field
from casework.forms.trying import domain_field, not_past
from casework.models import Difference, MandateQuestion, Seat
from casework.models.mandate import answer_by
from casework.querysets import readers
from wijkteam.forms import DateField3, RadioChoice


class EuroField(forms.DecimalField):
    """An amount as people write it: 1.250, 1250,50 or € 1.250,50."""

    widget = forms.TextInput({"inputmode": "decimal", "autocomplete": "off"})

    def __init__(self, **kwargs: Any) -> None:
        wrong = _("Vul een bedrag in, bijvoorbeeld 1250 of 1.250,50.")
        errors = {"invalid": wrong, "min_value": _("Vul een bedrag boven de nul in."),
                  "max_digits": wrong, "max_decimal_places": wrong,
                  "max_whole_digits": wrong}  # fmt: skip
        super().__init__(max_digits=9, decimal_places=2, min_value=Decimal("0.01"),
                         error_messages=errors, **kwargs)  # fmt: skip

    def to_python(self, value: Any) -> Any:
        text = re.sub(r"[€\s]", "", str(value or "")).removesuffix(",-")
        if "," in text or re.fullmatch(r"\d{1,3}(\.\d{3})+", text):
            text = text.replace(".", "").replace(",", ".")
        return super().to_python(text)


class MandateForm(CaseForm):
    """A decision that someone else has to take."""

    makes = MandateQuestion
    words = forms.CharField(
        label=_("Wat moet er beslist worden?"),
        max_length=300,
        error_messages={"required": _("Schrijf op wat er beslist moet worden.")},
    )
    asked_to = forms.CharField(
        label=_("Aan wie vraagt u het?"),
        max_length=120,
        required=False,
        help_text=_("Bijvoorbeeld: gemeente, afdeling inkomen. Nog niet bekend? Dan vult u dit"
                    " later aan, en loopt de klok vanaf die dag."),
    )  # fmt: skip
    amount = EuroField(label=_("Gaat het om geld? Hoeveel euro?"), required=False)
    holder = forms.ModelChoiceField(
        Seat.objects.none(), label=_("Wie houdt dit in de gaten?"), empty_label=None,
        required=False,
        error_messages={"invalid_choice": _("Deze persoon zit niet meer aan tafel.")},
    )  # fmt: skip
    due = DateField3(
        label=_("Wanneer moet het antwoord er zijn?"), validators=[not_past], initial=answer_by,
        required=False,
    )  # fmt: skip
    difference = forms.ModelChoiceField(
        Difference.objects.none(), label=_("Hoort dit bij een verschil van inzicht?"),
        required=False, empty_label=_("nee"),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        limit = f"{self.case_file.team.may_decide_up_to:.2f}".replace(".", ",")
        self.fields["amount"].help_text = (
            _("Tot en met € %(limit)s beslist deze tafel zelf.") % {"limit": limit}
        )  # fmt: skip
        self.fields["asked_to"].initial = self.case_file.team.asks_decisions_of
        seats = self.case_file.seats.taken().filter(user__isnull=False)
        self.fields["holder"].queryset = seats  # type: ignore[attr-defined]
        self.fields["holder"].initial = self.standing.seat
        open_now = self.case_file.differences.writable_by(self.by).still_open()
        self.fields["difference"].queryset = open_now  # type: ignore[attr-defined]
        if not open_now.exists():
            del self.fields["difference"]
        self.fields["life_domain"] = domain_field(self)

    def clean(self) -> dict[str, Any]:
        """Whoever keeps an eye on it reads it too."""
        data = super().clean() or self.cleaned_data
        difference, holder = data.get("difference"), data.get("holder")
        domain = difference.life_domain if difference else data.get("life_domain") or ""
        if holder and holder.user_id not in readers(self.case_file.pk, domain):
            self.add_error("holder", _("Deze persoon leest dit niet mee. Kies iemand anders."))
        return data

    def save(self) -> None:
        data = self.cleaned_data
        names = ("words", "asked_to", "amount", "holder", "due", "difference", "life_domain")
        values = {name: data.get(name) for name in names}
        values["holder"] = values["holder"] or self.seat
        question = MandateQuestion(id=data["key"], case_file=self.case_file, **values)
        question.asked_by = self.seat
        question.ask()


class MandatePutForm(CaseForm):
    """To whom it is put after all; or it is not needed any more."""

    asked_to = forms.CharField(
        label=_("Aan wie vraagt u het?"),
        max_length=120,
        required=False,
        help_text=_("Bijvoorbeeld: gemeente, afdeling inkomen."),
    )
    due = DateField3(
        label=_("Wanneer moet het antwoord er zijn?"), validators=[not_past], initial=answer_by,
        required=False,
    )  # fmt: skip
    not_needed = forms.BooleanField(label=_("Deze vraag is niet meer nodig"), required=False)

    def __init__(self, *args: Any, question: MandateQuestion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question = question

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not data.get("asked_to") and not data.get("not_needed"):
            self.add_error("asked_to", _("Schrijf op aan wie u het vraagt."))
        return data

    def save(self) -> None:
        data = self.cleaned_data
        if data["not_needed"]:
            self.question.settle(self.seat, MandateAnswer.TAKEN_BACK, "")
        else:
            self.question.put_to(data["asked_to"], data["due"])


class MandateAnswerForm(CaseForm):
    answer = RadioChoice(label=_("Wat is het antwoord?"), choices=MandateAnswer.choices)
    words = words_field(_("Wat is er beslist, en door wie?"), rows=3, required=False,
                        max_length=1000)  # fmt: skip

    def __init__(self, *args: Any, question: MandateQuestion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question = question

    def save(self) -> None:
        self.question.settle(self.seat, self.cleaned_data["answer"], self.cleaned_data["words"])
