"""Handing in a document, or a newer version of one."""

from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from casework.forms.base import CaseForm, own_domain_field
from casework.forms.home import name_readers
from casework.models import Document
from wijkteam.files import DocumentField


def title_field() -> forms.CharField:
    return forms.CharField(
        label=_("Wat is het?"),
        help_text=_("Bijvoorbeeld: brief over de huur."),
        max_length=120,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )


class FileForm(CaseForm):
    """What was typed stays when the file is not right; the file itself is chosen anew."""

    makes = Document
    file = DocumentField(label=_("Welk bestand?"))

    @property
    def title_of_it(self) -> str:
        """What was said that it is, else what the file is called."""
        name = str(self.cleaned_data["file"].name)
        return self.cleaned_data["title"] or name.rsplit(".", 1)[0][:120] or name[:120]


class NewDocumentForm(FileForm):
    """What a colleague and a resident both say of it."""

    title = title_field()

    def save(self) -> None:
        data = self.cleaned_data
        Document(
            id=data["key"],
            case_file=self.case_file,
            by=self.seat,
            title=self.title_of_it,
            life_domain=data.get("life_domain", ""),
            for_household=data.get("for_household", False),
        ).add(data["file"])


class DocumentForm(NewDocumentForm):
    life_domain = forms.ChoiceField(
        label=_("Waar gaat het over?"),
        required=False,
        help_text=_("Kiest u een leefgebied? Dan leest alleen mee wie daarbij hoort."),
    )
    for_household = forms.BooleanField(label=_("Het gezin mag dit document lezen"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whole = self.standing.domains is None
        nothing = [("", _("voor de hele tafel"))] if whole else []
        choices = [*nothing, *self.standing.domain_choices]
        self.fields["life_domain"].choices = choices  # type: ignore[attr-defined]
        self.fields["life_domain"].required = not nothing
        fields = ["title", "file", "life_domain"]
        if self.case_file.has_own_parts:
            fields.append("for_household")
            name_readers(self)
        else:
            del self.fields["for_household"]
        self.helper.layout = Layout(*fields)


class OwnDocumentForm(NewDocumentForm):
    """A resident hands something in for the whole table, or for one part of life."""

    life_domain = own_domain_field()
    for_household = forms.BooleanField(
        label=_("Anderen in mijn huis mogen dit ook lezen"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout("title", "file", "life_domain", "for_household")


class VersionForm(FileForm):
    def __init__(self, *args: Any, document: Document, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.document = document
        self.helper.layout = Layout("file")

    def save(self) -> None:
        self.document.add_version(self.seat, self.cleaned_data["file"], self.cleaned_data["key"])
