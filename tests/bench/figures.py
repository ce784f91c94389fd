"""One line of the table: what was measured, beside what, and whether that is good enough."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass
class Figure:
    """`value` is what the goal is about: a ratio, a size or a number of things."""

    number: str
    work: str
    ours: str
    reference: str
    value: float
    goal: str  # "<= 4" or ">= 0.5"
    unit: str = ""

    @property
    def met(self) -> bool:
        sign, limit = self.goal.split()
        return self.value >= float(limit) if sign == ">=" else self.value <= float(limit)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self) | {"met": self.met}


NOTES: dict[str, Any] = {}  # what is kept beside the figures: query plans, bare times


def note(name: str, value: Any) -> None:
    NOTES[name] = value


HEAD = ("#", "work", "here", "reference", "figure", "goal", "")


def table(figures: list[Figure]) -> str:
    rows = [HEAD]
    for one in figures:
        value = f"{one.value:.3g}{one.unit}" if one.value < 1000 else f"{one.value:.0f}{one.unit}"
        verdict = "met" if one.met else "MISSED"
        rows.append(
            (one.number, one.work, one.ours, one.reference, value, one.goal + one.unit, verdict)
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
             for row in rows]  # fmt: skip
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])
