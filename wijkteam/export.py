"""What one person may take along: chapters of lines, the same for a machine and for a reader."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Line = dict[str, Any]
# Fields without words of their own: nothing in English goes along.
UNNAMED = {
    "at": _("wanneer"), "done_at": _("klaar"), "since": _("sinds"), "until": _("tot"),
    "withdrawn_at": _("gestopt"), "language": _("taal"), "reaction": _("uw antwoord"),
}  # fmt: skip


@dataclass(frozen=True)
class Chapter:
    """One kind of thing; each line says in words what is what."""

    title: str | Promise
    lines: list[Line] = field(default_factory=list)
    # What a reader gets instead of a value, by its label; nothing: that is for a machine alone.
    read: dict[str, Callable[[Any], Any]] = field(default_factory=dict)


def line_of(row: models.Model, *names: str) -> Line:
    """These fields of a row under their own names, choices in words, what is empty left out."""
    found: Line = {}
    for name in names:
        shown = getattr(row, f"get_{name}_display", None)
        value = shown() if shown else getattr(row, name)
        if value not in (None, "", []):
            found[label(row, name)] = plain(value)
    return found


def label(of: models.Model | type[models.Model], name: str) -> str:
    """How a field is called in the download, by its own words."""
    model_field: Any = of._meta.get_field(name)
    is_named = str(model_field.verbose_name) != name.replace("_", " ")
    return str(model_field.verbose_name if is_named else UNNAMED.get(name, name))


def plain(value: Any) -> Any:
    """What JSON can hold: moments as they are on the clock here."""
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value if isinstance(value, (bool, int, float)) else str(value)


def readable(chapters: Iterable[Chapter]) -> list[Chapter]:
    """The same for a reader: dates in words, yes and no, lists in one line."""
    return [Chapter(one.title, [_to_read(line, one) for line in one.lines]) for one in chapters]


def _to_read(line: Line, of: Chapter) -> Line:
    told = {label: of.read.get(label, _same)(value) for label, value in line.items()}
    return {label: _in_words(value) for label, value in told.items() if value != ""}


def _same(value: Any) -> Any:
    return value


def for_machines(_value: Any) -> str:
    """A reader learns nothing of it."""
    return ""


def _in_words(value: Any) -> str:
    if isinstance(value, bool):
        return str(_("ja") if value else _("nee"))
    if isinstance(value, list):
        return ", ".join(_in_words(one) for one in value)
    text = str(value)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return date_format(moment, "j E Y, H.i" if "T" in text else "j E Y")
