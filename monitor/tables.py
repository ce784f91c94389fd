"""A figure as a table: classes down, periods across. The chart is drawn from the same table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from monitor.catalogue import Indicator
from monitor.models import PublishedCell
from wijkteam.figures import Counts


@dataclass(frozen=True)
class Row:
    label: str
    cells: list[int | None]
    note: str = ""  # beside the name of the row, in the table alone

    @property
    def total(self) -> int:
        return sum(cell or 0 for cell in self.cells)


@dataclass(frozen=True)
class Table:
    columns: list[str]
    rows: list[Row]
    # Whether the columns together mean something: flows do, a stock does not.
    adds_up: bool = True

    @property
    def totals(self) -> list[int]:
        """What each column adds up to."""
        return [sum(row.cells[at] or 0 for row in self.rows) for at in range(len(self.columns))]

    @property
    def total(self) -> int:
        return sum(self.totals)


def last_quarters(number: int, today: date) -> list[date]:
    """The first days of the last quarters, oldest first; the running quarter is the last."""
    start = today.replace(month=3 * ((today.month - 1) // 3) + 1, day=1)
    quarters = [start]
    for _again in range(number - 1):
        year, month = (start.year, start.month - 3) if start.month > 3 else (start.year - 1, 10)
        start = date(year, month, 1)
        quarters.insert(0, start)
    return quarters


def quarter_name(start: date) -> str:
    """In months, which everyone knows: 'jan t/m mrt 2026'."""
    last = start.replace(month=start.month + 2)
    months = {"first": date_format(start, "b"), "last": date_format(last, "b"), "year": start.year}
    return _("%(first)s t/m %(last)s %(year)s") % months


def team_table(indicator: Indicator, teams: Sequence[int], quarters: Sequence[date]) -> Table:
    """The unrounded figures of some teams, from the indicator's own source."""
    counts: Counts = indicator.source(teams, quarters[0])
    shown = quarters[-1:] if indicator.of_today else quarters
    rows = [
        Row(str(label), [counts.get((quarter, key), 0) for quarter in shown])
        for key, label in indicator.classes
    ]
    names = [_("vandaag")] if indicator.of_today else [quarter_name(one) for one in shown]
    return Table(names, rows, adds_up=not (indicator.is_stock or indicator.of_today))


def published_table(cells: Iterable[PublishedCell]) -> Table:
    """A released table, in the order in which it was frozen."""
    values: dict[tuple[str, str], Any] = {(cell.row, cell.column): cell.value for cell in cells}
    rows = list(dict.fromkeys(row for row, _column in values))
    columns = list(dict.fromkeys(column for _row, column in values))
    return Table(
        columns, [Row(row, [values.get((row, column)) for column in columns]) for row in rows]
    )
