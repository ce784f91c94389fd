"""What the table may not decide, and where it is stuck."""

import re
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.choices import MandateAnswer, StuckKind
from casework.forms.base import CaseForm, words_field
from casework.forms.trying import domain_field, not_past
from casework.models import Difference, ForwardedStuckPoint, MandateQuestion, Seat, StuckPoint
from casework.models.mandate import answer_by
from casework.models.stuck_points import MOST_WORDS
from wijkteam.forms import DateField3, Form, RadioChoice
from wijkteam.models import User

DAYS_TO_REPLY = 28


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
        help_text=_("Bijvoorbeeld: gemeente, afdeling inkomen."),
        error_messages={"required": _("Schrijf op aan wie u het vraagt.")},
    )
    amount = EuroField(label=_("Gaat het om geld? Hoeveel euro?"), required=False)
    holder = forms.ModelChoiceField(
        Seat.objects.none(), label=_("Wie houdt dit in de gaten?"), empty_label=None,
        error_messages={"required": _("Kies wie dit in de gaten houdt."),
                        "invalid_choice": _("Deze persoon zit niet meer aan tafel.")},
    )  # fmt: skip
    due = DateField3(
        label=_("Wanneer moet het antwoord er zijn?"), validators=[not_past], initial=answer_by
    )
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
        seats = self.case_file.seats.open().filter(user__isnull=False)
        self.fields["holder"].queryset = seats  # type: ignore[attr-defined]
        self.fields["holder"].initial = self.standing.seat
        open_now = self.case_file.differences.writable_by(self.by).still_open()
        self.fields["difference"].queryset = open_now  # type: ignore[attr-defined]
        if not open_now.exists():
            del self.fields["difference"]
        self.fields["life_domain"] = domain_field(self)

    def save(self) -> None:
        data = self.cleaned_data
        names = ("words", "asked_to", "amount", "holder", "due", "difference", "life_domain")
        values = {name: data.get(name) for name in names}
        question = MandateQuestion(id=data["key"], case_file=self.case_file, **values)
        question.asked_by = self.seat
        question.ask()


class MandateAnswerForm(CaseForm):
    answer = RadioChoice(label=_("Wat is het antwoord?"), choices=MandateAnswer.choices)
    words = words_field(_("Wat is er beslist, en door wie?"), rows=3, required=False,
                        max_length=1000)  # fmt: skip

    def __init__(self, *args: Any, question: MandateQuestion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question = question

    def save(self) -> None:
        self.question.settle(self.seat, self.cleaned_data["answer"], self.cleaned_data["words"])


class StuckForm(CaseForm):
    """Two lines, without a name."""

    makes = StuckPoint
    kind = RadioChoice(label=_("Wat zit er in de weg?"), choices=StuckKind.choices)
    words = words_field(
        _("Waar loopt het vast? Twee regels, zonder namen."),
        rows=2,
        max_length=MOST_WORDS,
        help_text=_("Dit gaat naar buiten. Schrijf niet wie het is of waar het is."),
        error_messages={"required": _("Schrijf in twee regels waar het vastloopt.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["life_domain"] = domain_field(self)
        self.fields["life_domain"].help_text = _("Dit blijft in het dossier.")

    def save(self) -> None:
        data = self.cleaned_data
        StuckPoint(
            id=data["key"],
            case_file=self.case_file,
            written_by=self.seat,
            **{name: data[name] for name in ("kind", "words", "life_domain")},
        ).write()


class SignForm(CaseForm):
    """Read by a second pair of eyes."""

    def __init__(self, *args: Any, stuck: StuckPoint, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stuck = stuck

    def save(self) -> None:
        self.stuck.sign(self.seat)


class ForwardForm(Form):
    """To whom it goes, and when the answer should be there."""

    asked_to = forms.CharField(
        label=_("Van wie vragen we antwoord?"),
        max_length=120,
        help_text=_("Bijvoorbeeld: afdeling Wmo, of de wethouder."),
        error_messages={"required": _("Schrijf op van wie u antwoord vraagt.")},
    )
    due = DateField3(
        label=_("Wanneer moet het antwoord er zijn?"),
        validators=[not_past],
        initial=lambda: timezone.localdate() + timedelta(days=DAYS_TO_REPLY),
    )

    def save(self, stuck: ForwardedStuckPoint, by: User) -> None:
        stuck.forward(by, self.cleaned_data["asked_to"], self.cleaned_data["due"])


class ReplyForm(Form):
    words = words_field(
        _("Uw antwoord"),
        rows=4,
        max_length=1000,
        help_text=_("Het gaat naar het wijkteam en naar de tafel waar het vastliep."),
        error_messages={"required": _("Schrijf uw antwoord op.")},
    )

    def save(self, stuck: ForwardedStuckPoint, by: User) -> None:
        stuck.answer(by, self.cleaned_data["words"])
