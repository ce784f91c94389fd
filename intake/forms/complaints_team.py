"""What the lead and the handler fill in: who looks into it, why it takes longer, the answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from intake.choices import Judgement
from intake.forms.complaints import MOST_TEXT
from intake.forms.pages import text
from intake.models import Complaint
from wijkteam.forms import Form, RadioChoice
from wijkteam.models import User


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
