"""What somebody sent that was saved nowhere, as the form called it: theirs to take along."""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, QueryDict, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils.choices import flatten_choices
from django.utils.translation import gettext as _

from wijkteam.forms import OurForm

SECRET = {"csrfmiddlewaretoken", "began", "key", "next", "code", "token"}
FormClass = Any  # a subclass of OurForm: django-stubs knows no `base_fields` of it
PARTS = range(3)  # of a date


@dataclass(frozen=True)
class Answer:
    label: str  # empty where no form of that page knows it
    words: str


def typed(request: HttpRequest) -> list[Answer]:
    """What stood on the screen a moment before; nothing hidden or secret."""
    try:
        sent = request.POST
    except (SuspiciousOperation, MultiPartParserError, UnreadablePostError):
        return []
    forms_here: list[FormClass] = _forms_of(request, sent)
    fields = {
        name: field
        for name, field in (forms_here[0].base_fields if forms_here else {}).items()
        if all(_is_like(field, one.base_fields.get(name)) for one in forms_here)
    }
    found = [
        Answer(str(field.label or ""), words)
        for name, field in fields.items()
        if (words := _words(name, field, sent))
    ]
    known = {part for name in fields for part in _parts(name)}
    rest = [text for name, text in sent.items() if name not in known and not _is_secret(name)]
    found += [Answer("", text) for text in map(str, rest) if len(text.split()) > 1]
    return sorted(found, key=lambda one: not one.label)


def _forms_of(request: HttpRequest, sent: QueryDict) -> list[FormClass]:
    """The form that was sent: of those that the page works with, the one that has the fields that
    came; more than one when they are alike. It is not made: that may ask the database something.
    """
    match = request.resolver_match
    view = inspect.unwrap(match.func) if match else None
    here = [
        one
        for one in getattr(view, "__globals__", {}).values()
        if isinstance(one, type) and issubclass(one, OurForm) and _knows(one, sent)
    ]
    ranks = {one: _likeness(one, sent) for one in here}
    best = max(ranks.values(), default=(0, 0))
    return [one for one, rank in ranks.items() if rank == best and rank[0]]


def _knows(form: FormClass, sent: QueryDict) -> bool:
    known = {part for name in form.base_fields for part in _parts(name)}
    return all(name in known or _is_secret(name) for name in sent)


def _likeness(form: FormClass, sent: QueryDict) -> tuple[int, int]:
    """How many of its fields came, and less how many did not."""
    came = [any(part in sent for part in _parts(name)) for name in form.base_fields]
    return sum(came), -came.count(False)


def _parts(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}_{part}" for part in PARTS)


def _is_secret(name: str) -> bool:
    return name in SECRET or "password" in name


def _is_like(field: forms.Field, other: forms.Field | None) -> bool:
    return other is not None and str(other.label) == str(field.label)


def _words(name: str, field: forms.Field, sent: QueryDict) -> str:
    """The answer as it was read on the screen; empty for what was left as it came."""
    widget = field.widget
    is_private = widget.is_hidden or isinstance(widget, forms.PasswordInput) or _is_secret(name)
    if is_private or widget.needs_multipart_form or isinstance(field, forms.ModelChoiceField):
        return ""
    value: Any = widget.value_from_datadict(sent, {}, name)
    if not value or value == field.initial:
        return ""
    if isinstance(field, forms.BooleanField):
        return _("ja")
    values = [str(one).strip() for one in value] if isinstance(value, list) else [str(value)]
    if isinstance(field, forms.ChoiceField):
        choices: Any = field.choices
        called: dict[str, Any] = dict(flatten_choices(choices))
        return ", ".join(str(called[one]) for one in values if one and one in called)
    return " ".join(one for one in values if one).strip()
