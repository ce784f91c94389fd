"""The list of case files, closing one, and opening it again."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.forms.base import CaseForm, words_field
from casework.models import CaseFile
from casework.models.closing import aftercare_days
from casework.querysets import CaseFileQuerySet
from wijkteam.forms import Form, search_field
from wijkteam.models import User


class FileSearch(Form):
    """What is shown of my case files. Everything stands in the address bar."""

    mark_optional = False
    zoek = search_field(_("Zoek op naam of straat"))
    afgesloten = forms.BooleanField(label=_("afgesloten dossiers"), required=False,
                                    widget=forms.HiddenInput)  # fmt: skip

    def narrow(self, user: User) -> CaseFileQuerySet:
        self.is_valid()
        mine = CaseFile.objects.visible_to(user)
        files = mine.closed() if self.cleaned_data.get("afgesloten") else mine.open()
        return files.search(self.cleaned_data.get("zoek", "").replace("\x00", ""))


class CloseForm(CaseForm):
    words = words_field(
        _("Hoe gaat het nu, in de eigen woorden van de bewoner?"),
        max_length=2000,
        help_text=_('Bijvoorbeeld: "Het gaat weer. Ik weet nu wie ik kan bellen."'),
        error_messages={"required": _("Schrijf in de woorden van de bewoner hoe het nu gaat.")},
    )

    differences_left = words_field(
        _("Er staat nog een verschil open. Wat spraken we daarover af?"),
        max_length=2000,
        help_text=_("Een verschil mag er zijn. Maar wie afsluit, zegt het erbij."),
        error_messages={"required": _("Schrijf op wat er met het verschil gebeurt.")},
    )

    may_be_asked = forms.BooleanField(
        label=_("De bewoner vindt het goed dat wij later vragen hoe het ging"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.case_file.differences.still_open().exists():
            del self.fields["differences_left"]
        if self.case_file.is_apart:
            self.fields["words"].help_text = _(
                "Iedereen in dit huis leest dit. Schrijf op wat ieder van hen mag weten."
            )

    @property
    def aftercare_days(self) -> int:
        return aftercare_days(self.case_file.team)

    @property
    def kept_until(self) -> date:
        return self.case_file.destroy_after(timezone.localdate())

    def save(self) -> None:
        data = self.cleaned_data
        left = data.get("differences_left", "")
        self.case_file.close(self.by, data["words"], left, data["may_be_asked"])


class ReopenForm(Form):
    words = words_field(
        _("Waarom gaat het weer open?"),
        max_length=2000,
        error_messages={"required": _("Schrijf kort op waarom het dossier weer open gaat.")},
    )

    def save(self, case_file: CaseFile, by: User) -> None:
        case_file.reopen(by, self.cleaned_data["words"])
