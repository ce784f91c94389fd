"""Input of the privacy officer's pages, and of the resident who asks why someone looked."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteam.choices import Role
from wijkteam.forms import Form
from wijkteam.models import AccessLog, AccessQuestion, User
from wijkteam.models.access import AccessLogQuerySet

DAYS_SHOWN = 30


class DayField(forms.DateField):
    """A day in one line, for people who search all day: 3-11-2026 or 2026-11-03."""

    input_formats = ["%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y", "%d %m %Y"]
    default_error_messages = {"invalid": _("Vul een datum in, bijvoorbeeld 3-11-2026.")}

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput({"autocomplete": "off", "inputmode": "numeric"})
        super().__init__(required=False, widget=widget, **kwargs)

    def to_python(self, value: Any) -> date | None:
        day = super().to_python(value)
        if day and not 2000 <= day.year <= 2200:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return day


class AccessFilter(Form):
    """Which rows of the access log; stands in the address, so that it can be kept and shared."""

    mark_optional = False
    van = DayField(label=_("Van"))
    tot = DayField(label=_("Tot en met"))
    wie = forms.CharField(
        label=_("Wie keek"),
        required=False,
        max_length=120,
        help_text=_("De naam van een collega. Een bewoner vindt u met de code van het gezin."),
    )
    gezin = forms.UUIDField(
        label=_("Gezin of verzoek"),
        required=False,
        help_text=_("De code uit de lijst of uit een vraag."),
        error_messages={"invalid": _("Dit is geen code van een gezin of verzoek.")},
    )
    handeling = forms.CharField(
        label=_("Wat gebeurde er"),
        required=False,
        max_length=20,
        help_text=_("Bijvoorbeeld bekeken, geprint of gedownload."),
    )
    rol = forms.ChoiceField(
        label=_("Rol"), required=False, choices=[("", _("Alle rollen")), *Role.choices]
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        since, until = data.get("van"), data.get("tot")
        if since and until and until < since:
            self.add_error("tot", _("Deze dag ligt voor de eerste dag."))
        return data

    def since(self) -> date | None:
        """Without a day or a family: the last month, so that a search by name stays quick."""
        data = self.cleaned_data
        if data["van"] or data["gezin"]:
            return data["van"]
        return (data["tot"] or timezone.localdate()) - timedelta(days=DAYS_SHOWN)

    def rows(self, user: User) -> AccessLogQuerySet:
        """The rows that were asked for, newest first; none while the question is unclear."""
        if not self.is_valid():
            return AccessLog.objects.none()
        data, since = self.cleaned_data, self.since()
        rows = AccessLog.objects.visible_to(user).order_by("-at", "-pk")
        if since:
            rows = rows.filter(at__gte=_midnight(since))
        if data["tot"]:
            rows = rows.filter(at__lt=_midnight(data["tot"] + timedelta(days=1)))
        if data["gezin"]:
            rows = rows.filter(Q(household_id=data["gezin"]) | Q(request_id=data["gezin"]))
        if data["wie"]:
            rows = rows.by_name(data["wie"])
        if data["rol"]:
            rows = rows.filter(role=data["rol"])
        return rows.filter(act__istartswith=data["handeling"]) if data["handeling"] else rows

    def in_use(self) -> bool:
        return any(self.data.get(name) for name in self.fields)

    def in_words(self) -> str:
        """What was searched for, for the log of who looked in the log."""
        if not self.is_valid():
            return ""
        chosen = {name: value for name, value in self.cleaned_data.items() if value}
        return ", ".join(f"{name}: {value}" for name, value in chosen.items())[:300]


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


class WhyForm(Form):
    words = forms.CharField(
        label=_("Wat wilt u weten?"),
        required=False,
        max_length=1000,
        help_text=_("U hoeft niets te typen. Dan vragen wij gewoon waarom deze persoon keek."),
        widget=forms.Textarea({"rows": 4}),
    )

    def save(self, row: AccessLog, by: User) -> AccessQuestion:
        return AccessQuestion.ask(row, by, self.cleaned_data["words"])


class AnswerForm(Form):
    words = forms.CharField(
        label=_("Uw antwoord aan de bewoner"),
        max_length=2000,
        help_text=_("Leg in gewone taal uit waarom deze persoon keek. De bewoner leest dit."),
        error_messages={"required": _("Schrijf een antwoord.")},
        widget=forms.Textarea({"rows": 8}),
    )

    def save(self, question: AccessQuestion, by: User) -> bool:
        return question.answer(by, self.cleaned_data["words"])
