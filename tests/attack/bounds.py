"""A and F: between which bounds the counts must lie."""

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from monitor.attacker import Impossible, Knowledge, extreme, intervals, known
from monitor.published import Published
from monitor.release_catalogue import margins, sums
from tests.attack.report import Line, exactly
from tests.attack.town import Town

NARROW = 4
NEARLY = 1e-6


def small_counts(town: Town, limit: int | None = None, rng: random.Random | None = None) -> Line:
    """A1: the interval of every small count (or of so many of them), over all releases jointly."""
    wanted = sample(town.small, limit, rng)
    title = "small counts, bounds from all releases jointly"
    try:
        knowledge, at = known(town.releases, deep=True)
        found = intervals(knowledge, [at[count] for count in wanted])
    except Impossible:
        return Line("A1", title, "no counts fit: a sum or a rule does not hold", "0", False)
    widths = [high - low for low, high in found.values()]
    exact = sum(width < NEARLY for width in widths)
    narrow = sum(width < NARROW - NEARLY for width in widths)
    text = f"{exact} exact, {narrow} narrower than {NARROW}, of {len(widths)}"
    return Line("A1", title, text, "0 and 0", not exact and not narrow)


def whole_numbers(town: Town, limit: int, rng: random.Random) -> Line:
    """A2: a sample with whole numbers only."""
    wanted = sample(town.small, limit, rng)
    title = "the same in whole numbers, a sample"
    try:
        knowledge, at = known(town.releases, deep=True)
        found = intervals(knowledge, [at[count] for count in wanted], whole=True)
    except Impossible:
        return Line("A2", title, "no whole counts fit", "0", False)
    narrow = sum(high - low < NARROW - NEARLY for low, high in found.values())
    return exactly("A2", title, narrow, f"narrower than {NARROW}, of {len(wanted)}")


def sums_hold(town: Town) -> Line:
    """A0: every published sum, over tables, quarters and the year. Counts nothing, adds up all."""
    off = 0
    for one in town.releases:
        for parts in sums(one.values):
            off += sum(sign * one.values[key] for key, sign in parts.items()) != 0
    for one in town.releases:
        for parts, margin in margins(one.values):
            year = [other for other in town.releases if other.period.year == one.period.year]
            whole = sum(other.values.get(margin, 0) for other in year)
            off += sum(one.values[key] for key in parts) != whole
    return exactly("A0", "sums that do not add up", off, "off")


def multiples(town: Town) -> Line:
    """Anything that is no multiple of five is a count that got out."""
    exact = sum(value % 5 != 0 for one in town.releases for value in one.values.values())
    return exactly("A0", "figures that are no multiple of five", exact, "exact")


def zeros(town: Town, limit: int | None = None, rng: random.Random | None = None) -> Line:
    """F: a count of zero whose highest value is zero."""
    wanted = sample(town.zero, limit, rng)
    try:
        knowledge, at = known(town.releases, deep=True)
        solver = knowledge.solver()
        proven = 0
        for count in wanted:
            solver.changeColCost(at[count], 1.0)
            proven += extreme(solver, lowest=False) < NEARLY
            solver.changeColCost(at[count], 0.0)
    except Impossible:
        return Line("F", "zeros proven zero", "no counts fit", "0", False)
    return exactly("F", "zeros proven zero", proven, f"of {len(wanted)}")


def sample(counts: list, limit: int | None, rng: random.Random | None) -> list:
    counts = sorted(counts)
    return rng.sample(counts, min(limit, len(counts))) if limit and rng else counts


# --- another engine --------------------------------------------------------------------------
AUDIT = """import json, sys
from pytauargus._tauargus import audit_jj
print(json.dumps(audit_jj(sys.argv[1])))"""


def other_engine(releases: list[Published]) -> Line:
    """A3: the bounds of every figure of each release by itself, by us and by `audit_jj`."""
    apart, number = 0, 0
    for one in releases:
        knowledge, _at = known([one])
        wanted = range(len(knowledge.low))
        ours, theirs = intervals(knowledge, wanted), audited(knowledge)
        number += len(theirs)
        apart += sum(
            abs(ours[cell][0] - low) > 1e-4 or abs(ours[cell][1] - high) > 1e-4
            for cell, (low, high) in theirs.items()
        )
        apart += len(set(wanted) - set(theirs))
    return exactly("A3", "another engine on the same relations", apart, f"differ, of {number}")


def audited(knowledge: Knowledge) -> dict[int, tuple[float, float]]:
    """By `audit_jj`, in a process of its own: it is not part of the portal."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.jj"
        path.write_text(as_jj(knowledge))
        done = subprocess.run(
            [sys.executable, "-c", AUDIT, str(path)], capture_output=True, text=True, check=True
        )
    return {row["cell"]: (row["min"], row["max"]) for row in json.loads(done.stdout)}


def as_jj(knowledge: Knowledge) -> str:
    """The text format of tau-Argus: cells with bounds, then sums that must be zero."""
    out: list[str] = ["0", str(len(knowledge.low))]
    for cell, (low, high) in enumerate(zip(knowledge.low, knowledge.high, strict=True)):
        out.append(f"{cell} {low:g} 1 u {low:g} {min(high, 1e6):g} 0 0 0")
    out.append(str(len(knowledge.rows)))
    for parts, low, high in knowledge.rows:
        assert low == high
        out.append(f"{low:g} {len(parts)} : {terms(parts.items())}")
    return "\n".join(out) + "\n"


def terms(parts: Iterable[tuple[int, float]]) -> str:
    return " ".join(f"{cell} ({sign:g})" for cell, sign in parts)
