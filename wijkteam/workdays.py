"""Working days: Monday to Friday, without Dutch public holidays.

Source: Algemene termijnenwet art. 1 and 3 (a term that ends on a Saturday, Sunday or public
holiday runs on to the next working day).
"""

from datetime import date, timedelta

from wijkteam.models.places import public_holidays


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in public_holidays(day.year)


def add_working_days(start: date, days: int) -> date:
    """The day that lies `days` working days after `start`; `start` itself does not count."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        if is_working_day(day):
            days -= 1
    return day


def end_of_term(start: date, weeks: int) -> date:
    """A term of calendar weeks, moved on to a working day when it ends on a free day."""
    day = start + timedelta(weeks=weeks)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day
