"""Which letters were printed."""

from typing import Any
from uuid import UUID

from django import forms

from wijkteam.forms import Form


class Keys(forms.Field):
    """Any number of keys; what is no key is left out."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: Any) -> list[UUID]:
        return [key for one in value or [] if (key := _key(str(one)))]


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


class PrintedForm(Form):
    brief = Keys(required=False)
