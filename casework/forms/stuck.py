"""Where the table is stuck."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.choices import StuckKind
from casework.forms.base import CaseForm, words_field
from casework.forms.trying import domain_field, not_past
from casework.models import ForwardedStuckPoint, StuckPoint
from casework.models.stuck_points import MOST_WORDS
from wijkteam.forms import DateField3, Form, RadioChoice
from wijkteam.models import User

DAYS_TO_REPLY = 28


class StuckForm(CaseForm):
    """Two lines, without a name."""

    makes = StuckPoint
    first = "words"
    words = words_field(
        _("Waar loopt het vast? Twee regels, zonder namen."),
        rows=2,
        max_length=MOST_WORDS,
        help_text=_("Dit gaat naar buiten. Schrijf niet wie het is of waar het is."),
        error_messages={"required": _("Schrijf in twee regels waar het vastloopt.")},
    )
    kind = RadioChoice(
        label=_("Wat zit er in de weg?"), choices=StuckKind.choices, required=False,
        initial=StuckKind.OTHER, help_text=_("Wie meeleest, kan dit nog veranderen."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["life_domain"] = domain_field(self)
        self.fields["life_domain"].help_text = _("Dit blijft in het dossier.")

    def save(self) -> None:
        data = self.cleaned_data
        data["kind"] = data["kind"] or StuckKind.OTHER
        StuckPoint(
            id=data["key"],
            case_file=self.case_file,
            written_by=self.seat,
            **{name: data[name] for name in ("kind", "words", "life_domain")},
        ).write()


class SignForm(CaseForm):
    """Read by a second pair of eyes, which may know better what is in the way."""

    kind = RadioChoice(label=_("Wat zit er in de weg?"), choices=StuckKind.choices, required=False)

    def __init__(self, *args: Any, stuck: StuckPoint, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stuck = stuck
        self.fields["kind"].initial = stuck.kind

    def save(self) -> None:
        self.stuck.sign(self.seat, self.cleaned_data["kind"])


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
