"""A released figure over all releases, side by side: only what was published, as it was."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from monitor.charts import Chart, bar_chart, stacked_chart
from monitor.choices import Quality
from monitor.lines import MOST, LineChart, line_chart
from monitor.models import Period, Publication, PublishedCell
from monitor.release_catalogue import ABOUT, AXES
from monitor.release_tables import ALL, BALANCES
from monitor.tables import Row, Table
from wijkteam.models import Neighbourhood

QUESTIONS: dict[str, Any] = {key: one.question for key, one in ABOUT.items()}
# A quality has the address of a figure (qualities.py): what is asked and told stands beside both.
QUALITIES = {f"quality_{one.value}": one for one in Quality}
SPOKEN_OF: dict[str, Any] = {key: one.label for key, one in QUALITIES.items()} | QUESTIONS


@dataclass(frozen=True)
class Drawn:
    """How a table is shown: `kind` names the template of the chart."""

    kind: str
    chart: Chart | LineChart
    table: Table


def side_by_side(
    cells: Iterable[PublishedCell], releases: list[Publication], notes: Mapping[str, str]
) -> Table:
    """Rows as they were named last, one column per release; the totals left out of the rows."""
    numbers: dict[str, dict[int, int | None]] = {}
    names: dict[str, str] = {}
    for cell in cells:
        key = cell.row_key or cell.row
        names[key] = cell.row
        numbers.setdefault(key, {})[cell.publication_id] = cell.value
    rows = [
        Row(names[key], [found.get(one.pk) for one in releases], notes.get(key, ""))
        for key, found in numbers.items()
        if key != ALL or len(numbers) == 1
    ]
    return Table([str(one) for one in releases], rows, adds_up=False)


def drawn(key: str, table: Table) -> Drawn:
    """Lines over three releases or more; until then, and for many rows, bars."""
    if len(table.rows) > MOST:
        last = Table(table.columns[-1:], [Row(row.label, row.cells[-1:]) for row in table.rows])
        return Drawn("bar", bar_chart(last), table)
    if len(table.columns) > 2 or key in BALANCES:
        return Drawn("line", line_chart(table), table)
    return Drawn("stacked", stacked_chart(table), table)


def of_quarters(key: str) -> tuple[Table, list[Publication]]:
    """In two queries, whatever the number of releases; of wijken one more, for who lives there."""
    releases = list(Publication.objects.order_by("year", "quarter"))
    cells = PublishedCell.objects.filter(indicator=key, period=Period.QUARTER)
    notes = inhabitants() if key == AXES[0] else {}
    return side_by_side(cells.order_by("publication__year", "publication__quarter", "position"),
                        releases, notes), releases  # fmt: skip


def inhabitants() -> dict[str, str]:
    """Public, and read beside the figures: of many people few may ask, and of few many."""
    known = Neighbourhood.objects.exclude(population=None).values_list("code", "population")
    return {code: _("%(number)s inwoners") % {"number": number} for code, number in known}
