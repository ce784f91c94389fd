"""A question about a figure, and its answer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from monitor.choices import Side
from monitor.models import Remark
from wijkteam.forms import Form
from wijkteam.models import User


class AskForm(Form):
    mark_optional = False
    words = forms.CharField(
        label=_("Uw vraag"),
        max_length=2000,
        help_text=_(
            "Vraag naar het werk, nooit naar één gezin. Iedereen die meekijkt, leest uw vraag."
        ),
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Schrijf eerst uw vraag op.")},
    )  # fmt: skip

    def save(self, by: User, indicator: str, side: Side) -> Remark:
        remark = Remark(indicator=indicator, side=side, words=self.cleaned_data["words"])
        remark.ask(by)
        return remark


class ReplyForm(Form):
    mark_optional = False
    words = forms.CharField(
        label=_("Uw antwoord"),
        max_length=4000,
        help_text=_("Uw antwoord blijft bij dit cijfer staan. Laat namen weg."),
        widget=forms.Textarea({"rows": 6}),
        error_messages={"required": _("Schrijf eerst uw antwoord op.")},
    )

    def save(self, by: User, remark: Remark) -> bool:
        return remark.reply(by, self.cleaned_data["words"])
