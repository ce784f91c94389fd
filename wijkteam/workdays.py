"""Working days: Monday to Friday, without the recognised holidays of the law.

Source: Algemene termijnenwet (Atw, BWBR0002448).
- art. 1 lid 1: a term that ends on a Saturday, Sunday or recognised holiday runs on to the end of
  the next day that is none of these.
- art. 3 lid 1: New Year's Day, Easter Monday, Whit Monday, both days of Christmas, Ascension Day,
  the day on which the King's birthday is celebrated, and the fifth of May: every year, not once in
  five years. Lid 2 puts Good Friday on the same line. Lid 3 lets a royal decree do so with other
  days, such as the Friday after Ascension Day: not counted here, so our date is then the earlier.
- King's Day is 27 April; when that is a Sunday it is celebrated on the Saturday before it.
- Awb 4:15 lid 1: a term that is suspended stands still from the day after the stop until the day on
  which it goes on. So neither of those two days is lost. Written for decisions; the Wmo has no rule
  of its own for the enquiry, and we count by this one.

Hours and daylight saving play no part: days are counted in Dutch dates (`timezone.localdate`).
"""

from datetime import date, timedelta
from functools import lru_cache

import holidays


@lru_cache(maxsize=16)
def recognised_holidays(year: int) -> frozenset[date]:
    """Atw art. 3; the package calls Good Friday and most Liberation Days optional, the law not."""
    return frozenset(holidays.country_holidays("NL", years=year, categories=("public", "optional")))


def is_working_day(day: date) -> bool:
    """Monday to Friday, and no recognised holiday."""
    return day.weekday() < 5 and day not in recognised_holidays(day.year)


def on_working_day(day: date) -> date:
    """This day, or the first working day after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def add_working_days(start: date, days: int) -> date:
    """The day that lies `days` working days after `start`; `start` itself does not count."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        if is_working_day(day):
            days -= 1
    return day


def end_of_term(start: date, weeks: int = 0, days: int = 0) -> date:
    """A term in calendar time, moved on to a working day when it ends on a free day."""
    return on_working_day(start + timedelta(weeks=weeks, days=days))


def days_between(stopped: date, resumed: date) -> int:
    """Calendar days on which a clock stood still: those after the stop and before going on."""
    return max(0, (resumed - stopped).days - 1)


def working_days_between(stopped: date, resumed: date) -> int:
    """The same in working days."""
    still = (stopped + timedelta(days=n + 1) for n in range(days_between(stopped, resumed)))
    return sum(is_working_day(day) for day in still)
