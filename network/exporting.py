"""The register as a file: CSV and ODS, with the headings that reading in knows.

A cell that a spreadsheet would take for a formula gets an apostrophe before it.
"""

import csv
import io
from collections.abc import Iterable
from typing import Any

from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from network.columns import COLUMNS
from network.models import Vindplaats

HEADINGS = [column.heading for column in COLUMNS] + ["wie houdt contact"]
# Also the wide signs: a spreadsheet set to Chinese or Japanese takes those for formulas as well.
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 meant so


def harmless(words: str) -> str:
    """Never a formula, whoever opens the file."""
    return f"'{words}" if words.startswith(RISKY) else words


def rows(places: Iterable[Vindplaats]) -> Iterable[list[str]]:
    yield HEADINGS
    for place in places:
        cells = [written(place, column.name) for column in COLUMNS]
        yield [*cells, harmless(place.holder.name if place.holder else "")]


def written(place: Vindplaats, name: str) -> str:
    """One cell, in words. A number that we wrote ourselves is no formula."""
    if name == "wijken":
        return harmless("; ".join(wijk.name for wijk in place.neighbourhoods.all()))
    if name == "life_domains":
        return "; ".join(place.domain_labels)
    if name == "languages":
        return "; ".join(place.language_labels)
    if name in {"kind", "formality"}:
        return str(getattr(place, f"get_{name}_display")())
    value: Any = getattr(place, name)
    if isinstance(value, str):
        return harmless(value)
    return "" if value is None else harmless(str(value)) if name == "phone" else str(value)


def as_csv(places: Iterable[Vindplaats]) -> bytes:
    """With semicolons and a mark of UTF-8, as Dutch Excel expects."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows(places))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def as_ods(places: Iterable[Vindplaats]) -> bytes:
    book = OpenDocumentSpreadsheet()
    table = Table(name="Vindplaatsen")
    for row in rows(places):
        line = TableRow()
        for words in row:
            cell = TableCell(valuetype="string")
            for part in words.split("\n"):
                cell.addElement(P(text=part))
            line.addElement(cell)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def wrong_rows(columns: list[str], found: Iterable[dict[str, Any]]) -> bytes:
    """The rows that were not read in, as they stood, with what is wrong in the last column."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow([*map(harmless, columns), "wat er mis is"])
    for row in found:
        cells = [harmless(cell) for cell in row["cells"]]
        cells += [""] * (len(columns) - len(cells))
        writer.writerow([*cells, "; ".join(row["errors"])])
    return b"\xef\xbb\xbf" + out.getvalue().encode()
