"""Giving someone of the household a chair."""

from typing import Any

from django import forms
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework.choices import HouseholdRole
from casework.forms.base import CaseForm
from casework.models import Person, Seat
from casework.models.case_files import NewPerson
from wijkteam.forms import RadioChoice


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
        help_text=_("Alleen bij iemand anders."),
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
            Seat.for_person(self.case_file, known, by, key, data["email"])
        else:
            new = NewPerson(data["name"], data["role"], email=data["email"], has_seat=True)
            self.case_file.add_person(new, by, key)


class MovesOutForm(CaseForm):
    """Someone of the household lives somewhere else now; one tick is enough."""

    sure = forms.BooleanField(
        label=_("Ja, deze persoon woont hier niet meer"),
        help_text=_(
            "Meelezen stopt meteen. Delen over deze persoon ook. Wat er staat, blijft staan. "
            "Vertel het deze persoon zelf, als dat veilig kan."
        ),
        error_messages={"required": _("Zet een vinkje als het klopt.")},
    )

    def __init__(self, *args: Any, leaves: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leaves = leaves

    def save(self) -> None:
        self.case_file.moves_out(self.leaves, self.by)
