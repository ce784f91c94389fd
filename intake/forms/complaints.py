"""Forms of a complaint: sent in, written down by the desk, divided, extended, answered."""

import uuid
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from phonenumber_field.formfields import PhoneNumberField

from intake.choices import ComplaintAbout, Judgement, Route
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

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    about = RadioChoice(
        label=_("Waar gaat uw klacht over?"), choices=options(ComplaintAbout.choices)
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
        fields = ["about", "about_name", "words", "name", "email", "phone", "address"]

    field_order = [
        "route", "about", "about_name", "about_user", "words", "number", "name", "email", "phone",
        "address", "postcode", "submission",
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
        self.fields["words"].help_text = _("Schrijf het op zoals het verteld wordt.")
        self.fields["about_user"].queryset = colleagues  # type: ignore[attr-defined]
        del self.fields["about_name"]


class AssignForm(Form):
    """Who looks into it: nobody who had a hand in it can be chosen."""

    about_user = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Over welke collega gaat het?"),
        required=False,
        empty_label=_("over niemand in het bijzonder"),
    )
    handler = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Wie behandelt de klacht?"),
        help_text=_("Alleen mensen die er niets mee te maken hadden staan in deze lijst."),
        empty_label=_("kies iemand"),
        error_messages={"required": _("Kies wie de klacht behandelt.")},
    )

    def __init__(self, *args: Any, complaint: Complaint, **kwargs: Any) -> None:
        first = {"about_user": complaint.about_user_id, "handler": complaint.handler_id}
        super().__init__(*args, initial=first, **kwargs)
        self.complaint = complaint
        team = User.objects.filter(memberships__team=complaint.team_id, is_active=True).distinct()
        self.fields["about_user"].queryset = team  # type: ignore[attr-defined]
        self.fields["handler"].queryset = complaint.may_handle()  # type: ignore[attr-defined]

    def save(self) -> None:
        self.complaint.about_user = self.cleaned_data["about_user"]
        self.complaint.assign(self.cleaned_data["handler"])


class ExtendForm(Form):
    why = text(
        _("Waarom duurt het langer?"),
        2000,
        rows=3,
        help_text=_("De klager leest dit."),
        error_messages={"required": _("Schrijf op waarom. De klager leest dit.")},
    )


class AnswerForm(Form):
    judgement = RadioChoice(label=_("Wat vindt u van de klacht?"), choices=Judgement.choices)
    words = text(
        _("Uw antwoord"),
        MOST_TEXT,
        rows=8,
        help_text=_("Wat hebt u gehoord, wat vindt u ervan, en wat gaat er veranderen?"),
        error_messages={"required": _("Schrijf een antwoord.")},
    )


class ReopenForm(Form):
    words = text(
        _("Wat klopt er niet aan het antwoord?"),
        MOST_TEXT,
        rows=4,
        error_messages={"required": _("Schrijf op wat er volgens u niet klopt.")},
    )
