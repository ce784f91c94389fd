"""Who belongs to the household, and where it lives."""

import uuid
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework.choices import HouseholdRole
from casework.consent import Deciding
from casework.forms.base import CaseForm
from casework.models import HouseholdMember, Person, Seat, Signpost
from casework.models.case_files import NewPerson
from casework.models.households import Address, address_key
from casework.models.moving_house import team_of
from casework.workflow import verb
from wijkteam.forms import CheckboxChoices, RadioChoice
from wijkteam.models import Postcode


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
        self.former = {str(one.person_id): one for one in self.case_file.household.former()}
        if self.former and self.standing.coordinates:
            names += [(key, _was_here(one)) for key, one in self.former.items()]
            self.fields["person"].help_text = __(
                "Wie hier eerder woonde, leest met een plek ook wat er intussen is opgeschreven. "
                "Is dat niet veilig? Geef dan geen plek."
            )
        if names:
            choices = [*names, (self.SOMEONE_ELSE, __("iemand anders"))]
            self.fields["person"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["person"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("person", self.SOMEONE_ELSE) != self.SOMEONE_ELSE or "person" in self.errors:
            return data
        if not data.get("name"):
            self.add_error("name", _("Vul een naam in."))
        else:
            self._not_a_second_time(data["name"])
        return data

    def _not_a_second_time(self, name: str) -> None:
        """Whoever left is still known here: not a new person with the same name."""
        if any(one.person.name.casefold() == name.casefold() for one in self.former.values()):
            if self.standing.coordinates:
                words = __("%(name)s woonde hier eerder. Kies die naam in de lijst.")
            else:
                words = __("%(name)s woonde hier eerder. Vraag de regisseur.")
            self.add_error("name", words % {"name": name})

    def save(self) -> None:
        data = self.cleaned_data
        by, key = self.by, data["key"]
        known = self.people.get(data.get("person", ""))
        back = self.former.get(data.get("person", ""))
        if known:
            Seat.for_person(self.case_file, known, by, key, data["email"])
        elif back:
            with verb():
                self.case_file.moves_back(back.person, by)
                Seat.for_person(self.case_file, back.person, by, key, data["email"])
        else:
            new = NewPerson(data["name"], data["role"], email=data["email"], has_seat=True)
            self.case_file.add_person(new, by, key)


def _was_here(member: HouseholdMember) -> str:
    day = date_format(member.until, "j E Y") if member.until else ""
    return __("%(name)s (woonde hier tot %(day)s)") % {"name": member.person.name, "day": day}


class MovesBackForm(CaseForm):
    """Someone who lived here lives here again; with a chair when that is said."""

    makes = Seat
    chair = forms.BooleanField(
        label=_("Deze persoon krijgt weer een plek aan tafel"),
        required=False,
        help_text=_(
            "En leest dan ook wat er intussen is opgeschreven. Is dat niet veilig? Geef dan geen "
            "plek."
        ),
    )

    def __init__(self, *args: Any, returns: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.returns = returns

    def save(self) -> None:
        with verb():
            self.case_file.moves_back(self.returns, self.by)
            if self.cleaned_data["chair"]:
                Seat.for_person(self.case_file, self.returns, self.by, self.cleaned_data["key"])


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

    keep = CheckboxChoices(
        label=_("Welke doelen gaan hier verder?"), required=False,
        help_text=_("Deze doelen zijn alleen van deze persoon. Wat u aankruist, wordt van het hele "
                    "gezin. De andere doelen stoppen."),
    )  # fmt: skip

    def __init__(self, *args: Any, leaves: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leaves = leaves
        self.goals = list(self.case_file.goals.running().filter(whose=leaves))
        keeps = Deciding.of(self.case_file.household).may_keep(leaves)
        if keeps or not self.goals:
            del self.fields["keep"]
        else:
            self.fields["keep"].choices = [(str(goal.pk), goal.words) for goal in self.goals]  # type: ignore[attr-defined]

    def save(self) -> None:
        keep = {uuid.UUID(key) for key in self.cleaned_data.get("keep", [])}
        self.case_file.moves_out(self.leaves, self.by, keep)


class PostcodeField(forms.CharField):
    """In any spelling; kept as 1311AB."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label=_("Postcode"), max_length=12, required=False, **kwargs)

    def clean(self, value: Any) -> str:
        typed: str = super().clean(value)
        code = Postcode.read(typed)
        if typed and len(code) < 6:
            raise forms.ValidationError(_("Schrijf de postcode als 1311 AB."))
        return code


class HouseMovesForm(CaseForm):
    """The new address of everyone, or none when it must stay secret."""

    mark_optional = False  # the address is asked, unless it is secret

    beside = forms.BooleanField(
        label=_("Ja, op dit adres wonen dan twee huishoudens"),
        error_messages={"required": _("Op dit adres kennen wij al een huishouden. Klopt het? "
                                      "Zet dan een vinkje.")},
    )  # fmt: skip
    street = forms.CharField(label=_("Straat"), max_length=120, required=False)
    house_number = forms.CharField(label=_("Huisnummer"), max_length=12, required=False)
    postcode = PostcodeField()
    town = forms.CharField(label=_("Plaats"), max_length=60, required=False)
    secret = forms.BooleanField(
        label=_("Het nieuwe adres moet geheim blijven"), required=False,
        help_text=_("Dan staat er geen adres meer in het dossier, ook niet voor uw collega's."),
    )  # fmt: skip
    everyone = forms.BooleanField(
        label=_("Iedereen van dit huishouden verhuist mee"),
        help_text=_("Gaat iemand niet mee? Schrijf dat eerst op, bij “De tafel”."),
        error_messages={"required": _("Zet een vinkje als het klopt. Gaat iemand niet mee? "
                                      "Schrijf dat eerst op, bij “De tafel”.")},
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = self._known()
        if self.known:
            whom = ", ".join(str(one.coordinator or __("onbekend")) for one in self.known)
            words = __("Er is daar al een huishouden bekend, met regisseur %(name)s.")
            self.fields["beside"].help_text = words % {"name": whom}
        else:
            del self.fields["beside"]

    def _known(self) -> list[Signpost]:
        if self.data.get("secret"):
            return []
        code = Postcode.read(self.data.get("postcode", ""))
        found = Signpost.objects.at(address_key(code, self.data.get("house_number", "")))
        return [one for one in found if one.pk != self.case_file.household_id]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("secret"):
            for name in ("street", "house_number", "postcode", "town"):
                self.errors.pop(name, None)
                data[name] = ""
            return data
        if not self.errors and not (data["street"] and data["postcode"]):
            words = _("Vul straat en postcode in. Of zet een vinkje als het adres geheim is.")
            self.add_error("street" if not data["street"] else "postcode", words)
        return data

    @property
    def address(self) -> Address:
        data = self.cleaned_data
        return Address(data["street"], data["house_number"], data["postcode"], data["town"])

    @property
    def done(self) -> str:
        """What follows from the new address."""
        to = self.address
        if not to.postcode:
            return __("Bewaard. Er staat nu geen adres in het dossier.")
        there = team_of(to)
        if there is None:
            return __("Bewaard. Deze postcode kennen wij niet. Het dossier blijft bij uw team.")
        if there.pk != self.case_file.team_id:
            words = __(
                "Bewaard. Dit adres hoort bij %(team)s. Het dossier blijft bij uw team. Spreek met "
                "het gezin af wie verder gaat. Overdragen kan hieronder: “Naar een ander wijkteam”."
            )
            return words % {"team": there.name}
        return __("Bewaard. Het nieuwe adres staat in het dossier.")

    def save(self) -> None:
        beside = self.cleaned_data.get("beside", False)
        self.case_file.moves_house(self.address, self.by, beside)
