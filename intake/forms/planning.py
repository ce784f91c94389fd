"""Putting a conversation on the calendar, and taking it off again."""

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake.forms.team import PLACES
from intake.models import Conversation
from intake.models.agenda import Busy
from wijkteam.choices import Role
from wijkteam.forms import CheckboxChoices, DateField3, Form, ModelForm, RadioChoice
from wijkteam.models import User

MOST_DAYS_AHEAD = 366


class PlanForm(ModelForm):
    """A date, a time and a place. What the resident wished is filled in already."""

    day = DateField3(label=_("Welke dag?"))
    time = forms.TimeField(
        label=_("Hoe laat?"),
        input_formats=["%H.%M", "%H:%M", "%H:%M:%S", "%H", "%H%M"],
        help_text=_("Bijvoorbeeld 10.30."),
        widget=forms.TimeInput({"inputmode": "decimal", "autocomplete": "off"}, format="%H.%M"),
        error_messages={
            "required": _("Vul een tijd in, bijvoorbeeld 10.30."),
            "invalid": _("Deze tijd klopt niet. Schrijf bijvoorbeeld 10.30."),
        },
    )
    place = RadioChoice(label=_("Waar?"), choices=PLACES, required=False)
    professional = forms.ModelChoiceField(
        User.objects.none(), label=_("Wie van ons gaat?"), empty_label=None
    )

    along = CheckboxChoices(
        label=_("Welke collega's gaan mee?"),
        required=False,
        help_text=_("Het gesprek komt ook op hun dag en in hun agenda."),
    )

    field_order = [
        "day", "time", "place", "address", "professional", "along", "colleagues", "company",
    ]  # fmt: skip

    class Meta:
        model = Conversation
        fields = ["place", "address", "professional", "along", "colleagues", "company"]
        labels = {
            "address": _("Adres of telefoonnummer"),
            "colleagues": _("Wie komt er nog meer, van buiten het team?"),
            "company": _("Wie komt er met de bewoner mee?"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.planned_at:
            local = timezone.localtime(self.instance.planned_at)
            self.initial.update(day=local.date(), time=local.time())
        team = list(self._team())
        self.fields["professional"].queryset = self._team()  # type: ignore[attr-defined]
        self.fields["along"].choices = [(one.pk, one.name) for one in team]  # type: ignore[attr-defined]
        if self.instance.professional_id not in {one.pk for one in team}:
            self._ask_who()
        if len(team) < 2:  # nobody to take along
            del self.fields["along"]

    def _ask_who(self) -> None:
        """Whoever it was works here no more: nobody goes before somebody is chosen."""
        who = self.fields["professional"]
        who.empty_label = _("kies wie er gaat")  # type: ignore[attr-defined]
        who.error_messages["required"] = _("Kies wie van ons gaat.")
        self.initial["professional"] = None

    def _team(self) -> QuerySet[User]:
        """Who may see the request may go: the members of its team."""
        return User.objects.filter(
            role=Role.PROFESSIONAL,
            is_active=True,
            memberships__team=self.instance.request.team_id,
            memberships__until__isnull=True,
        ).distinct()

    def clean_along(self) -> list[int]:
        """Whoever goes already does not come along as well."""
        going = self.cleaned_data.get("professional")
        chosen = [int(key) for key in self.cleaned_data["along"]]
        return [key for key in chosen if going is None or key != going.pk]

    def refuse(self, reason: Busy) -> None:
        """The form again, as it was typed, with the clash beside the time."""
        self.add_error("time", str(reason))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("day") and cleaned.get("time"):
            at = timezone.make_aware(datetime.combine(cleaned["day"], cleaned["time"]))
            if at.date() < timezone.localdate():
                self.add_error("day", _("Deze dag is geweest. Schrijf dan gelijk het verslag."))
            if (at.date() - timezone.localdate()).days > MOST_DAYS_AHEAD:
                self.add_error("day", _("Deze dag is meer dan een jaar weg. Klopt het jaar?"))
            self.instance.planned_at = at
        return cleaned


class CancelForm(Form):
    words = forms.CharField(
        label=_("Waarom gaat het niet door?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )
