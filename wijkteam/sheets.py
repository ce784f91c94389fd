"""Rows as a file for a spreadsheet: CSV as Dutch Excel expects it, and ODS."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

# Also the wide signs: a spreadsheet set to Chinese or Japanese takes those for formulas as well.
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 meant so


def harmless(value: Any) -> Any:
    """Words that would be taken for a formula get an apostrophe before them; numbers stay."""
    return f"'{value}" if isinstance(value, str) and value.startswith(RISKY) else value


def as_csv(rows: Iterable[Sequence[Any]]) -> bytes:
    """With semicolons, and in UTF-8 with its mark."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def as_ods(sheets: Mapping[str, Iterable[Sequence[Any]]]) -> bytes:
    """Title of a sheet -> its rows. Whole numbers stay numbers, all else is words."""
    book = OpenDocumentSpreadsheet()
    for title, rows in sheets.items():
        sheet = Table(name=title)
        for row in rows:
            line = TableRow()
            for value in row:
                line.addElement(_cell(value))
            sheet.addElement(line)
        book.spreadsheet.addElement(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(value: Any) -> TableCell:
    """With a paragraph for each line."""
    if isinstance(value, int):
        cell = TableCell(valuetype="float", value=str(value))
    else:
        cell = TableCell(valuetype="string")
    for line in ("" if value is None else str(value)).split("\n"):
        cell.addElement(P(text=line))
    return cell
