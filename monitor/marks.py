"""Marks and medians that may be shown: of ten answers or more, small groups merged into one.

Pure: numbers in, numbers out. How to use it, once a year, at the moment of freezing:

    marks([Answers("WK01", "West", number=14, total=98), ...], secrets.SystemRandom())

Rules, all of them known to whoever attacks:
- A group (a neighbourhood) with ten answers or more is shown by itself, with one decimal.
- All groups below ten together are one rest group, of two groups at least and ten answers at least.
- When the rest group would tell the mean of one of its small groups within 2 points (because that
  group is most of it, or because all gave the lowest mark), the smallest shown group joins it.
- When that does not help, nothing is shown at all: a mean of the town would tell the rest.
- The number of answers is shown as a multiple of five, drawn as in monitor/rounding.py.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from monitor.published import BASE

LEAST = 10
REST = "rest"
TOWN = "all"
TOO_CLOSE = 4.0  # an interval of 4 wide is known within 2 points


@dataclass(frozen=True)
class Answers:
    """What one group gave: how many answers, and the sum of their marks."""

    key: str
    name: str
    number: int
    total: int


@dataclass(frozen=True)
class Mark:
    """What may be shown. `about` is the number of answers, a multiple of five."""

    key: str
    names: tuple[str, ...]
    about: int
    mean: float


@dataclass(frozen=True)
class Waited:
    """How many of one group fell in each class, from short to long."""

    key: str
    name: str
    classes: tuple[int, ...]

    @property
    def number(self) -> int:
        return sum(self.classes)


@dataclass(frozen=True)
class Median:
    """The class in which the middle one falls: an index into the classes."""

    key: str
    names: tuple[str, ...]
    about: int
    at: int


Group = TypeVar("Group", Answers, Waited)


def marks(
    groups: Sequence[Answers], rng: random.Random, low: int = 1, high: int = 10
) -> list[Mark]:
    """Shown groups by name, then the rest group, then the whole town; empty: too few to tell."""
    shown, rest = split(groups, lambda some: is_hidden(some, low, high))
    return [
        Mark(key, tuple(one.name for one in some), about(some, rng), mean(some))
        for key, some in told(shown, rest)
    ]


def medians(groups: Sequence[Waited], rng: random.Random) -> list[Median]:
    """The same groups and the same rules, for the class in the middle."""
    shown, rest = split(groups, lambda some: len([one for one in some if one.number]) >= 2)
    return [
        Median(key, tuple(one.name for one in some), about(some, rng), middle(some))
        for key, some in told(shown, rest)
    ]


def split(
    groups: Sequence[Group], hides: Callable[[Sequence[Group]], bool]
) -> tuple[list[Group], list[Group]]:
    """Groups to show, and those in the rest group; both empty when nothing can be shown."""
    shown = sorted((one for one in groups if one.number >= LEAST), key=lambda one: -one.number)
    rest = [one for one in groups if one.number < LEAST]
    if not any(one.number for one in rest):
        return shown, []
    while size(rest) < LEAST or not hides(rest):
        if not shown:
            return [], []
        rest.append(shown.pop())
    return shown, rest


def told(shown: Sequence[Group], rest: Sequence[Group]) -> list[tuple[str, Sequence[Group]]]:
    """Each shown group by itself, the rest as one, and the town when that is more than one."""
    found: list[tuple[str, Sequence[Group]]] = [
        (one.key, [one]) for one in sorted(shown, key=lambda one: one.name)
    ]
    if rest:
        found.append((REST, sorted(rest, key=lambda one: one.name)))
    if len(found) > 1:
        whole: list[Group] = list(shown)
        whole.extend(rest)
        found.append((TOWN, whole))
    return found


def is_hidden(rest: Sequence[Answers], low: int, high: int) -> bool:
    """Whether the mean of each small group stays unknown within 2 points."""
    small = [one for one in rest if 0 < one.number < LEAST]
    return all(
        highest - lowest > TOO_CLOSE
        for lowest, highest in (interval(one, rest, low, high) for one in small)
    )


def interval(one: Answers, rest: Sequence[Answers], low: float, high: float) -> tuple[float, float]:
    """Between what the mean of `one` must lie, for who knows the mean and all sizes of the rest."""
    total = sum(other.total for other in rest)
    others = size(rest) - one.number
    lowest = (total - others * high) / one.number
    highest = (total - others * low) / one.number
    return max(low, lowest), min(high, highest)


def size(groups: Sequence[Answers] | Sequence[Waited]) -> int:
    """How many people, in all of them together."""
    return sum(one.number for one in groups)


def mean(groups: Sequence[Answers]) -> float:
    """Of all their answers together, with one decimal."""
    return round(sum(one.total for one in groups) / size(groups), 1)


def middle(groups: Sequence[Waited]) -> int:
    """The class of the middle one, the lower of two."""
    together = [sum(column) for column in zip(*(one.classes for one in groups), strict=True)]
    until, half = 0, (sum(together) + 1) // 2
    for at, number in enumerate(together):
        until += number
        if until >= half:
            return at
    raise ValueError("There is no middle of nothing.")


def about(groups: Sequence[Answers] | Sequence[Waited], rng: random.Random) -> int:
    """The number of answers as a multiple of five, up with a chance as large as what is left."""
    number = size(groups)
    down = number // BASE * BASE
    return down + BASE * (rng.random() * BASE < number - down)
