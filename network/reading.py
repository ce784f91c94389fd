"""A spreadsheet as rows of text: CSV as people save it, XLSX and ODS as they are.

What Excel turned into a date stays recognisable (`Dated`), so that "9-12" that became 9 December is
not read in without a word.
"""

import csv
import io
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

MOST_ROWS = 20_000


class Unreadable(Exception):
    """This file is no list that we can read; the message says why, for whoever sent it."""


class Dated(str):
    """A cell that the spreadsheet keeps as a date, written as 2026-03-06."""

    __slots__ = ()


def read(content: bytes) -> list[list[str]]:
    """The rows of the first sheet that has any, without empty ones at the end."""
    if content[:4] == b"PK\x03\x04":
        rows = list(sheet(content))
    else:
        rows = list(csv.reader(io.StringIO(decoded(content)), delimiter=delimiter(content)))
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    if len(rows) > MOST_ROWS:
        raise Unreadable(_("De lijst heeft meer dan %s rijen. Knip hem in delen.") % MOST_ROWS)
    return rows


def sheet(content: bytes) -> Iterable[list[str]]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            if rows:
                return [[written(cell) for cell in row] for row in rows]
    except (CalamineError, OSError, ValueError) as error:
        words = _("Wij kunnen dit bestand niet lezen. Bewaar het opnieuw als CSV, XLSX of ODS.")
        raise Unreadable(words) from error
    return []


def written(cell: Any) -> str:
    """A cell as people would type it: 60 and not 60.0."""
    if isinstance(cell, datetime | date):
        return Dated(f"{cell:%Y-%m-%d}")
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def decoded(content: bytes) -> str:
    """As UTF-8, or as the older Windows way of writing that Excel still makes."""
    if b"\x00" in content:
        raise Unreadable(_("Dit is geen CSV, XLSX of ODS."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def delimiter(content: bytes) -> str:
    """What stands most often in the first line: Dutch Excel writes semicolons."""
    first = content.split(b"\n", 1)[0]
    return max(";,\t", key=lambda mark: first.count(mark.encode()))
