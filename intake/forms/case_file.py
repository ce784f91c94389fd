"""Opening the one case file of a household: where they live and who they are."""

import re
import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework.choices import HouseholdRole
from casework.forms.household import PostcodeField
from casework.models import CaseFile, Signpost
from casework.models.case_files import Address, NewPerson
from casework.models.households import address_key
from intake.choices import ForWhom
from intake.models import ConversationRequest
from wijkteam.forms import Form, RadioChoice
from wijkteam.models import Postcode, User

ANOTHER = "ander"
MOST_PERSONS = 20


class CaseFileForm(Form):
    """Address and name. An address we know first asks whether this is another household."""

    which = RadioChoice(
        label=_("Is dit een ander huishouden?"),
        help_text=_("Op dit adres is al een huishouden bekend."),
        error_messages={"required": _("Op dit adres is al een huishouden bekend. Kies wat klopt.")},
    )
    name = forms.CharField(
        label=_("Hoe noemen we dit huishouden?"),
        max_length=120,
        error_messages={"required": _("Vul een naam in, bijvoorbeeld: gezin Jansen.")},
    )
    street = forms.CharField(label=_("Straat"), max_length=120, required=False)
    house_number = forms.CharField(label=_("Huisnummer"), max_length=12, required=False)
    postcode = PostcodeField()
    town = forms.CharField(label=_("Plaats"), max_length=60, required=False)

    def __init__(self, *args: Any, one: ConversationRequest, **kwargs: Any) -> None:
        street, number = _split(one.address)
        first = {"name": one.name, "street": street, "house_number": number}
        super().__init__(*args, initial={**first, "postcode": one.postcode}, **kwargs)
        self.one = one
        known = self._known()
        if known:
            self.fields["which"].choices = [(ANOTHER, __("Ja, een ander huishouden")), *known]  # type: ignore[attr-defined]
        else:
            del self.fields["which"]

    def _known(self) -> list[tuple[str, str]]:
        """Households at this address: by their coordinator, never by a name of theirs."""
        code = Postcode.read(self.data.get("postcode", ""))
        key = address_key(code, self.data.get("house_number", ""))
        return [
            (
                str(signpost.household_id),
                __("Nee, het huishouden met regisseur %(name)s")
                % {"name": signpost.coordinator or __("onbekend")},
            )
            for signpost in Signpost.objects.at(key)
        ]

    def open(self, by: User, persons: "PersonFormSet") -> CaseFile:  # type: ignore[valid-type]
        chosen = self.cleaned_data
        which = chosen.get("which")
        return self.one.open_case_file(
            by,
            name=chosen["name"],
            address=Address(
                chosen["street"], chosen["house_number"], chosen["postcode"], chosen["town"]
            ),
            persons=persons.people(self.one),  # type: ignore[attr-defined]
            household_id=uuid.UUID(which) if which and which != ANOTHER else None,
            another_household=which == ANOTHER,
        )


def _split(address: str) -> tuple[str, str]:
    """'Lindeplein 12a, Voorbeeldstad' is 'Lindeplein' and '12a'; what does not fit stays whole."""
    found = re.match(r"\s*(\D+?)\s+(\d+\s?[a-zA-Z]{0,3}(?:[-/]\w{1,4})?)\s*(?:,|$)", address)
    return (found[1], found[2]) if found else (address, "")


class PersonForm(Form):
    """Someone of the household. A name is enough; an empty row is nobody."""

    mark_optional = False

    name = forms.CharField(label=_("Naam"), max_length=120, required=False)
    role = forms.ChoiceField(
        label=_("Rol in het huishouden"), choices=HouseholdRole.choices, required=False
    )
    birth_year = forms.IntegerField(
        label=_("Geboortejaar"),
        required=False,
        min_value=1900,
        widget=forms.TextInput({"inputmode": "numeric", "maxlength": 4}),
        error_messages={"invalid": _("Vul een jaar in met vier cijfers, of laat dit leeg.")},
    )

    def clean_birth_year(self) -> int | None:
        year = self.cleaned_data["birth_year"]
        if year and year > timezone.localdate().year:
            raise forms.ValidationError(_("Dit jaar is nog niet geweest."))
        return year

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("birth_year") and not cleaned.get("name"):
            self.add_error("name", _("Vul ook de naam in."))
        return cleaned


class BasePersonFormSet(forms.BaseFormSet):
    """The first row is the resident the request is for, who gets a seat at the own table."""

    def add_fields(self, form: forms.BaseForm, index: int | None) -> None:
        super().add_fields(form, index)
        if index == 0:
            form.empty_permitted = False
            form.fields["name"].required = True
            form.fields["name"].error_messages["required"] = _("Vul de naam van de bewoner in.")

    def people(self, one: ConversationRequest) -> list[NewPerson]:
        people = []
        for number, form in enumerate(self.forms):
            row = form.cleaned_data
            if row.get("name"):
                people.append(
                    NewPerson(
                        name=row["name"],
                        role=row["role"] or HouseholdRole.ADULT,
                        birth_year=row["birth_year"],
                        user=_own_account(one) if number == 0 else None,
                        email=one.own_page_email if number == 0 else "",
                        has_seat=number == 0,
                    )
                )
        return people


def _own_account(one: ConversationRequest) -> User | None:
    """A professional may not read the account of a resident; its key is enough for the seat."""
    if one.requester_id is None or one.for_whom != ForWhom.SELF:
        return None
    return User(pk=one.requester_id)


PersonFormSet = forms.formset_factory(
    PersonForm, formset=BasePersonFormSet, extra=2, max_num=MOST_PERSONS, absolute_max=MOST_PERSONS
)
