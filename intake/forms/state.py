"""Forms of someone who comes back: to go on, to see how it stands, to answer a report."""

from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from intake.choices import Reaction
from intake.forms.pages import options, text
from wijkteam import references
from wijkteam.forms import Form, RadioChoice


class CodeField(forms.CharField):
    """A code or number as people write it: with or without dashes, in small letters too."""

    default_error_messages = {
        "required": _("Vul de code in."),
        "mistyped": _("Deze code klopt niet helemaal. Kijk of u elk teken goed hebt overgenomen."),
    }

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        kwargs.setdefault("widget", forms.TextInput({**attrs, "dir": "ltr"}))
        super().__init__(max_length=40, **kwargs)

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        code = references.normal_reference(typed)
        if typed and not code:
            raise forms.ValidationError(self.error_messages["mistyped"], code="mistyped")
        return code


class PostcodeForm(Form):
    """Which team is mine? Any spelling will do."""

    mark_optional = False
    postcode = text(_("Uw postcode"), 80, autocomplete="postal-code", required=False)


class ResumeForm(Form):
    code = CodeField(label=_("Uw code"), help_text=_("Acht tekens, zoals ACDE-FGHJ."))


class MailCodeForm(Form):
    email = forms.EmailField(
        label=_("Uw e-mailadres"),
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={
            "required": _("Vul uw e-mailadres in."),
            "invalid": _("Dit e-mailadres klopt niet. Kijk of er een @ in staat."),
        },
    )


class FindForm(Form):
    reference = CodeField(
        label=_("Uw nummer"),
        help_text=_("Het staat in onze mail, of op uw briefje. Bijvoorbeeld ACDE-FGHJ."),
        error_messages={"required": _("Vul uw nummer in.")},
    )
    fact = text(
        _("Uw telefoonnummer, e-mailadres of postcode"),
        254,
        help_text=_("Wat u bij de aanvraag invulde. Gaf u die niet? Vul dan uw naam in."),
        error_messages={
            "required": _("Vul uw telefoonnummer, e-mailadres of postcode in, of uw naam.")
        },
    )


class WithdrawForm(Form):
    words = text(
        _("Wilt u zeggen waarom?"), 1000, rows=3, required=False, help_text=_("Het hoeft niet.")
    )


class ReactionForm(Form):
    """The resident's answer to a report."""

    mark_optional = False
    reaction = RadioChoice(label=_("Klopt dit verslag?"), choices=options(Reaction.choices))
    words = text(
        _("Wat wilt u veranderen of toevoegen?"),
        10_000,
        rows=5,
        required=False,
        help_text=_("Uw woorden komen naast het verslag te staan. Het verslag zelf blijft zo."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout("reaction", Div("words", css_class="wt-when wt-when--adds"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        adds = cleaned.get("reaction") == Reaction.ADDS
        if adds and not cleaned.get("words") and "words" not in self.errors:
            self.add_error("words", _("Schrijf op wat u wilt veranderen of toevoegen."))
        return cleaned
