"""A list of places from a spreadsheet: first looked at, then put in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network import importing, reading
from network.models import RegisterImport
from wijkteam.forms import Form
from wijkteam.models import User

MOST_BYTES = 5 * 1024 * 1024


class ImportForm(Form):
    """One file. Looking at it changes nothing in the register."""

    file = forms.FileField(
        label=_("Welk bestand?"),
        help_text=_("CSV, XLSX of ODS, hoogstens 5 MB."),
        widget=forms.FileInput({"accept": ".csv,.xlsx,.ods"}),
        error_messages={
            "required": _("Kies een bestand."),
            "empty": _("Dit bestand is leeg. Kies een ander."),
        },
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(_("Dit bestand is groter dan 5 MB. Knip de lijst in delen."))
        return file

    def save(self, by: User) -> RegisterImport | None:
        """The list as it was read; None, with the reason on the form, when it cannot be."""
        file = self.cleaned_data["file"]
        try:
            return importing.look(file.read(), file.name, by)
        except reading.Unreadable as error:
            self.add_error("file", str(error))
            return None
