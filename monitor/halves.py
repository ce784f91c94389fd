"""May marks of half a year be told beside those of the whole year? Only when nobody small shows.

Pure: numbers in, yes or no out. A mark of a half year of some wijken takes something from the marks
of the year: the two halves together are the year, and what is left over may be one small wijk. So
whoever knows every rule and how many answered where is set to work on all of it together, by linear
programming: between which bounds does the mean of each small group lie? Halves are told of ten
answers or more, and only when they bring no group below ten within 2 points.

Small is a wijk with fewer than ten answers in the year, and in a half. What the marks of the year
tell by themselves is not held against the halves.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from monitor.marks import LEAST, TOO_CLOSE

if TYPE_CHECKING:
    from monitor.attacker import Knowledge

LOW, HIGH = 1, 10
DECIMAL = 0.05
Cell = tuple[str, int]  # wijk, half of the year


@dataclass(frozen=True)
class Given:
    """How many answers, and the sum of their marks."""

    number: int
    total: int

    def __add__(self, other: "Given") -> "Given":
        return Given(self.number + other.number, self.total + other.total)


@dataclass(frozen=True)
class Said:
    """A mean that is told, with one decimal, of these cells together."""

    cells: frozenset[Cell]
    mean: float


def may_be_told(
    given: Mapping[Cell, Given], told: Collection[Said], halves: Collection[Said]
) -> bool:
    """Whether `halves` may be told beside what is `told` already."""
    if any(sum(given[cell].number for cell in one.cells) < LEAST for one in halves):
        return False
    before, after = widths(given, told), widths(given, [*told, *halves])
    return all(after[name] > TOO_CLOSE or after[name] >= before[name] - DECIMAL for name in after)


def known(given: Mapping[Cell, Given], told: Iterable[Said]) -> tuple["Knowledge", dict[Cell, int]]:
    """The sum of the marks of each cell is unknown; every mean that is told binds some of them."""
    from monitor.attacker import Knowledge  # with its solver, once a year: not in every process

    knowledge = Knowledge()
    at = {
        cell: knowledge.unknown(LOW * one.number, HIGH * one.number) for cell, one in given.items()
    }
    for one in told:
        number = sum(given[cell].number for cell in one.cells)
        parts = {at[cell]: 1.0 for cell in one.cells}
        knowledge.between(parts, number * (one.mean - DECIMAL), number * (one.mean + DECIMAL))
    return knowledge, at


def widths(given: Mapping[Cell, Given], told: Iterable[Said]) -> dict[object, float]:
    """Of each small group: how far apart its lowest and its highest mean are, that still fit."""
    from monitor.attacker import Impossible, intervals

    knowledge, at = known(given, told)
    small: dict[object, tuple[int, int]] = {
        cell: (at[cell], one.number) for cell, one in given.items() if 0 < one.number < LEAST
    }
    for wijk in sorted({name for name, _half in given}):
        cells = [cell for cell in given if cell[0] == wijk]
        number = sum(given[cell].number for cell in cells)
        if 0 < number < LEAST:
            year = knowledge.unknown()
            knowledge.equal({at[cell]: 1.0 for cell in cells} | {year: -1.0})
            small[wijk] = (year, number)
    try:
        found = intervals(knowledge, [column for column, _number in small.values()])
    except Impossible:
        return dict.fromkeys(small, 0.0)
    return {
        name: (found[column][1] - found[column][0]) / number
        for name, (column, number) in small.items()
    }
