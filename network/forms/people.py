"""A visit in twenty seconds, a person behind a place, and a place that stops."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import KeepingGround, MomentKind
from network.forms.base import OnceForm
from network.models import Vindplaats, VindplaatsContact
from network.models.once import insert_once
from network.models.people import in_two_years
from wijkteam.choices import LifeDomain
from wijkteam.forms import CheckboxChoices, DateField3, Form, ModelForm, RadioChoice
from wijkteam.models import User


class ContactMomentForm(OnceForm):
    """One click is enough: a visit, today. The rest is there for whoever has more time."""

    kind = RadioChoice(
        label=_("Hoe spraken jullie elkaar?"), choices=MomentKind.choices, initial=MomentKind.VISIT
    )
    told = forms.CharField(
        label=_("Wat hoorde u?"),
        help_text=_("Schrijf geen namen van bewoners op."),
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    life_domains = CheckboxChoices(
        label=_("Ging het ergens over?"), choices=LifeDomain.choices, required=False
    )
    on = DateField3(
        label=_("Wanneer?"), help_text=_("Leeg laten mag: dan was het vandaag."), required=False
    )

    @property
    def is_unfolded(self) -> bool:
        """Whether the folded part holds something that must stay in sight."""
        return self.is_bound and any(name.startswith(("life_domains", "on")) for name in self.data)

    def clean_on(self) -> date | None:
        on: date | None = self.cleaned_data["on"]
        if on and on > timezone.localdate():
            raise ValidationError(_("Deze dag moet nog komen."))
        if on and on < date(2000, 1, 1):
            raise ValidationError(_("Deze dag is te lang geleden."))
        return on

    def save(self, place: Vindplaats, by: User) -> None:
        data = self.cleaned_data
        on = data["on"]
        at = timezone.make_aware(datetime.combine(on, time(12))) if on else None  # noqa: DTZ001
        place.log_contact(
            by,
            kind=data["kind"],
            told=data["told"],
            life_domains=data["life_domains"],
            at=at if on != timezone.localdate() else None,
            key=data["key"],
        )


class PersonForm(ModelForm):
    """Someone we know at a place, and why and how long we may keep the name."""

    ground = RadioChoice(
        label=_("Waarom mogen wij deze gegevens bewaren?"),
        choices=KeepingGround.choices,
        initial=KeepingGround.CONSENT,
    )
    keep_until = DateField3(
        label=_("Tot wanneer bewaren wij dit?"),
        help_text=_("Daarna vragen wij of het nog klopt."),
        initial=in_two_years,
    )
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = VindplaatsContact
        fields = ["name", "role_there", "phone", "email", "ground", "keep_until"]
        widgets = {
            "name": forms.TextInput({"autocomplete": "off"}),
            "email": forms.EmailInput({"autocomplete": "off"}),
        }
        labels = {"role_there": _("Wat doet deze persoon daar?")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = self.instance.pk
        self.fields["name"].error_messages["required"] = _("Vul een naam in.")
        self.fields["phone"].widget.attrs["autocomplete"] = "off"

    def save(self, commit: bool = True) -> VindplaatsContact:
        """A new person gets the key that the form was shown with: sending twice makes one."""
        if not self.instance._state.adding:
            return super().save(commit)
        self.instance.pk = self.cleaned_data["key"] or self.instance.pk
        insert_once(self.instance)
        return self.instance

    def clean_keep_until(self) -> date:
        until: date = self.cleaned_data["keep_until"]
        if until <= timezone.localdate():
            raise ValidationError(_("Kies een dag die nog moet komen."))
        return until


class RetireForm(Form):
    """Why a place stopped, so that a colleague need not ask."""

    because = forms.CharField(
        label=_("Waarom stopt deze plek?"),
        help_text=_("Eén zin is genoeg."),
        max_length=300,
        error_messages={"required": _("Schrijf in een paar woorden waarom.")},
    )

    def save(self, place: Vindplaats, by: User) -> None:
        place.retire(by, self.cleaned_data["because"])
