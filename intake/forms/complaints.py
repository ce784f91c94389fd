"""Forms of a complaint: sent in, written down by the desk, asked to be looked at again."""

import uuid
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from phonenumber_field.formfields import PhoneNumberField

from intake.choices import ComplaintAbout, OfTheTeam, Route
from intake.forms.pages import options, text
from intake.forms.state import CodeField
from intake.models import Complaint, ConversationRequest
from wijkteam import references
from wijkteam.forms import Form, ModelForm, RadioChoice
from wijkteam.models import User

MOST_TEXT = 20_000
DESK_ROUTES = [
    (Route.PHONE, _("aan de telefoon")),
    (Route.WALK_IN, _("in de inloop")),
    (Route.PAPER, _("op papier")),
]


class ComplaintForm(ModelForm):
    """What happened, and how to answer. The number of a request may be added."""

    title = _("Uw klacht")
    depends = ("email", "phone", "address")
    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    about = RadioChoice(
        label=_("Waar gaat uw klacht over?"), choices=options(ComplaintAbout.choices)
    )
    of_the_team = RadioChoice(
        label=_("Gaat het over iemand van het team?"),
        choices=options(OfTheTeam.choices),
        required=False,
        help_text=_("Gaat het over de teamleider? Dan leest een andere teamleider uw klacht."),
    )
    about_name = text(
        _("Over wie gaat het?"), 120, required=False, help_text=_("Als u de naam weet.")
    )
    words = text(
        _("Wat is er gebeurd?"),
        MOST_TEXT,
        rows=6,
        help_text=_("Schrijf het op zoals u het zou vertellen. Wat zou u helpen?"),
        error_messages={"required": _("Schrijf op wat er gebeurde. Een paar woorden is genoeg.")},
    )
    number = CodeField(
        label=_("Het nummer van uw aanvraag"),
        required=False,
        help_text=_("Alleen als de klacht daarover gaat. Bijvoorbeeld ACDE-FGHJ."),
    )
    name = text(
        _("Uw naam"), 120, autocomplete="name", error_messages={"required": _("Vul uw naam in.")}
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        required=False,
        help_text=_("Een e-mailadres, een telefoonnummer of een adres: één is genoeg."),
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={"invalid": _("Dit e-mailadres klopt niet. Kijk of er een @ in staat.")},
    )
    phone = PhoneNumberField(
        label=_("Telefoonnummer"),
        region="NL",
        required=False,
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
        error_messages={"invalid": _("Dit nummer klopt niet. Een nummer heeft 10 cijfers.")},
    )
    address = text(_("Adres"), autocomplete="street-address", required=False)
    postcode = text(
        _("Postcode"),
        10,
        autocomplete="postal-code",
        required=False,
        help_text=_("Dan komt uw klacht bij het goede team."),
    )
    NEED_A_WAY = _(
        "Vul een e-mailadres, een telefoonnummer of een adres in. Dan kunnen we antwoorden."
    )

    class Meta:
        model = Complaint
        fields = [
            "about", "of_the_team", "about_name", "words", "name", "email", "phone", "address",
        ]  # fmt: skip

    field_order = [
        "route", "about", "of_the_team", "about_name", "about_user", "words", "number", "name",
        "email", "phone", "address", "postcode", "submission",
    ]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        ways = ("email", "phone", "address")
        if not any(cleaned.get(way) or way in self.errors for way in ways):
            self.add_error("email", self.NEED_A_WAY)
        return cleaned

    def facts(self) -> list[str]:
        """What may open the request of which the number was typed."""
        cleaned = self.cleaned_data
        phone = cleaned["phone"].as_e164 if cleaned["phone"] else ""
        found = [phone, cleaned["email"], cleaned["postcode"], cleaned["name"]]
        return [references.normal_fact(fact) for fact in found if fact]

    def save_for(self, asked: ConversationRequest | None, **fields: Any) -> Complaint:
        """Write it down once, beside the request that it is about."""
        self.instance.submission = self.cleaned_data["submission"]
        self.instance.request = asked
        for name, value in fields.items():
            setattr(self.instance, name, value)
        self.instance.arrive(self.cleaned_data["postcode"])
        return self.instance


class DeskComplaintForm(ComplaintForm):
    """The same, typed in while someone talks; who it is about can be picked."""

    route = RadioChoice(label=_("Hoe kwam het binnen?"), choices=DESK_ROUTES)
    about_user = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Over welke collega?"),
        required=False,
        empty_label=_("niemand"),
    )

    class Meta(ComplaintForm.Meta):
        fields = ["route", "about_user", *ComplaintForm.Meta.fields]

    def __init__(self, *args: Any, colleagues: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].label = _("Waar gaat de klacht over?")
        self.fields["name"].label = _("Naam van wie klaagt")
        self.fields["number"].label = _("Het nummer van het verzoek")
        self.fields["of_the_team"].help_text = _(
            "Is het de teamleider? Dan leest die de klacht niet."
        )
        self.fields["words"].help_text = _("Schrijf het op zoals het verteld wordt.")
        self.fields["about_user"].queryset = colleagues  # type: ignore[attr-defined]
        del self.fields["about_name"]


class ReopenForm(Form):
    words = text(
        _("Wat klopt er niet aan het antwoord?"),
        MOST_TEXT,
        rows=4,
        error_messages={"required": _("Schrijf op wat er volgens u niet klopt.")},
    )
