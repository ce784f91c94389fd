"""Help from people without an account: sending them one action, and what they answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.forms.base import CaseForm, words_field
from casework.models import Action, ActionLink, LinkedAction, TimelineEntry
from casework.models.links import known_address
from wijkteam import references
from wijkteam.forms import Form, RadioChoice
from wijkteam.models import User

DONE, NOT_DONE = "klaar", "niet"
ANSWERS = [(DONE, _("ja, het is klaar")), (NOT_DONE, _("nee, nog niet"))]
NO_WORDS = _("Schrijf kort op hoe het gaat.")


class SendActionForm(CaseForm):
    """By mail; without an address it becomes a letter to print."""

    makes = ActionLink
    email = forms.EmailField(
        label=_("E-mailadres"),
        required=False,
        help_text=_("Leeg laten kan: dan wordt het een brief om te printen."),
        widget=forms.EmailInput({"autocomplete": "off"}),
        error_messages={"invalid": _("Dit e-mailadres klopt niet.")},
    )

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.action = action
        self.fields["email"].initial = known_address(action)

    def save(self) -> None:
        data = self.cleaned_data
        ActionLink.send(self.action, self.by, data["email"], data["key"])


class AnswerFields(Form):
    depends = ("words",)
    how = RadioChoice(label=_("Is het gelukt?"), choices=ANSWERS)
    words = words_field(
        _("Wilt u er iets bij vertellen?"), required=False, max_length=2000,
        help_text=_(
            "Het gezin en hun hulpverleners lezen dit. Lukt het niet, schrijf dan kort waarom."
        ),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("how") == NOT_DONE and not data.get("words"):
            self.add_error("words", NO_WORDS)
        return data

    @property
    def is_done(self) -> bool:
        return bool(self.cleaned_data["how"] == DONE)


class LinkedActionForm(AnswerFields):
    """The helper's own answer, through the link."""

    def save(self, token: str) -> bool:
        return LinkedAction.answer(token, self.is_done, self.cleaned_data["words"])


class CodeForm(Form):
    """What a helper reads aloud from the mail or letter."""

    code = forms.CharField(
        label=_("Welke code staat er in de brief of mail?"),
        max_length=40,
        help_text=_("Acht tekens, zoals ACDE-FGHJ."),
        widget=forms.TextInput({"autocomplete": "off", "dir": "ltr"}),
        error_messages={"required": _("Vraag om de code, en vul die in.")},
    )
    action: LinkedAction | None = None

    def clean_code(self) -> str:
        code = references.normal_reference(self.cleaned_data["code"])
        self.action = LinkedAction.by_code(code) if code else None
        if self.action is None:
            raise forms.ValidationError(
                _("Bij deze code is er geen open afspraak van uw team. Klopt elk teken?")
            )
        return code


class CodeAnswerForm(AnswerFields):
    """Who picks up the phone writes down the helper's answer; no more than this action is seen."""

    code = forms.CharField(widget=forms.HiddenInput)

    def save(self, by: User) -> bool:
        data = self.cleaned_data
        return LinkedAction.answer_by_code(data["code"], self.is_done, data["words"], by)


class PhoneAnswerForm(AnswerFields, CaseForm):
    """The helper calls; who picks up the phone writes it down in the helper's name."""

    makes = TimelineEntry

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.action = action
        self.fields["words"].label = _("Wat vertelde deze persoon?")

    def save(self) -> None:
        data = self.cleaned_data
        self.action.answered_by_phone(self.seat, data["words"], self.is_done, data["key"])
