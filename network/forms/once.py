"""A form whose row gets its key when the form is shown: sending it twice makes one row."""

import uuid
from typing import Any

from django import forms

from wijkteam.forms import Form


class OnceForm(Form):
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = uuid.uuid4

    def clean_key(self) -> uuid.UUID:
        return self.cleaned_data["key"] or uuid.uuid4()
