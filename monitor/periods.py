"""Quarters of a year."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone
from django.utils.translation import gettext as _


@dataclass(frozen=True, order=True)
class Quarter:
    """`quarter` is 1 to 4. In order of time."""

    year: int
    quarter: int

    def __str__(self) -> str:
        return _("%(quarter)se kwartaal %(year)s") % {"quarter": self.quarter, "year": self.year}

    @classmethod
    def of(cls, day: date) -> "Quarter":
        return cls(day.year, (day.month + 2) // 3)

    @property
    def number(self) -> int:
        """Counting on through the years."""
        return self.year * 4 + self.quarter

    @property
    def following(self) -> "Quarter":
        return (
            Quarter(self.year, self.quarter + 1) if self.quarter < 4 else Quarter(self.year + 1, 1)
        )

    @property
    def previous(self) -> "Quarter":
        return (
            Quarter(self.year, self.quarter - 1) if self.quarter > 1 else Quarter(self.year - 1, 4)
        )

    @property
    def first_day(self) -> date:
        return date(self.year, 3 * self.quarter - 2, 1)

    @property
    def since(self) -> datetime:
        """Midnight before its first day, here."""
        return timezone.make_aware(datetime.combine(self.first_day, time()))  # noqa: DTZ001

    @property
    def until(self) -> datetime:
        """The moment at which the next one begins."""
        return self.following.since

    def is_over(self, today: date) -> bool:
        return self.following.first_day <= today
