"""The arithmetic of the clocks against cases that were worked out by hand on a paper calendar.

Sources, with their numbers on wetten.overheid.nl: Algemene termijnenwet (BWBR0002448) art. 1 (a
term that ends on a free day runs on) and art. 3 (which days are free: also Good Friday, and 5 May
every year); King's Day is kept on 27 April, on a Sunday the Saturday before it; Wmo 2015
(BWBR0035362) art. 2.3.2 lid 1 (six weeks) and lid 2 (seven days for an own plan); Awb (BWBR0005537)
art. 4:15 lid 1 (a suspended term stands still from the day after the stop to the day of going on).
Summer time runs from the last Sunday of March to the last of October (Directive 2000/84/EC).
Easter by the church's tables: 20 April 2025, 5 April 2026, 28 March 2027; Ascension Day is 39 and
Whit Monday 50 days later.
"""

from datetime import UTC, date, datetime

import pytest

from intake.choices import ClockKind
from intake.models import Clock
from intake.models.clocks import dues
from wijkteam.models import Team
from wijkteam.workdays import add_working_days, days_between, end_of_term, working_days_between


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "days", "due", "why"),
    [
        ("2026-03-02", 1, "2026-03-03", "Monday, Tuesday"),
        ("2026-03-06", 1, "2026-03-09", "over a weekend"),
        ("2026-03-07", 2, "2026-03-10", "arrived on a Saturday"),
        ("2026-03-08", 1, "2026-03-09", "arrived on a Sunday"),
        ("2026-04-02", 1, "2026-04-07", "Good Friday and Easter Monday are free"),
        ("2026-03-30", 10, "2026-04-15", "ten days round Easter"),
        ("2027-03-25", 1, "2027-03-30", "Easter in March, on the day the clock goes forward"),
        ("2026-04-24", 1, "2026-04-28", "King's Day on a Monday"),
        ("2025-04-25", 1, "2025-04-28", "King's Day on a Sunday is kept on Saturday; Monday works"),
        ("2026-05-04", 1, "2026-05-06", "5 May is free every year"),
        ("2025-05-02", 1, "2025-05-06", "5 May in a lustrum"),
        ("2026-05-13", 1, "2026-05-15", "Ascension Day; the Friday after it works"),
        ("2027-05-04", 1, "2027-05-07", "5 May and Ascension Day side by side"),
        ("2026-05-22", 1, "2026-05-26", "Whit Monday"),
        ("2026-12-24", 2, "2026-12-29", "Christmas, with the second day on a Saturday"),
        ("2026-12-31", 1, "2027-01-04", "into another year"),
        ("2028-02-28", 1, "2028-02-29", "leap day"),
        ("2028-02-28", 2, "2028-03-01", "past the leap day"),
        ("2027-02-26", 1, "2027-03-01", "a February without one"),
        ("2026-03-02", 0, "2026-03-02", "a norm of the day itself"),
    ],
)
def test_working_days(start, days, due, why):
    assert add_working_days(day(start), days) == day(due), why


@pytest.mark.parametrize(
    ("start", "weeks", "days", "due", "why"),
    [
        ("2026-03-02", 6, 0, "2026-04-13", "Monday to Monday"),
        ("2026-02-20", 6, 0, "2026-04-07", "ends on Good Friday: runs on past Easter Monday"),
        ("2026-02-23", 6, 0, "2026-04-07", "ends on Easter Monday"),
        ("2025-03-15", 6, 0, "2025-04-28", "ends on the Saturday of King's Day"),
        ("2025-03-16", 6, 0, "2025-04-28", "ends on Sunday 27 April, which is not King's Day"),
        ("2026-03-16", 6, 0, "2026-04-28", "ends on King's Day itself"),
        ("2026-04-02", 6, 0, "2026-05-15", "ends on Ascension Day"),
        ("2026-04-13", 6, 0, "2026-05-26", "ends on Whit Monday"),
        ("2026-11-13", 6, 0, "2026-12-28", "ends on Christmas Day"),
        ("2025-11-20", 6, 0, "2026-01-02", "ends on New Year's Day"),
        ("2028-01-18", 6, 0, "2028-02-29", "ends on the leap day"),
        ("2026-02-15", 6, 0, "2026-03-30", "ends on the Sunday the clock goes forward"),
        ("2026-09-13", 6, 0, "2026-10-26", "ends on the Sunday the clock goes back"),
        ("2026-03-02", 0, 7, "2026-03-09", "a week for an own plan"),
        ("2026-03-30", 0, 7, "2026-04-07", "an own plan until Easter Monday may come on Tuesday"),
    ],
)
def test_terms_of_the_law(start, weeks, days, due, why):
    assert end_of_term(day(start), weeks, days) == day(due), why


@pytest.mark.parametrize(
    ("stopped", "resumed", "calendar", "working"),
    [
        ("2026-03-02", "2026-03-02", 0, 0),  # the same day: nothing lost
        ("2026-03-02", "2026-03-03", 0, 0),  # the next day: neither of the two is lost
        ("2026-03-02", "2026-03-09", 6, 4),  # Tuesday up to Sunday
        ("2026-04-02", "2026-04-08", 5, 1),  # only the Tuesday after Easter works
        ("2028-02-28", "2028-03-02", 2, 2),  # leap day and 1 March
        ("2025-04-24", "2025-04-29", 4, 2),  # King's Day kept on Saturday: Friday and Monday work
        ("2026-03-27", "2026-03-31", 3, 1),  # over the Sunday the clock goes forward
        ("2026-10-23", "2026-10-27", 3, 1),  # over the Sunday it goes back
        ("2026-12-24", "2027-01-04", 10, 4),  # 28, 29, 30 and 31 December
        ("2026-03-09", "2026-03-02", 0, 0),  # a clock set back costs nothing
    ],
)
def test_days_that_a_clock_stood_still(stopped, resumed, calendar, working):
    assert days_between(day(stopped), day(resumed)) == calendar
    assert working_days_between(day(stopped), day(resumed)) == working


@pytest.mark.parametrize(
    ("kind", "due", "resumed", "new"),
    [
        (ClockKind.CONVERSATION, "2026-03-13", "2026-03-09", "2026-03-19"),  # 4 working days on
        (ClockKind.LEGAL, "2026-04-10", "2026-03-09", "2026-04-16"),  # 6 calendar days on
        (ClockKind.LEGAL, "2026-03-30", "2026-03-09", "2026-04-07"),  # Easter Sunday: runs on
        (ClockKind.CONTACT, "2026-03-04", "2026-03-03", "2026-03-04"),  # stood still for no day
        (ClockKind.OWN_PLAN, "2026-03-09", "2026-03-09", "2026-03-16"),  # Sunday the 15th
    ],
)
def test_a_clock_that_stood_still_since_monday_2_march(kind, due, resumed, new):
    clock = Clock(kind=kind, due=day(due), paused_on=day("2026-03-02"), paused_why="away")
    clock.go_on(day(resumed))
    assert (clock.due, clock.paused_on, clock.paused_why) == (day(new), None, "")


def test_a_clock_that_stood_still_twice():
    """Four working days, and then one more: Wednesday 11 March."""
    clock = Clock(kind=ClockKind.CONVERSATION, due=day("2026-03-13"), paused_on=day("2026-03-02"))
    clock.go_on(day("2026-03-09"))
    clock.paused_on = day("2026-03-10")
    clock.go_on(day("2026-03-12"))
    assert clock.due == day("2026-03-20")


@pytest.mark.parametrize(
    ("arrived", "acknowledge"),
    [
        (datetime(2026, 1, 12, 23, 30, tzinfo=UTC), "2026-01-14"),  # half past midnight, Tuesday
        (datetime(2026, 7, 6, 22, 30, tzinfo=UTC), "2026-07-08"),  # summer: half past midnight
        (datetime(2026, 7, 6, 21, 30, tzinfo=UTC), "2026-07-07"),  # summer: half past eleven
        (datetime(2026, 3, 28, 23, 30, tzinfo=UTC), "2026-03-30"),  # the night it goes forward
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "2026-10-26"),  # in the hour that comes twice
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "2026-10-26"),
    ],
)
def test_the_day_of_arrival_is_a_dutch_day(arrived, acknowledge):
    assert dues(Team(), arrived)[ClockKind.ACKNOWLEDGE] == day(acknowledge)


def test_the_norms_are_the_teams_own_and_the_law_is_not():
    quick = Team(days_to_acknowledge=0, days_to_contact=1, days_to_conversation=5,
                 days_for_own_plan=14)  # fmt: skip
    assert dues(quick, datetime(2026, 3, 2, 12, tzinfo=UTC)) == {
        ClockKind.ACKNOWLEDGE: day("2026-03-02"),
        ClockKind.CONTACT: day("2026-03-03"),
        ClockKind.CONVERSATION: day("2026-03-09"),
        ClockKind.LEGAL: day("2026-04-13"),
        ClockKind.OWN_PLAN: day("2026-03-16"),
    }
