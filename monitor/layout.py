"""Figures in the order and with the words in which they are shown, totals among them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override

from monitor import counting
from monitor.models import Period, Publication, Release, ReleaseFigure
from monitor.periods import Quarter
from monitor.published import Published
from monitor.release_catalogue import AXES, YEAR_TABLES, YearTable
from monitor.release_tables import ALL, BALANCES, TABLE, TABLES, Key, Table

Numbers = Mapping[Key, int]


@dataclass(frozen=True)
class Line:
    key: Key
    period: str
    row: str
    column: str = ""
    count: int | None = None
    value: int | None = None
    words: str = ""

    def figure(self, release: Release, position: int) -> ReleaseFigure:
        return ReleaseFigure(
            release=release, indicator=self.key[0], period=self.period, row=self.row,
            column=self.column, row_key=self.key[1], column_key=self.key[2], position=position,
            count=self.count, value=self.value, words=self.words,
        )  # fmt: skip


def lines_of(counts: Numbers, values: Numbers) -> list[Line]:
    """All tables of the quarter, then those of the year. A release speaks Dutch, whoever makes it:
    its words are frozen with its figures."""
    with override("nl"):
        names = names_of_rows(counts)
        found = [line for table in TABLES for line in quarter_lines(table, names, counts, values)]
        for year in YEAR_TABLES:
            if any(key[0] == year.key for key in values):
                found += year_lines(year, names, counts, values)
        return found


def names_of_rows(counts: Numbers) -> dict[str, dict[str, str]]:
    """{table: {key: words}} in the order of the screen; neighbourhoods by name."""
    names = {table.key: {str(key): str(words) for key, words in table.rows} for table in TABLES}
    names[AXES[0]] = dict(counting.names())
    for table, key, _column in counts:
        if table in names and key != ALL:
            names[table].setdefault(key, key)
    return names


def quarter_lines(
    table: Table, names: dict[str, dict[str, str]], counts: Numbers, values: Numbers
) -> list[Line]:
    rows = [
        Line(key, Period.QUARTER, words, count=counts[key], value=values[key])
        for name, words in names[table.key].items()
        if (key := (table.key, name, "")) in values
    ]
    if table.key not in BALANCES:
        total, key = table.sum, (table.key, ALL, "")
        rows.append(Line(key, Period.QUARTER, _("samen"), count=counts[total], value=values[total]))
    return rows


def year_lines(
    table: YearTable, names: dict[str, dict[str, str]], counts: Numbers, values: Numbers
) -> list[Line]:
    """Every cell, each row with its sum, and a row of sums below."""
    cells = [key for key in values if key[0] == table.key]
    downs = [name for name in names[table.down] if any(key[1] == name for key in cells)]
    acrosses = [name for name in names[table.across] if any(key[2] == name for key in cells)]
    down = names[table.down] | {ALL: _("samen")}
    across = names[table.across] | {ALL: _("samen")}
    found = []
    for one in [*downs, ALL]:
        for two in [*acrosses, ALL]:
            inside = [k for k in cells if one in (k[1], ALL) and two in (k[2], ALL)]
            found.append(
                Line(
                    (table.key, one, two),
                    Period.YEAR,
                    down[one],
                    across[two],
                    sum(counts[key] for key in inside),
                    sum(values[key] for key in inside),
                )  # fmt: skip
            )
    return found


def without_totals(numbers: Mapping[Key, int | None]) -> dict[Key, int]:
    """Of what was published: the figures themselves, as the rounding and an attacker name them."""
    return {key: number for key, number in numbers.items() if number is not None and is_figure(key)}


def is_figure(key: Key) -> bool:
    if key[0] in TABLE:
        return key[1] != ALL or TABLE[key[0]].sum == key
    return ALL not in key and any(table.key == key[0] for table in YEAR_TABLES)


def as_published(publication: Publication) -> Published:
    """A release as an attacker takes it from the page."""
    cells = publication.cells.values_list("indicator", "row_key", "column_key", "value")
    values = without_totals({(a, b, c): value for a, b, c, value in cells})
    return Published(Quarter(publication.year, publication.quarter), values, publication.most)
