"""What the forms about one case file share."""

import uuid
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models import CaseFile, Seat
from casework.standing import Standing
from wijkteam.choices import LifeDomain
from wijkteam.forms import Form
from wijkteam.models import User

MOST_WORDS = 10_000
CLOSED = _("Dit dossier is afgesloten. Er kan niets meer bij.")


class CaseForm(Form):
    """One verb on a case file. The row it makes gets its key when the form is shown, so that
    sending it twice makes one row."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    makes: type[models.Model] | None = None
    is_again = False  # filled in with the row that it changes
    first = ""  # the field to write in at once, on a page that is for nothing else

    def __init__(self, *args: Any, case_file: CaseFile, standing: Standing, **kwargs: Any) -> None:
        # Two forms may be opened in one page; their fields keep apart.
        kwargs.setdefault("auto_id", f"id_{type(self).__name__.lower()}_%s")
        super().__init__(*args, **kwargs)
        self.case_file, self.standing = case_file, standing
        self.fields["key"].initial = uuid.uuid4

    def start_writing(self) -> None:
        """The cursor stands ready, which saves a click; not when errors must be read first."""
        if self.first and not self.is_bound:
            self.fields[self.first].widget.attrs["autofocus"] = True

    @property
    def is_too_late(self) -> bool:
        """Nothing can be added or changed any more: the file was closed."""
        return self.case_file.closed_at is not None

    def full_clean(self) -> None:
        """Then nobody has to hear first that whoever would do it left the table."""
        super().full_clean()
        if self.is_bound and self.is_too_late:
            self._errors = self.errors.__class__()
            self.add_error(None, CLOSED)

    def was_sent_before(self) -> bool:
        """The row is there already. Looked at before the answers: a choice that was made the first
        time may not be there to choose any more."""
        try:
            key = uuid.UUID(self.data.get("key", ""))
        except ValueError:
            return False
        rows = self.makes._default_manager.filter(case_file=self.case_file) if self.makes else None
        return rows is not None and rows.filter(pk=key).exists()

    def changes_nothing(self) -> bool:
        """Sent as it was shown, of a row that still stands so: there is nothing to write down."""
        return (
            self.is_again
            and self.is_valid()
            and all(self.cleaned_data[name] == was for name, was in self.initial.items())
        )

    @property
    def anchor(self) -> str:
        """Where on the page of the file that what was made stands, when that is known."""
        return ""

    @property
    def draft(self) -> str:
        """Where the browser keeps what is typed: per person, file and form. A resident's phone may
        be shared, so there it stays in the tab (data-keep)."""
        if self.standing.is_household:
            return ""
        return f"{self.by.pk}:{self.case_file.pk}:{type(self).__name__.lower()}"

    def clean_key(self) -> uuid.UUID:
        return self.cleaned_data["key"] or uuid.uuid4()

    @property
    def seat(self) -> Seat:
        return self.standing.chair

    @property
    def by(self) -> User:
        return self.standing.user

    def save(self) -> None:
        """Calls one verb."""
        raise NotImplementedError


def words_field(label: Any, rows: int = 4, **more: Any) -> forms.CharField:
    """A box to write in, which grows."""
    more.setdefault("max_length", MOST_WORDS)
    return forms.CharField(label=label, widget=forms.Textarea({"rows": rows}), **more)


def own_domain_field() -> forms.ChoiceField:
    """For a resident: who of the table reads it."""
    return forms.ChoiceField(
        label=_("Waar gaat het over?"),
        choices=[("", _("voor de hele tafel")), *LifeDomain.choices],
        required=False,
        help_text=_("Kiest u een leefgebied? Dan leest alleen mee wie daarbij hoort."),
    )


def mark_field(label: Any, **more: Any) -> forms.IntegerField:
    """A mark from 1 to 10."""
    wrong = _("Vul een cijfer in van 1 tot en met 10.")
    return forms.IntegerField(
        label=label,
        min_value=1,
        max_value=10,
        widget=forms.TextInput({"inputmode": "numeric", "maxlength": 2, "autocomplete": "off",
                                "class": "wt-mark-input"}),
        error_messages={"required": wrong, "invalid": wrong, "min_value": wrong,
                        "max_value": wrong},
        **more,
    )  # fmt: skip
