"""A release as tables to read: only what was frozen, in its own words and order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from monitor.charts import Chart, bar_chart
from monitor.grids import Grid, grid
from monitor.models import Period, PublishedCell, ReleaseFigure
from monitor.release_catalogue import ABOUT, question_of
from monitor.release_tables import ALL
from monitor.tables import Row, Table

RULE = (
    "Alle aantallen zijn afgerond op vijftallen, zodat geen gezin te herkennen is. Totalen kloppen."
)
CELL = PublishedCell | ReleaseFigure


def shown(cell: CELL | None) -> str:
    """What stands in the table. A zero says that there may be some."""
    if cell is None or (cell.value is None and not cell.words):
        return _("niet gepubliceerd")
    if cell.words:
        about = _("ongeveer %(number)s gezinnen") % {"number": cell.value}
        return f"{cell.words} ({about})" if cell.value else cell.words
    return _("0 (0 tot en met 4)") if cell.value == 0 else str(cell.value)


@dataclass
class ReleasedRow:
    key: str
    label: str
    cells: list[CELL | None] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        return [shown(cell) for cell in self.cells]


@dataclass
class ReleasedTable:
    key: str
    period: str
    columns: list[str]
    rows: list[ReleasedRow]

    @property
    def question(self) -> Any:
        return question_of(self.key)

    @property
    def about(self) -> Any:
        """Unit, formula, norm and caveat, as the catalogue has them."""
        return ABOUT.get(self.key)

    @property
    def is_of_year(self) -> bool:
        return self.period == Period.YEAR

    @property
    def is_crossed(self) -> bool:
        """Many columns: a zero then says what it may be once, below the table."""
        return len(self.columns) > 1

    @property
    def is_small(self) -> bool:
        """Nothing but zeros: a picture of that says nothing."""
        cells = [cell for row in self.rows for cell in row.cells]
        return all(cell is not None and cell.value == 0 and not cell.words for cell in cells)

    @property
    def chart(self) -> Chart | None:
        """Bars of the same numbers, for one column of more than one row."""
        rows = [row for row in self.rows if row.key != ALL]
        if (
            self.is_crossed
            or self.is_small
            or len(rows) < 2
            or any(
                cell is None or cell.words or cell.value is None
                for row in rows
                for cell in row.cells
            )
        ):
            return None
        return bar_chart(
            Table(
                [""], [Row(row.label, [cell.value for cell in row.cells if cell]) for row in rows]
            )
        )

    @property
    def grid(self) -> Grid | None:
        """Squares of the same numbers, for two things crossed."""
        rows = [row for row in self.rows if row.key != ALL]
        at = [number for number, cell in enumerate(self.rows[0].cells) if not is_sum(cell)]
        if len(at) < 2 or len(rows) < 2 or self.is_small:
            return None
        columns = [self.columns[number] for number in at]
        values = [(r.label, [value_of(r.cells[number]) for number in at]) for r in rows]
        return grid(columns, values)


def is_sum(cell: CELL | None) -> bool:
    return cell is not None and cell.column_key == ALL


def value_of(cell: CELL | None) -> int | None:
    return cell.value if cell and not cell.words else None


def tables_of(cells: Iterable[CELL]) -> list[ReleasedTable]:
    """In the order in which they were frozen."""
    return [
        table_of(key, list(some)) for key, some in groupby(cells, key=lambda cell: cell.indicator)
    ]


def table_of(key: str, cells: list[CELL]) -> ReleasedTable:
    at = {(cell.row, cell.column): cell for cell in cells}
    columns = list(dict.fromkeys(cell.column for cell in cells))
    rows = {cell.row: ReleasedRow(cell.row_key, cell.row) for cell in cells}
    for label, row in rows.items():
        row.cells = [at.get((label, column)) for column in columns]
    return ReleasedTable(key, cells[0].period, columns, list(rows.values()))


def chosen(tables: list[ReleasedTable], table: str = "", row: str = "") -> list[ReleasedTable]:
    """Filters choose among what was released; what is not there chooses nothing away."""
    found = [one for one in tables if one.key == table] or tables
    if not any(one.key == row for some in found for one in some.rows):
        return found
    return [
        ReleasedTable(one.key, one.period, one.columns, [r for r in one.rows if r.key == row])
        for one in found
        if any(r.key == row for r in one.rows)
    ]
