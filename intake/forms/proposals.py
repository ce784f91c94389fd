"""Two or three moments to propose, and the resident's pick."""

from datetime import datetime
from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from intake.forms.planning import MOST_DAYS_AHEAD, PlanForm
from intake.models import Proposal
from intake.models.agenda import Busy
from wijkteam.forms import DateField3, Form, RadioChoice

NUMBERS = (1, 2, 3)
NONE = "geen"


class ProposeForm(PlanForm):
    """The page of planning, with more than one moment. Two are needed, a third may be left out."""

    mark_optional = False

    class Meta:
        model = Proposal
        fields = ["place", "address", "professional", "along", "colleagues"]
        labels = PlanForm.Meta.labels

    field_order = ["place", "address", "professional", "along", "colleagues"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["instance"].planned_at = None
        super().__init__(*args, **kwargs)
        time = self.fields["time"]
        del self.fields["day"], self.fields["time"]
        rows = []
        for number in NUMBERS:
            day = DateField3(label=_("Moment %(number)s: dag") % {"number": number}, required=False)
            hour = forms.TimeField(
                label=_("Hoe laat?"),
                input_formats=time.input_formats,  # type: ignore[attr-defined]
                widget=forms.TimeInput(
                    {"inputmode": "decimal", "autocomplete": "off"}, format="%H.%M"
                ),
                error_messages=time.error_messages,
                required=False,
            )
            self.fields[f"day{number}"], self.fields[f"time{number}"] = day, hour
            rows.append(Row(f"day{number}", f"time{number}"))
        shown = [name for name in self.field_order if name in self.fields]
        self.helper.layout = Layout(*rows, *shown)

    def clean(self) -> dict[str, Any]:
        cleaned = forms.ModelForm.clean(self) or self.cleaned_data
        moments = []
        for number in NUMBERS:
            day, hour = cleaned.get(f"day{number}"), cleaned.get(f"time{number}")
            if day and hour:
                moments.append(timezone.make_aware(datetime.combine(day, hour)))
                self._check(f"day{number}", moments[-1])
            elif (day or hour) and not {f"day{number}", f"time{number}"} & set(self.errors):
                missing = "time" if day else "day"
                self.add_error(f"{missing}{number}", _("Vul de dag en de tijd allebei in."))
        if len(set(moments)) < 2 and not self.errors:
            self.add_error("day2", _("Stel ten minste twee verschillende momenten voor."))
        self.instance.moments = sorted(set(moments))
        return cleaned

    def refuse(self, reason: Busy) -> None:
        """The clash beside the moment that it is about."""
        typed = [
            timezone.make_aware(datetime.combine(day, self.cleaned_data[f"time{number}"]))
            if (day := self.cleaned_data.get(f"day{number}"))
            else None
            for number in NUMBERS
        ]
        number = typed.index(reason.asked) + 1 if reason.asked in typed else 1
        self.add_error(f"time{number}", str(reason))

    def _check(self, field: str, moment: datetime) -> None:
        if moment <= timezone.now():
            self.add_error(field, _("Dit moment is geweest."))
        elif (timezone.localdate(moment) - timezone.localdate()).days > MOST_DAYS_AHEAD:
            self.add_error(field, _("Deze dag is meer dan een jaar weg. Klopt het jaar?"))


class ChooseForm(Form):
    """One of the moments, or none of them."""

    moment = RadioChoice(
        label=_("Welk moment past u?"),
        error_messages={"required": _("Kies een moment, of kies dat niets past.")},
    )

    def __init__(
        self, *args: Any, proposal: Proposal, with_none: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        options = proposal.options()
        if with_none:
            options.append((NONE, __("Geen van deze momenten past")))
        self.fields["moment"].choices = options  # type: ignore[attr-defined]

    def picked(self) -> datetime | None:
        """The moment that was picked; None when none fits."""
        value = self.cleaned_data["moment"]
        return None if value == NONE else datetime.fromisoformat(value)
