"""Standing up from the table, and handing the coordination over."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from casework.forms.base import CaseForm, words_field
from casework.forms.trying import not_past
from casework.models import Invitation, LeaveRequest, Seat
from casework.models.invitations import MOST_WORDS
from wijkteam.forms import DateField3, Form, RadioChoice
from wijkteam.models import TeamMembership


class InvitationForm(Form):
    """Yes or no to a chair. A no may say why; who asked reads it."""

    YES, NO = "ja", "nee"
    answer = RadioChoice(
        label=_("Doet u mee?"),
        choices=[(YES, _("ja, ik doe mee")), (NO, _("nee, ik kan niet meedoen"))],
    )
    words = words_field(
        _("Wilt u er iets bij zeggen?"), rows=2, required=False, max_length=MOST_WORDS,
        help_text=_("Alleen bij een nee. Bijvoorbeeld: wie u wel kunt vragen."),
    )  # fmt: skip

    def save(self, invitation: Invitation) -> bool:
        data = self.cleaned_data
        return invitation.answer(data["answer"] == self.YES, data["words"])


class LeaveForm(CaseForm):
    """Standing up, with words for whoever goes on."""

    words = words_field(
        _("Wat moeten de anderen weten om verder te gaan?"),
        required=False,
        help_text=_("Dit komt in het verhaal. Het gezin leest dit ook."),
    )
    after_care = DateField3(
        label=_("Nazorg: tot wanneer mag het gezin nog bellen?"),
        validators=[not_past],
        required=False,
        help_text=_("Leeg laten kan."),
    )
    life_domain = forms.ChoiceField(label=_("Waar gaat dit over?"))

    def __init__(self, *args: Any, leaves: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leaves = leaves
        if self.standing.domains is None:
            del self.fields["life_domain"]
        else:
            choices = self.standing.domain_choices
            self.fields["life_domain"].choices = choices  # type: ignore[attr-defined]

    def save(self) -> None:
        data = self.cleaned_data
        self.leaves.leave(self.by, data["words"], data.get("life_domain", ""), data["after_care"])


class HandOverForm(CaseForm):
    """The plan is kept together by someone else from now on."""

    to = forms.ModelChoiceField(
        Seat.objects.none(),
        label=_("Wie wordt de nieuwe regisseur?"),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies de nieuwe regisseur."),
                        "invalid_choice": _("Deze collega zit niet meer aan tafel.")},
    )  # fmt: skip
    words = words_field(
        _("Wat moet de nieuwe regisseur weten?"), required=False,
        help_text=_("Dit komt in het verhaal. Het gezin leest dit ook."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        team = TeamMembership.objects.filter(team=self.case_file.team_id, until__isnull=True)
        self.fields["to"].queryset = (  # type: ignore[attr-defined]
            self.case_file.seats.taken()
            .filter(user_id__in=team.values("user_id"), is_coordinator=False)
            .select_related("user", "case_file")
        )

    def clean_to(self) -> Seat:
        seat: Seat = self.cleaned_data["to"]
        if seat.user is None:
            raise ValidationError(_("Kies een collega van dit wijkteam."))
        return seat

    def save(self) -> None:
        self.seat.hand_over(self.cleaned_data["to"], self.by, self.cleaned_data["words"])


class AskLeaveForm(CaseForm):
    """The resident asks that someone leaves the table. Why is not asked for, only offered."""

    makes = LeaveRequest
    words = words_field(
        _("Wilt u vertellen waarom?"),
        required=False,
        max_length=2000,
        help_text=_("Alleen uw regisseur leest dit."),
    )
    done = _("Uw vraag ligt bij de regisseur. U hoort het binnen een week.")
    about_coordinator = _("Uw regisseur en de teamleider weten het. U hoort het binnen een week.")

    def __init__(self, *args: Any, leaves: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leaves = leaves
        if leaves.is_coordinator:
            self.done = self.about_coordinator
            self.fields["words"].help_text = _(
                "Uw regisseur leest dit. De teamleider hoort dat u het vraagt, en leest dit niet."
            )

    def save(self) -> None:
        data = self.cleaned_data
        LeaveRequest(
            id=data["key"],
            case_file=self.case_file,
            seat=self.leaves,
            asked_by=self.seat,
            words=data["words"],
        ).ask()


class AnswerLeaveForm(CaseForm):
    """Yes, the seat ends; or no, and why."""

    depends = ("words",)
    YES, NO = "ja", "nee"
    leaves = RadioChoice(
        label=_("Gaat deze persoon van tafel?"),
        choices=[(YES, _("ja, de plek stopt nu")), (NO, _("nee"))],
    )
    words = words_field(
        _("Uw antwoord aan de bewoner"),
        max_length=2000,
        required=False,
        help_text=_("Bij een nee leest de bewoner hier waarom."),
    )

    def __init__(self, *args: Any, asked: LeaveRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("leaves") == self.NO and not data.get("words"):
            self.add_error("words", _("Schrijf een antwoord. De bewoner leest het."))
        return data

    def save(self) -> None:
        data = self.cleaned_data
        self.asked.answer(self.seat, data["leaves"] == self.YES, data["words"])
