"""What someone can work out who knows every release and every rule, but no family.

Pure: published figures in, intervals out. It is used before a release is laid ready, and by the
attack bench (`make attack`). The attacker's knowledge as linear constraints over the counts of all
figures of all quarters: never below zero, at most `most` away from what was published, adding up
as the tables do; over the quarters of a year together at most `most` away as well; the end of a
quarter is the begin of the next one; and the tables of a year are crossings of the same families.
What holds for one count is then the lowest and the highest value that all of it leaves possible.

Source: the audit problem of statistical disclosure control; Handbook on Statistical Disclosure
Control, ch. 4, and Fischetti and Salazar (2000), "Models and algorithms for optimizing cell
suppression in tabular data with linear constraints" (the attacker's two linear programs per cell).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

import highspy

from monitor.periods import Quarter
from monitor.published import BASE, Published
from monitor.release_catalogue import AXES, RUNNING, YEAR_TABLES, margins, sums
from monitor.release_tables import ALL, BALANCES, Key
from monitor.rounding import SECONDS, quiet_solver

QUARTERS = 4
Count = tuple[Quarter, Key]
Parts = Mapping[int, float]


@dataclass
class Knowledge:
    """Unknown numbers between bounds, and sums of them between bounds.

    An unknown is known by its number (its place in `low` and `high`); `parts` of a sum are
    {number of the unknown: coefficient}.
    """

    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    rows: list[tuple[Parts, float, float]] = field(default_factory=list)

    def unknown(self, low: float = 0, high: float = highspy.kHighsInf) -> int:
        """One more; gives its number."""
        self.low.append(low)
        self.high.append(high)
        return len(self.low) - 1

    def between(self, parts: Parts, low: float, high: float) -> None:
        """The sum of coefficient x unknown lies from `low` to `high`."""
        self.rows.append((parts, low, high))

    def equal(self, parts: Parts, value: float = 0) -> None:
        """The sum of coefficient x unknown is `value`."""
        self.rows.append((parts, value, value))

    def solver(self, whole: bool = False) -> highspy.Highs:
        """The constraints, with nothing to look for yet; `whole`: only whole numbers count."""
        made = quiet_solver()
        for low, high in zip(self.low, self.high, strict=True):
            made.addVar(low, high)
        for parts, low, high in self.rows:
            made.addRow(low, high, len(parts), list(parts), [float(one) for one in parts.values()])
        if whole:
            for column in range(len(self.low)):
                made.changeColIntegrality(column, highspy.HighsVarType.kInteger)
        return made


class Impossible(Exception):
    """No counts fit what was published: a total does not add up, or a rule was broken."""


def intervals(
    knowledge: Knowledge, wanted: Iterable[int], whole: bool = False
) -> dict[int, tuple[float, float]]:
    """Per unknown the lowest and highest it can be. A time-out counts as found out: (0, 0).

    Raises Impossible when no counts fit.
    """
    solver = knowledge.solver(whole)
    found = {}
    for column in wanted:
        solver.changeColCost(column, 1.0)
        found[column] = (extreme(solver, lowest=True), extreme(solver, lowest=False))
        solver.changeColCost(column, 0.0)
    return found


def extreme(solver: highspy.Highs, lowest: bool) -> float:
    """The lowest (or highest) that what has a cost can be; infinite when nothing bounds it, 0 when
    time runs out. Raises Impossible."""
    sense = highspy.ObjSense.kMinimize if lowest else highspy.ObjSense.kMaximize
    solver.changeObjectiveSense(sense)
    # HiGHS counts the time of all its runs together.
    solver.setOptionValue("time_limit", solver.getRunTime() + SECONDS)
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        raise Impossible
    if status == highspy.HighsModelStatus.kOptimal:
        return float(solver.getInfo().objective_function_value)
    return highspy.kHighsInf if status == highspy.HighsModelStatus.kUnbounded else 0.0


def known(releases: Sequence[Published], deep: bool = False) -> tuple[Knowledge, dict[Count, int]]:
    """All releases jointly. `deep` adds that crossings of a year are made of whole families."""
    all_, at = Knowledge(), {}
    for one in releases:
        for key, value in one.values.items():
            # What is no multiple of five was not rounded: it is the count.
            most = 0 if value % BASE else one.most
            at[one.period, key] = all_.unknown(max(value - most, 0), value + most)
    for one in releases:
        for parts in sums(one.values):
            all_.equal({at[one.period, key]: sign for key, sign in parts.items()})
        for stock in BALANCES:
            begin = at.get((one.period, (stock, "begin", "")))
            end = at.get((one.period.previous, (stock, "end", "")))
            if begin is not None and end is not None:
                all_.equal({begin: 1, end: -1})
    for year in sorted({one.period.year for one in releases}):
        _know_year(all_, at, [one for one in releases if one.period.year == year], deep)
    return all_, at


def _know_year(
    all_: Knowledge, at: Mapping[Count, int], releases: Sequence[Published], deep: bool
) -> None:
    """The rules of a running year, and its crossed tables."""
    releases = sorted(releases, key=lambda one: one.period)
    for key in {key for one in releases for key in one.values if key[0] in RUNNING}:
        together, total = {}, 0
        for one in releases:
            if key in one.values:
                together[at[one.period, key]] = 1.0
                total += one.values[key]
            if len(together) > 1:
                all_.between(dict(together), max(total - one.most, 0), total + one.most)
    last = releases[-1]
    if len(releases) < QUARTERS:
        return
    for parts, margin in margins(last.values):
        row = {at[last.period, key]: 1.0 for key in parts}
        row |= {at[p, key]: -1.0 for p, key in at if key == margin and p.year == last.period.year}
        all_.equal(row)
    if deep:
        _know_crossing(all_, at, last)


def _know_crossing(all_: Knowledge, at: Mapping[Count, int], last: Published) -> None:
    """Three tables of pairs are shadows of one table of triples, none of them below zero."""
    names: list[list[str]] = [[], [], []]
    for table in YEAR_TABLES:
        for key in last.values:
            if key[0] == table.key and ALL not in key:
                names[AXES.index(table.down)].append(key[1])
                names[AXES.index(table.across)].append(key[2])
    triples = {kinds: all_.unknown() for kinds in product(*(dict.fromkeys(n) for n in names))}
    for table in YEAR_TABLES:
        down, across = AXES.index(table.down), AXES.index(table.across)
        shadows: dict[Key, dict[int, float]] = {}
        for kinds, column in triples.items():
            shadows.setdefault((table.key, kinds[down], kinds[across]), {})[column] = 1.0
        for key, parts in shadows.items():
            all_.equal(parts | {at[last.period, key]: -1.0})


def narrowest(releases: Sequence[Published], small: Sequence[Key], period: Quarter) -> float:
    """The width, in families, of the narrowest interval around one of these counts of the last
    release; 0 when nothing fits what was published, infinite when there are no such counts."""
    knowledge, at = known(releases)
    wanted = [at[period, key] for key in small]
    try:
        found = intervals(knowledge, wanted)
    except Impossible:
        return 0.0
    return min((high - low for low, high in found.values()), default=highspy.kHighsInf)
