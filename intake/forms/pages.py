"""What the pages of a request share: text as it was typed, and answers to read over."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as __

from intake.models.drafts import Raw
from wijkteam.forms import Form


def options(choices: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    return [(value, capfirst(label)) for value, label in choices]


def text(label: Any, longest: int = 200, **kwargs: Any) -> forms.CharField:
    """A line of text, or more when `rows` is given."""
    attrs = {"autocomplete": kwargs.pop("autocomplete", "off")}
    rows = kwargs.pop("rows", 0)
    widget = forms.Textarea({**attrs, "rows": rows}) if rows else forms.TextInput(attrs)
    return forms.CharField(label=label, max_length=longest, widget=widget, **kwargs)


class PageForm(Form):
    """One page. `other` tells whether the request is for someone else."""

    title: Any = ""

    def __init__(self, *args: Any, other: bool = False, **kwargs: Any) -> None:
        self.other = other
        super().__init__(*args, **kwargs)

    @classmethod
    def raw(cls, data: QueryDict) -> Raw:
        """What was typed in the fields of this page, right or wrong."""
        return {name: data.getlist(name) for name in cls.base_fields if name in data}

    @classmethod
    def bound(cls, typed: Raw, **kwargs: Any) -> "PageForm":
        """The form as if it had just been sent with this."""
        data = QueryDict(mutable=True)
        for name, values in typed.items():
            data.setlist(name, values)
        return cls(data, **kwargs)

    @classmethod
    def filled_in(cls, typed: Raw, **kwargs: Any) -> "PageForm":
        """The form with what was typed before, without a word about what is wrong with it."""
        initial = kwargs.pop("initial", {})
        sent = cls.bound(typed, **kwargs)
        before = {name: sent[name].data for name in typed if name in sent.fields}
        return cls(initial={**initial, **before}, **kwargs)

    def answers(self) -> list[tuple[str, str]]:
        """(question, answer) of all that was filled in, for reading it over."""
        found = [(field, self._said(field.name)) for field in self]
        return [(str(field.label), said) for field, said in found if said]

    def _said(self, name: str) -> str:
        value = self.cleaned_data.get(name)
        labels = dict(getattr(self.fields[name], "choices", ()))
        if isinstance(value, list):
            return ", ".join(str(labels[one]) for one in value)
        if isinstance(value, bool):
            return __("Ja") if value else ""
        return str(labels.get(value, value) if value else "")
