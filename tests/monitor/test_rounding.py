"""Controlled rounding: hand cases, what must always hold, and that chance is fair."""

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.rounding import CannotRound, Figure, Relation, allowed, round_together


def table(rows: list[list[int]]) -> tuple[list[Figure], list[Relation]]:
    """A table with its row sums, column sums and whole."""
    counts = {f"{r},{c}": n for r, row in enumerate(rows) for c, n in enumerate(row)}
    relations = []
    for r, row in enumerate(rows):
        counts[f"{r},*"] = sum(row)
        relations.append(Relation({f"{r},{c}": 1 for c in range(len(row))} | {f"{r},*": -1}))
    for c in range(len(rows[0])):
        counts[f"*,{c}"] = sum(row[c] for row in rows)
        relations.append(Relation({f"{r},{c}": 1 for r in range(len(rows))} | {f"*,{c}": -1}))
    counts["*,*"] = sum(map(sum, rows))
    relations.append(Relation({f"{r},*": 1 for r in range(len(rows))} | {"*,*": -1}))
    return [Figure(key, number) for key, number in counts.items()], relations


def holds(relations: list[Relation], values: dict[str, int]) -> bool:
    return all(
        sum(sign * values[key] for key, sign in one.parts.items()) == one.constant
        for one in relations
    )


def test_multiples_of_five_stay_and_zero_stays_zero():
    figures, relations = table([[5, 0], [10, 25]])
    rounded = round_together(figures, relations, random.Random(1))
    assert rounded.values == {figure.key: figure.count for figure in figures}
    assert rounded.most == 4


def test_three_threes_become_ten_together():
    """3 + 3 + 3 = 9: either one or two of them go up, as the total does."""
    figures, relations = table([[3, 3, 3]])
    for seed in range(20):
        values = round_together(figures, relations, random.Random(seed)).values
        assert values["*,*"] in (5, 10)
        assert sorted(values[f"0,{at}"] for at in range(3)) == (
            [0, 5, 5] if values["*,*"] == 10 else [0, 0, 5]
        )


def test_a_year_that_runs_stays_near_its_count():
    """Four quarters of 2: without the band all four might go up to 20."""
    for seed in range(30):
        rng, before, published = random.Random(seed), 0, 0
        for _quarter in range(4):
            figure = Figure("a", 2, before, published)
            value = round_together([figure], [], rng).values["a"]
            before, published = before + 2, published + value
            assert value in (0, 5)
            assert abs(published - before) <= 4
        assert published in (5, 10)


def test_on_average_nothing_is_added_or_lost():
    figures, relations = table([[1, 2, 8], [4, 0, 3], [6, 7, 11]])
    rng, sums = random.Random(7), Counter()
    for _draw in range(300):
        sums.update(round_together(figures, relations, rng).values)
    for figure in figures:
        assert sums[figure.key] / 300 == pytest.approx(figure.count, abs=0.75)


def test_what_cannot_be_is_refused():
    with pytest.raises(CannotRound):
        round_together([Figure("a", 3)], [Relation({"a": 1}, 40)], random.Random(1))
    with pytest.raises(CannotRound):
        round_together([Figure("a", 3)], [Relation({"a": 1}, 3)], random.Random(1))


def test_one_step_wider_before_refusing():
    rounded = round_together([Figure("a", 3)], [Relation({"a": 1}, 10)], random.Random(1))
    assert (rounded.values, rounded.most) == ({"a": 10}, 9)


def test_figures_that_may_be_chosen():
    assert list(allowed(Figure("a", 7), 4)) == [5, 10]
    assert list(allowed(Figure("a", 5), 4)) == [5]
    assert list(allowed(Figure("a", 4), 9)) == [0, 5, 10]
    assert list(allowed(Figure("a", 2, before=2, published=5), 4)) == [0]


@settings(max_examples=25, deadline=None)
@given(
    st.integers(2, 4).flatmap(
        lambda width: st.lists(
            st.lists(st.integers(0, 30), min_size=width, max_size=width), min_size=1, max_size=5
        )
    ),
    st.integers(0, 10**9),
)
def test_any_table_adds_up_and_moves_at_most_four(rows, seed):
    figures, relations = table(rows)
    rounded = round_together(figures, relations, random.Random(seed))
    assert holds(relations, rounded.values)
    assert rounded.most == 4
    for figure in figures:
        value = rounded.values[figure.key]
        assert value % 5 == 0
        assert abs(value - figure.count) <= 4


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.tuples(*[st.integers(0, 3)] * 3), min_size=1, max_size=80), st.integers(0, 10**9)
)
def test_three_linked_tables_of_the_same_families_fit(families, seed):
    """Pairs of three things share their margins: the tables of the year."""
    cells: Counter = Counter()
    for kinds in families:
        for a, b in ((0, 1), (0, 2), (1, 2)):
            cells[a, kinds[a], b, kinds[b]] += 1
    margins = {(a, x): sum(one[a] == x for one in families) for a in range(3) for x in range(4)}
    figures = [Figure(str(key), number) for key, number in (*cells.items(), *margins.items())]
    relations = []
    for axis, name in margins:
        for other in {0, 1, 2} - {axis}:
            parts = {
                str(key): 1
                for key in cells
                if {key[0], key[2]} == {axis, other} and (axis, name) in (key[:2], key[2:])
            }  # fmt: skip
            relations.append(Relation(parts | {str((axis, name)): -1}))
    rounded = round_together(figures, relations, random.Random(seed))
    assert holds(relations, rounded.values)
    assert all(abs(rounded.values[one.key] - one.count) <= rounded.most for one in figures)
