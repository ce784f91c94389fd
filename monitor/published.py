"""One release as a reader sees it: multiples of five, and nothing else.

Pure and light. Whoever only shows figures needs no more than this; the solver of the rounding
(rounding.py, attacker.py) is loaded where a release is made.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from monitor.periods import Quarter

BASE = 5


@dataclass(frozen=True)
class Published:
    """Every figure of a release with a number, totals left out, by (table, row, column)."""

    period: Quarter
    values: Mapping[tuple[str, str, str], int]
    most: int = 4
