"""What the forms here are made of."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkteam.forms import Form
from wijkteam.models import Neighbourhood

WIJK = _("Wijk")


class OnceForm(Form):
    """A form whose row gets its key when the form is shown: sending it twice makes one row."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = uuid.uuid4

    def clean_key(self) -> uuid.UUID:
        return self.cleaned_data["key"] or uuid.uuid4()


def shown_until() -> forms.DateTimeField:
    """When the first page was shown: the next pages hold what was there then, in its order."""
    return forms.DateTimeField(
        widget=forms.HiddenInput, required=False, input_formats=["%Y-%m-%dT%H:%M:%S.%f%z"]
    )


def wijk_field(label: Any = WIJK) -> forms.ModelChoiceField:
    """One wijk of all, by its CBS code."""
    return forms.ModelChoiceField(
        label=label,
        queryset=Neighbourhood.objects.all(),
        to_field_name="code",
        required=False,
        empty_label=_("alle wijken"),
    )


class ListFilter(Form):
    """What is shown of a list; it stands in the address bar."""

    mark_optional = False

    def asked(self) -> dict[str, Any]:
        """What was filled in. A filter that makes no sense is passed over, and named."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def in_use(self) -> bool:
        """Whether the visitor asked for anything less than the whole list."""
        return bool(set(self.asked()) - {"tot"})
