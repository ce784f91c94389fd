"""The whole file to another team: asking it, taking it, and saying no at home."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.forms.base import CaseForm, words_field
from casework.models import CaseFile, TeamHandover, TeamOffer
from casework.models.households import Address
from casework.models.moving_house import team_of
from casework.models.team_handover import MOST_WORDS
from wijkteam.forms import Form, RadioChoice
from wijkteam.models import Team, User


class AskTeamForm(CaseForm):
    """After it was talked over with the family: they hear it at the same moment."""

    makes = TeamHandover
    to_team = forms.ModelChoiceField(
        Team.objects.none(), label=_("Welk wijkteam gaat verder?"),
        empty_label=_("kies een wijkteam"),
        error_messages={"required": _("Kies een wijkteam."),
                        "invalid_choice": _("Kies een ander wijkteam dan dat van nu.")},
    )  # fmt: skip
    words = words_field(
        _("Waarom?"), rows=2, max_length=MOST_WORDS,
        help_text=_("Het gezin leest dit, en het andere wijkteam voordat het ja zegt. Noem geen "
                    "namen en geen adres."),
        error_messages={"required": _("Schrijf in een zin op waarom.")},
    )  # fmt: skip
    told = forms.BooleanField(
        label=_("Ik heb dit met het gezin besproken"),
        help_text=_("Zij weten wat er verandert, en dat zij nee kunnen zeggen."),
        error_messages={"required": _("Bespreek het eerst met het gezin. Zet daarna een vinkje.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Team.objects.exclude(pk=self.case_file.team_id).order_by("name")
        self.fields["to_team"].queryset = others  # type: ignore[attr-defined]
        self.fields["to_team"].initial = team_of(
            Address(postcode=self.case_file.household.postcode)
        )

    def save(self) -> None:
        data = self.cleaned_data
        TeamHandover(
            id=data["key"], case_file=self.case_file, to_team=data["to_team"], words=data["words"]
        ).ask(self.by)


class ObjectForm(CaseForm):
    """No, and why when somebody wants to say it."""

    words = words_field(
        _("Wilt u zeggen waarom?"), rows=3, required=False, max_length=1000,
        help_text=_("Dat hoeft niet. Dit is voor uw tafel. Anderen in uw huis lezen het niet."),
    )  # fmt: skip

    def __init__(self, *args: Any, handover: TeamHandover, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.handover = handover

    def save(self) -> None:
        self.handover.refuse(self.seat, self.cleaned_data["words"])


class TeamOfferForm(Form):
    """Yes, and then one is the coordinator at once; or no, and why."""

    YES, NO = "ja", "nee"
    answer = RadioChoice(
        label=_("Neemt uw wijkteam dit dossier over?"),
        choices=[(YES, _("ja, ik word de regisseur")), (NO, _("nee, wij nemen het niet over"))],
    )
    words = words_field(
        _("Waarom niet?"), rows=2, required=False, max_length=MOST_WORDS,
        help_text=_("Alleen bij een nee. Wie het vroeg, leest dit. Het gezin ook."),
    )  # fmt: skip

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        if not by.has_perm("casework.open_case_file"):
            self.fields["answer"].choices = [  # type: ignore[attr-defined]
                (self.NO, _("nee, wij nemen het niet over"))
            ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("answer") == self.NO and not data.get("words"):
            self.add_error("words", _("Schrijf kort op waarom niet."))
        return data

    def save(self, offer: TeamOffer) -> CaseFile | bool | None:
        """The file when it was taken; whether the no was in time."""
        if self.cleaned_data["answer"] == self.YES:
            return offer.take(self.by)
        return offer.decline(self.cleaned_data["words"])
