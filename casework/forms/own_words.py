"""A resident's own words: beside what somebody wrote, and about a goal; someone of one's own."""

from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from casework.choices import Audience, EntryKind
from casework.forms.base import CaseForm, own_domain_field, words_field
from casework.forms.invite import InviteNetwork
from casework.forms.story import CorrectionForm
from casework.guests import ask_guest
from casework.models import Goal, GoalAnswer, NetworkPerson, TimelineEntry
from wijkteam.forms import RadioChoice


class BesideForm(CorrectionForm):
    """For whoever reads the first text, which stays."""

    words = words_field(
        _("Hoe ziet u het?"),
        rows=5,
        help_text=_("De eerste tekst blijft staan. Uw woorden komen ernaast, voor uw tafel."),
        error_messages={"required": _("Schrijf op hoe u het ziet.")},
    )


class GoalAnswerForm(CaseForm):
    makes = GoalAnswer
    depends = ("words",)
    agrees = RadioChoice(
        label=_("Bent u het eens met dit doel?"),
        choices=[("yes", _("ja, dit wil ik ook")), ("no", _("nee, ik zie het anders"))],
    )
    words = words_field(
        _("Hoe ziet u het?"),
        required=False,
        max_length=1000,
        help_text=_("Dit is voor uw tafel. Anderen in uw huis lezen het niet."),
    )

    def __init__(self, *args: Any, goal: Goal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goal = goal
        self.helper.layout = Layout("agrees", "words")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("agrees") == "no" and not data.get("words"):
            self.add_error("words", _("Schrijf kort op hoe u het ziet."))
        return data

    def save(self) -> None:
        data = self.cleaned_data
        GoalAnswer.give(self.goal, self.seat, data["agrees"] == "yes", data["words"], data["key"])


class OwnGuestForm(InviteNetwork):
    """Someone of my own at my table."""

    by_experience = None  # type: ignore[assignment]

    name = forms.CharField(
        label=_("Naam"),
        help_text=_("Iedereen aan uw tafel ziet deze naam, ook anderen in uw huis."),
        max_length=120,
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": _("Vul een naam in. Een voornaam is genoeg.")},
    )
    relation = forms.CharField(
        label=_("Wie is dit voor u?"),
        help_text=_("Bijvoorbeeld: mijn buurvrouw, mijn vader, een vriendin."),
        max_length=80,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def save(self) -> None:
        data = self.cleaned_data
        guest = NetworkPerson(
            household_id=self.case_file.household_id,
            name=data["name"],
            relation=data["relation"],
            phone=data["phone"],
            email=data["email"],
        )
        ask_guest(self.case_file, guest, data["role"], self.by, data["key"])


class OwnEntryForm(CaseForm):
    """A resident writes to the whole table, or to whoever is there for one part of life."""

    makes = TimelineEntry
    words = words_field(
        _("Wat wilt u vertellen?"),
        rows=5,
        help_text=_(
            "Dit is voor iedereen aan uw tafel. Anderen in uw huis lezen dit niet. "
            "Heeft het haast? Bel dan."
        ),
        error_messages={"required": _("Schrijf op wat u wilt vertellen.")},
    )
    life_domain = own_domain_field()
    for_household = forms.BooleanField(
        label=_("Anderen in mijn huis mogen dit ook lezen"), required=False
    )

    def save(self) -> None:
        domain = self.cleaned_data["life_domain"]
        TimelineEntry(
            id=self.cleaned_data["key"],
            case_file=self.case_file,
            by=self.seat,
            kind=EntryKind.MESSAGE,
            words=self.cleaned_data["words"],
            audience=Audience.DOMAIN if domain else Audience.TABLE,
            life_domain=domain,
            for_household=self.cleaned_data["for_household"],
        ).write()
