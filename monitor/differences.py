"""How far two published means lie apart, said with what nobody can know.

What is published is a mean with one decimal, and the number of answers as a multiple of five that
may be 4 off. The spread of the answers is not published; it is taken as wide as it can be at all.

For two groups with means m and about n answers (Welch, with an upper bound of the variance):

    n_low  = max(about - 4, 10)          rounding of the number; and never published below ten
    var    = (m - 1) (10 - m)            Bhatia and Davis: marks of 1 to 10 cannot spread wider
    half   = 1.96 sqrt(var1 / n1 + var2 / n2) + 0.05 + 0.05       both decimals are rounded
    from m1 - m2 - half to m1 - m2 + half

Some wijken together: their means weighted by about n. Each weight may be 4 off, which moves the
mean by at most the sum of 4 |m_i - m| / (n - 4 k); that is added to `half` too.

Before and after beside the others (difference in differences) is the same sum over four means.

Sources: R. Bhatia and C. Davis, "A better bound on the variance", American Mathematical Monthly
107 (2000) 353-357; B.L. Welch, Biometrika 34 (1947) 28-35. The bound makes it careful: when it says
that there is a difference, one can be surer of it than 95 in 100.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

LOWEST, HIGHEST = 1.0, 10.0
LEAST = 10
ROUNDED = 4
CERTAIN = 1.96
DECIMAL = 0.05
WIDE, EDGE = 360, 30  # of the picture, and room at its ends for a number


@dataclass(frozen=True)
class Mean:
    """A published mark, or some together. `least` answers at least; `slack` from weighing them."""

    mean: float
    least: int
    slack: float = 0.0

    @property
    def variance(self) -> float:
        """Of the mean, at most."""
        return (self.mean - LOWEST) * (HIGHEST - self.mean) / self.least


@dataclass(frozen=True)
class Difference:
    """Between `low` and `high`, and most likely near `middle`."""

    middle: float
    low: float
    high: float

    @property
    def says(self) -> str:
        """`better`, `worse`, or `unknown` when it may as well be nothing at all."""
        if self.low > 0:
            return "better"
        return "worse" if self.high < 0 else "unknown"

    @property
    def ends(self) -> tuple[float, float]:
        """Both ends without their sign, the one nearest to nothing first."""
        near, far = sorted((abs(self.low), abs(self.high)))
        return (near, far) if self.says != "unknown" else (abs(self.low), abs(self.high))

    @property
    def drawn(self) -> dict[str, int]:
        """Where it lies on a line of `WIDE` with no difference in its middle; whole numbers."""
        reach = max(abs(self.low), abs(self.high), 1.0)
        places = {"low": self.low, "middle": self.middle, "high": self.high}
        found = {
            name: round(WIDE / 2 + value / reach * (WIDE / 2 - EDGE))
            for name, value in places.items()
        }
        return found | {"length": found["high"] - found["low"]}


def pooled(marks: Sequence[tuple[float, int]]) -> Mean | None:
    """Of some groups together: (mean, about how many answers) each. None of nothing."""
    about = sum(number for _mean, number in marks)
    if not about:
        return None
    mean = sum(mean * number for mean, number in marks) / about
    least = max(about - ROUNDED * len(marks), LEAST)
    slack = sum(ROUNDED * abs(one - mean) for one, _number in marks) / least
    return Mean(mean, least, slack)


def difference(after: Mean, before: Mean) -> Difference:
    """How much higher the one is than the other, in points of a mark."""
    return interval([(1, after), (-1, before)])


def beside(after: Mean, before: Mean, others_after: Mean, others_before: Mean) -> Difference:
    """How much more it changed than elsewhere."""
    return interval([(1, after), (-1, before), (-1, others_after), (1, others_before)])


def interval(parts: Sequence[tuple[int, Mean]]) -> Difference:
    """The sum of (sign, mean), and how far off it may be: the formula at the top."""
    middle = sum(sign * one.mean for sign, one in parts)
    spread = sqrt(sum(one.variance for _sign, one in parts))
    half = CERTAIN * spread + sum(DECIMAL + one.slack for _sign, one in parts)
    return Difference(middle, middle - half, middle + half)
