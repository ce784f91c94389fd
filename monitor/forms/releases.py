"""Giving a release back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from monitor.models import Release
from wijkteam.forms import Form
from wijkteam.models import User


class RefuseForm(Form):
    words = forms.CharField(
        label=_("Wat klopt er niet?"),
        help_text=_("Noem geen namen van mensen. Dit komt in het logboek."),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Schrijf op wat er niet klopt.")},
    )

    def save(self, release: Release, by: User) -> None:
        release.refuse(by, self.cleaned_data["words"])
