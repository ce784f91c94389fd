"""Giving someone a chair: a colleague, the own network, a vindplaats, the household."""

from typing import Any

from crispy_forms.bootstrap import InlineCheckboxes
from crispy_forms.layout import Layout
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from phonenumber_field.formfields import PhoneNumberField

from casework.choices import HouseholdRole
from casework.forms.base import CaseForm
from casework.models import NetworkPerson, Person, Seat
from casework.models.case_files import NewPerson
from network.models import VindplaatsContact
from wijkteam.choices import LifeDomain
from wijkteam.forms import CheckboxChoices, RadioChoice
from wijkteam.models import TeamMembership, User
from wijkteam.roles import PERMISSIONS

# Roles whose people may sit at a table as a professional.
AT_TABLES = [role for role, names in PERMISSIONS.items() if "casework.view_case_files" in names]


def professionals() -> QuerySet[User]:
    return User.objects.filter(role__in=AT_TABLES, is_active=True).select_related("organisation")


class RoleField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Wat doet deze persoon aan deze tafel?"))
        super().__init__(
            max_length=120,
            required=False,
            widget=forms.TextInput({"autocomplete": "off"}),
            **kwargs,
        )


class PersonChoice(forms.ModelChoiceField):
    """A professional, with the trade beside the name."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name}, {obj.discipline}" if obj.discipline else obj.name


class InviteColleague(CaseForm):
    """Someone of the same team, who reads the whole file."""

    makes = Seat
    user = PersonChoice(
        User.objects.none(),
        label=_("Welke collega?"),
        empty_label=_("kies een collega"),
        error_messages={"required": _("Kies een collega.")},
    )
    domains = CheckboxChoices(
        label=_("Waarvoor zit deze collega aan tafel?"),
        choices=LifeDomain.choices,
        required=False,
    )
    role = RoleField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        team = TeamMembership.objects.filter(team=self.case_file.team_id, until__isnull=True)
        seated = self.case_file.seats.open().filter(user__isnull=False)
        self.fields["user"].queryset = (  # type: ignore[attr-defined]
            professionals()
            .filter(pk__in=team.values("user_id"))
            .exclude(pk__in=seated.values("user_id"))
        )
        self.helper.layout = Layout("user", InlineCheckboxes("domains"), "role")

    def save(self) -> None:
        data = self.cleaned_data
        Seat.invite(
            self.case_file, data["user"], self.by, data["role"], data["domains"], key=data["key"]
        )


class InviteNetwork(CaseForm):
    """Someone from the own network. No account is needed to help."""

    makes = Seat
    name = forms.CharField(
        label=_("Naam"),
        max_length=120,
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": _("Vul een naam in. Een voornaam is genoeg.")},
    )
    relation = forms.CharField(
        label=_("Wie is dit voor het gezin?"),
        help_text=_("Bijvoorbeeld: buurvrouw, opa, vriendin."),
        max_length=80,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    role = RoleField()
    phone = PhoneNumberField(
        label=_("Telefoon"),
        required=False,
        region="NL",
        widget=forms.TextInput({"type": "tel", "autocomplete": "off"}),
        error_messages={"invalid": _("Dit nummer klopt niet. Bijvoorbeeld: 06 12345678.")},
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        required=False,
        widget=forms.EmailInput({"autocomplete": "off"}),
        error_messages={"invalid": _("Dit e-mailadres klopt niet.")},
    )

    def save(self) -> None:
        data = self.cleaned_data
        person = NetworkPerson(household=self.case_file.household)
        for name in ("name", "relation", "phone", "email"):
            setattr(person, name, data[name])
        Seat.for_network(self.case_file, person, data["role"], self.by, data["key"])


class InviteContact(CaseForm):
    """Someone we know from a vindplaats. Helps, and reads nothing of the file."""

    makes = Seat
    contact = forms.ModelChoiceField(
        VindplaatsContact.objects.none(),
        label=_("Wie?"),
        empty_label=_("kies iemand"),
        error_messages={"required": _("Kies iemand.")},
    )
    role = RoleField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = VindplaatsContact.objects.visible_to(self.by).current()
        field = self.fields["contact"]
        field.queryset = people.select_related("vindplaats")  # type: ignore[attr-defined]
        field.label_from_instance = _contact_label  # type: ignore[attr-defined]

    def save(self) -> None:
        data = self.cleaned_data
        Seat.for_contact(self.case_file, data["contact"], data["role"], self.by, data["key"])


def _contact_label(contact: VindplaatsContact) -> str:
    return f"{contact.name}, {contact.vindplaats.name}"


class InviteHousehold(CaseForm):
    """Someone of the household: known already, or written down now."""

    makes = Seat
    SOMEONE_ELSE = "ander"

    person = RadioChoice(label=_("Wie uit het gezin?"))
    name = forms.CharField(
        label=_("Naam"),
        help_text=_("Alleen bij iemand anders."),
        max_length=120,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    role = RadioChoice(
        label=_("Wie is dit in het gezin?"),
        choices=HouseholdRole.choices,
        initial=HouseholdRole.ADULT,
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        required=False,
        help_text=_("Wie met dit adres inlogt, kan het plan zelf lezen."),
        widget=forms.EmailInput({"autocomplete": "off"}),
        error_messages={"invalid": _("Dit e-mailadres klopt niet.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seated = self.case_file.seats.open().filter(person__isnull=False)
        people = self.case_file.household.people().exclude(pk__in=seated.values("person_id"))
        self.people: dict[str, Person] = {str(person.pk): person for person in people}
        names = [(key, person.name) for key, person in self.people.items()]
        if names:
            choices = [*names, (self.SOMEONE_ELSE, __("iemand anders"))]
            self.fields["person"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["person"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("person", self.SOMEONE_ELSE) == self.SOMEONE_ELSE and not data.get("name"):
            self.add_error("name", _("Vul een naam in."))
        return data

    def save(self) -> None:
        data = self.cleaned_data
        by, key = self.by, data["key"]
        known = self.people.get(data.get("person", ""))
        if known:
            Seat.for_person(self.case_file, known, by, key)
        else:
            new = NewPerson(data["name"], data["role"], email=data["email"], has_seat=True)
            self.case_file.add_person(new, by, key)
