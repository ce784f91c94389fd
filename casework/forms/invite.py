"""Giving someone a chair: a colleague, the own network, a vindplaats."""

from typing import Any

from crispy_forms.bootstrap import InlineCheckboxes
from crispy_forms.layout import Layout
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from phonenumber_field.formfields import PhoneNumberField

from casework.forms.base import CaseForm
from casework.models import NetworkPerson, Seat
from network.models import VindplaatsContact
from wijkteam.choices import LifeDomain
from wijkteam.forms import CheckboxChoices
from wijkteam.models import TeamMembership, User
from wijkteam.roles import PERMISSIONS

ASKED = _("Gevraagd. Tot het ja leest deze persoon niets van dit gezin.")
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


class ExperienceField(forms.BooleanField):
    """Somebody who lived through it sits here as who knows, beside who studied for it."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Zit aan tafel als ervaringsdeskundige"))
        super().__init__(required=False, **kwargs)


class PersonChoice(forms.ModelChoiceField):
    """A professional, with the trade beside the name."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name}, {obj.discipline}" if obj.discipline else obj.name


class InviteColleague(CaseForm):
    """Someone of the same team, who reads the whole file."""

    makes = Seat
    done = ASKED
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
    by_experience = ExperienceField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        team = TeamMembership.objects.filter(team=self.case_file.team_id, until__isnull=True)
        seated = self.case_file.seats.open().filter(user__isnull=False)
        self.fields["user"].queryset = (  # type: ignore[attr-defined]
            professionals()
            .filter(pk__in=team.values("user_id"))
            .exclude(pk__in=seated.values("user_id"))
        )
        self.helper.layout = Layout("user", InlineCheckboxes("domains"), "role", "by_experience")

    def save(self) -> None:
        data = self.cleaned_data
        Seat.invite(
            self.case_file, data["user"], self.by, data["role"], data["domains"],
            key=data["key"], by_experience=data["by_experience"],
        )  # fmt: skip


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
    by_experience = ExperienceField()
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
        Seat.for_network(
            self.case_file, person, data["role"], self.by, data["key"], data["by_experience"]
        )


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
    by_experience = ExperienceField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = VindplaatsContact.objects.visible_to(self.by).current()
        field = self.fields["contact"]
        field.queryset = people.select_related("vindplaats")  # type: ignore[attr-defined]
        field.label_from_instance = _contact_label  # type: ignore[attr-defined]

    def save(self) -> None:
        data = self.cleaned_data
        Seat.for_contact(
            self.case_file, data["contact"], data["role"], self.by, data["key"],
            data["by_experience"],
        )  # fmt: skip


def _contact_label(contact: VindplaatsContact) -> str:
    return f"{contact.name}, {contact.vindplaats.name}"
