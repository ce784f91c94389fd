"""The picture of the table: everyone has a place, nobody sits on another, names fit."""

from math import hypot

import pytest

from casework.models import Seat
from casework.picture import WIDTH, Chair, Oval, initials, picture, places, short


@pytest.mark.parametrize("number", [1, 2, 3, 5, 8, 12, 16, 20])
def test_places_do_not_overlap_and_stay_inside(number):
    oval = Oval(number)
    around = places(oval)
    assert len(set(around)) == number
    for x, y in around:
        assert 25 <= x <= WIDTH - 25
        assert 25 <= y <= oval.height - 25
    for one in around:
        for other in around:
            gap = ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5
            assert one == other or gap > (52 if number <= 16 else 40)


def test_an_empty_table_has_no_places():
    assert places(Oval(0)) == []


def seat(name: str, **fields) -> Seat:
    return Seat(name=name, **fields)


def test_the_household_sits_in_front_and_the_coordinator_beside_it():
    person, other = seat("Mark Jansen", person_id=1), seat("Els", network_person_id=1)
    sanne = seat("Sanne de Wit", user_id=1, is_coordinator=True)
    drawn = picture([sanne, other, person], ["money"])
    assert [chair.kind for chair in drawn.chairs] == [
        "household", "coordinator", "network", "empty",
    ]  # fmt: skip
    assert [chair.name for chair in drawn.chairs] == ["Mark", "Sanne", "Els", "geld"]
    assert drawn.chairs[3].empty_for == "geld"
    assert drawn.chairs[0].y > drawn.oval.middle[1]


@pytest.mark.parametrize("number", [5, 8, 12, 16])
@pytest.mark.parametrize("household", [1, 2, 4])
def test_no_word_touches_a_chair_or_another_word(number, household):
    """The longest names and parts of life, measured as wide letters."""
    seats = [seat("Francisca", person_id=1) for _one in range(household)]
    seats += [seat("Youssef", user_id=1, is_coordinator=True)]
    nobody = ["safety", "mind", "work"][: number - len(seats)]
    seats += [seat("Maximiliana", user_id=2) for _one in range(number - len(seats) - len(nobody))]
    chairs = picture(seats, nobody).chairs
    for one in chairs:
        for left, top, right, bottom in boxes(one):
            assert left >= 0
            assert right <= WIDTH
            for other in chairs:
                if other is one:
                    continue
                aside = max(left - other.x, 0, other.x - right)
                above = max(top - other.y, 0, other.y - bottom)
                assert hypot(aside, above) > (30 if other.kind == "coordinator" else 27)
                for start, over, end, under in boxes(other):
                    assert right < start or end < left or bottom < over or under < top


def boxes(chair: Chair) -> list[tuple[float, float, float, float]]:
    """Where its words stand: left, top, right, bottom."""
    lines = [(chair.name, chair.name_y, 16), (chair.below, chair.below_y, 13)]
    return [
        (chair.x - len(text) * size * 0.28, y - size * 0.75,
         chair.x + len(text) * size * 0.28, y + size * 0.25)
        for text, y, size in lines if text
    ]  # fmt: skip


def test_many_chairs_show_letters_and_the_list_has_the_names():
    assert picture([seat(f"P{n}", user_id=n) for n in range(1, 17)], []).has_names
    assert not picture([seat(f"P{n}", user_id=n) for n in range(1, 18)], []).has_names


@pytest.mark.parametrize(("name", "letters"), [
    ("Sanne de Wit", "SW"), ("Els", "E"), ("van den Berg", "B"), ("Noor el Amrani", "NA"),
    ("محمد", "م"), ("", "•"), ("(onbekend)", "•"), ("o'neill", "O"),
])  # fmt: skip
def test_initials(name, letters):
    assert initials(name) == letters


def test_a_long_name_is_cut():
    assert short("Maximiliaan-Alexander de Groot") == "Maximiliaan…"
