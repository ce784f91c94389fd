"""A chart shows the figures of its table, to scale, and nothing else."""

import re
from datetime import date

import pytest
from django.template.loader import render_to_string

from monitor.catalogue import BY_KEY, INDICATORS
from monitor.charts import ROOM, WIDTH, bar_chart, stacked_chart
from monitor.tables import Row, Table, last_quarters, quarter_name
from tests import factories
from tests.page import check_page

TABLE = Table(
    ["jan t/m mrt 2026", "apr t/m jun 2026"],
    [Row("op tijd", [30, 1]), Row("te laat", [0, 2]), Row("loopt nog", [10, 1000])],
)


def drawn(chart, stacked: bool) -> str:
    context = {"chart": chart, "key": "proef", "question": "Hoe gaat het?", "stacked": stacked}
    return render_to_string("monitor/_chart.html", context)


def test_a_bar_per_class_with_the_total_of_its_row():
    chart = bar_chart(TABLE)
    assert [(bar.label, bar.total) for bar in chart.bars] == [
        ("op tijd", 31), ("te laat", 2), ("loopt nog", 1010)
    ]  # fmt: skip
    assert [bar.total for bar in chart.bars] == [row.total for row in TABLE.rows]


def test_a_stacked_bar_per_period_with_every_number_of_its_column():
    chart = stacked_chart(TABLE)
    assert [bar.label for bar in chart.bars] == TABLE.columns
    assert [bar.total for bar in chart.bars] == TABLE.totals
    shown = [[(p.shade, p.number) for p in bar.pieces] for bar in chart.bars]
    assert shown == [[(1, 30), (3, 10)], [(1, 1), (2, 2), (3, 1000)]]


@pytest.mark.parametrize("chart", [bar_chart(TABLE), stacked_chart(TABLE)])
def test_lengths_are_to_scale_and_stay_inside(chart):
    assert max(bar.end for bar in chart.bars) <= WIDTH - ROOM
    for bar in chart.bars:
        for piece, following in zip(bar.pieces, bar.pieces[1:], strict=False):
            assert piece.x + piece.width == following.x
        assert all(piece.width >= 3 for piece in bar.pieces)
    wide = [piece for bar in chart.bars for piece in bar.pieces if piece.width > 3]
    longest = max(bar.total for bar in chart.bars)
    for piece in wide:
        assert piece.width == pytest.approx(piece.number * (WIDTH - ROOM - 12) / longest, abs=1)


def test_the_picture_has_words_and_no_style_of_its_own():
    html = drawn(stacked_chart(TABLE), stacked=True)
    assert 'role="img"' in html
    assert '<title id="proef-naam">Hoe gaat het?</title>' in html
    assert "jan t/m mrt 2026: 40. apr t/m jun 2026: 1003." in html
    assert check_page(html) == []
    assert not re.search(r'(x|y|width|height)="[^"]*[,.]', html)


def test_a_number_that_does_not_fit_stands_in_the_table_alone():
    html = drawn(stacked_chart(TABLE), stacked=True)
    inside = re.findall(r"wt-chart__inside[^>]*>(\d+)<", html)
    assert inside == ["1000"]


def test_a_table_of_nothing_draws_nothing():
    empty = Table(["nu"], [Row("op tijd", [0])])
    assert [bar.pieces for bar in stacked_chart(empty).bars] == [[]]
    assert [bar.end for bar in bar_chart(empty).bars] == [0]


def test_quarters_are_named_in_months():
    quarters = last_quarters(4, date(2026, 2, 28))
    assert quarters == [date(2025, 4, 1), date(2025, 7, 1), date(2025, 10, 1), date(2026, 1, 1)]
    assert quarter_name(quarters[-1]) == "jan t/m mrt 2026"
    assert last_quarters(1, date(2026, 12, 31)) == [date(2026, 10, 1)]


def test_the_catalogue_is_whole():
    assert len(BY_KEY) == len(INDICATORS)
    for indicator in INDICATORS:
        assert indicator.question.endswith("?")
        assert all([indicator.formula, indicator.unit, indicator.norm, indicator.caveat])
        assert len({key for key, _label in indicator.classes}) == len(indicator.classes)
        assert len(indicator.classes) <= (6 if indicator.stacked else 8)


@pytest.mark.django_db
@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.key)
def test_every_source_counts_in_known_classes(indicator, team, professional):
    factories.request(team)
    factories.case_file(professional, team)
    counts = indicator.source([team.pk], date(2020, 1, 1))
    assert {label for _quarter, label in counts} <= {key for key, _label in indicator.classes}
