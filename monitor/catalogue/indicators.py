"""What one indicator is, wherever it stands: its question, its source, and what it does not say."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from wijkteam.figures import Counts

Source = Callable[[Iterable[int], date], Counts]
TEAM = "monitor.view_team_figures"

KEPT = [
    ("in_time", _("op tijd")),
    ("late", _("te laat")),
    ("running", _("loopt nog")),
    ("stopped", _("ging niet door")),
]
SIZES = [
    ("0", _("geen")),
    ("1_2", _("1 of 2")),
    ("3_5", _("3 tot 5")),
    ("6_9", _("6 tot 9")),
    ("10", _("10 of meer")),
]


@dataclass(frozen=True)
class Indicator:
    key: str
    question: Any
    source: Source
    classes: list[tuple[str, Any]]
    formula: Any
    unit: Any
    norm: Any
    caveat: Any
    reader: str = TEAM
    # A bar per class when the classes are a list; one stacked bar per quarter when they are a
    # scale that adds up to all.
    stacked: bool = True
    # A stock is there at the end of each period; only flows add up over periods.
    is_stock: bool = False
    # Known of today only.
    of_today: bool = False

    @property
    def is_promise(self) -> bool:
        """Whether the classes say that something promised was kept."""
        return self.classes[0][0] == "in_time"
