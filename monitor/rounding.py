"""Controlled rounding: figures to multiples of five that still add up, drawn by chance.

Pure: numbers in, numbers out, no database. All figures of one release are rounded together, as one
small integer program, because rounding one by one either breaks the totals or, with the totals put
right afterwards, tells which way each figure went.

- A figure is a count of families. It is published as a multiple of `BASE`, never below zero and at
  most 4 away from the count. A count of 1 to 4 is published as 0 or 5, a count of 0 as 0.
- A figure that runs on through a year (`before`, `published`) is kept within 4 of the count over
  the quarters of that year together too: otherwise four quarters could drift 16 apart.
- A relation says which figures add up: sum of `coefficient x figure` = `constant`. It holds
  exactly for what is published, as it does for the counts.
- The direction is drawn: a count of 7 becomes 10 in two of five draws, so that the mean over draws
  is the count. The program then keeps as close to all draws as the relations allow. The draws come
  from `rng`: in use `secrets.SystemRandom`, which has no seed that could be kept or guessed.
- When nothing fits, one step wider is tried (9), and then the release is refused.

Sources: Cox (1987), "A constructive procedure for unbiased controlled rounding"; Salazar (2006),
"Controlled rounding and cell perturbation"; Handbook on Statistical Disclosure Control, ch. 5.4.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import highspy

from monitor.published import BASE

STEPS = (BASE - 1, 2 * BASE - 1)  # how far a figure may move: 4, and when that does not fit 9
SECONDS = 60.0


@dataclass(frozen=True)
class Figure:
    """One count to publish. `before` and `published`: earlier quarters of the year, together."""

    key: str
    count: int
    before: int = 0
    published: int = 0


@dataclass(frozen=True)
class Relation:
    """Figures that add up: the sum of coefficient x value over `parts` is `constant`."""

    parts: Mapping[str, int]
    constant: int = 0


@dataclass(frozen=True)
class Rounded:
    """What to publish per key, and how far a figure was allowed to move."""

    values: dict[str, int]
    most: int


class CannotRound(Exception):
    """No multiples of five fit all relations, not even one step wider."""


def round_together(
    figures: Sequence[Figure], relations: Sequence[Relation], rng: random.Random
) -> Rounded:
    """Multiples of five for all figures, such that every relation holds. Raises CannotRound."""
    draws = {figure.key: drawn(figure, rng) for figure in figures}
    weights = {figure.key: 1.0 + rng.random() / 2 for figure in figures}
    for most in STEPS:
        values = _solve(figures, relations, draws, weights, most)
        if values is not None:
            return Rounded(values, most)
    raise CannotRound


def allowed(figure: Figure, most: int) -> range:
    """The multiples of five that this figure may become; empty when there are none."""
    apart = figure.before + figure.count - figure.published
    lowest = max(figure.count - most, apart - most, 0)
    highest = min(figure.count + most, apart + most)
    return range(-(-lowest // BASE) * BASE, highest + 1, BASE)


def drawn(figure: Figure, rng: random.Random) -> int:
    """Up with a chance as large as what is left over, over the year so far."""
    whole = figure.before + figure.count
    down = whole // BASE * BASE
    up = rng.random() * BASE < whole - down
    return down + BASE * up - figure.published


def _solve(
    figures: Sequence[Figure],
    relations: Sequence[Relation],
    draws: Mapping[str, int],
    weights: Mapping[str, float],
    most: int,
) -> dict[str, int] | None:
    """As close to the draws as the relations allow, each figure within `most`; None: no fit."""
    choices = {figure.key: allowed(figure, most) for figure in figures}
    if not all(choices.values()):
        return None
    solver = quiet_solver()
    at: dict[str, int] = {}
    for key, values in choices.items():
        at[key] = _add_steps(solver, len(values) - 1)
        _stay_close(solver, at[key], values, draws[key], weights[key])
    for relation in relations:
        fixed = sum(times * choices[key].start for key, times in relation.parts.items())
        left = (relation.constant - fixed) / BASE
        columns = [at[key] for key in relation.parts]
        solver.addRow(left, left, len(columns), columns, [*map(float, relation.parts.values())])
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    found = solver.getSolution().col_value
    return {key: values.start + BASE * round(found[at[key]]) for key, values in choices.items()}


def quiet_solver() -> highspy.Highs:
    """HiGHS, silent, on one thread, and not for ever."""
    solver = highspy.Highs()
    for name, value in {"output_flag": False, "threads": 1, "time_limit": SECONDS}.items():
        solver.setOptionValue(name, value)
    return solver


def _add_steps(solver: highspy.Highs, highest: int) -> int:
    """A whole number from 0 to `highest`: so many steps of five above the lowest choice."""
    solver.addVar(0.0, float(highest))
    column = int(solver.getNumCol()) - 1
    solver.changeColIntegrality(column, highspy.HighsVarType.kInteger)
    return column


def _stay_close(
    solver: highspy.Highs, column: int, values: range, draw: int, weight: float
) -> None:
    """Every step of five away from the draw costs `weight`."""
    wished = min(max((draw - values.start) // BASE, 0), len(values) - 1)
    if len(values) == 2:
        solver.changeColCost(column, -weight if wished else weight)
    elif len(values) > 2:
        solver.addVar(0.0, float(len(values)))
        away = int(solver.getNumCol()) - 1
        solver.changeColCost(away, weight)
        solver.addRow(-float(wished), highspy.kHighsInf, 2, [away, column], [1.0, -1.0])
        solver.addRow(float(wished), highspy.kHighsInf, 2, [away, column], [1.0, 1.0])
