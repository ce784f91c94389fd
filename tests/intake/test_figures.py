"""The counts of requests, against a small world counted by hand."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from intake import figures
from intake.choices import ClockKind
from tests import factories
from wijkteam import database

SINCE = date(2026, 1, 1)
FIRST, SECOND = date(2026, 1, 1), date(2026, 4, 1)


def noon(*day: int) -> datetime:
    return timezone.make_aware(datetime(*day, 12))  # noqa: DTZ001


def arrived(team, *day: int, **fields):
    return factories.request(team, arrived_at=noon(*day), **fields)


def met(request, kind: str, days: int) -> None:
    request.clocks.filter(kind=kind).update(met_at=request.arrived_at + timedelta(days=days))


def test_requests_by_route(team, other_team):
    arrived(team, 2026, 1, 1)
    arrived(team, 2026, 3, 31, route="phone")
    arrived(team, 2026, 4, 1, route="phone")
    arrived(team, 2025, 12, 31)
    arrived(other_team, 2026, 2, 1)
    assert figures.requests_by_route([team.pk], SINCE) == {
        (FIRST, "web"): 1, (FIRST, "phone"): 1, (SECOND, "phone"): 1
    }  # fmt: skip
    assert figures.requests_by_route([], SINCE) == {}


def test_a_quarter_turns_at_midnight_here(team):
    """31 March, half past eleven at night in Amsterdam, is still March; UTC agrees by an hour."""
    late = timezone.make_aware(datetime(2026, 3, 31, 23, 30))  # noqa: DTZ001
    factories.request(team, arrived_at=late)
    early = timezone.make_aware(datetime(2026, 4, 1, 0, 30))  # noqa: DTZ001
    factories.request(team, arrived_at=early)
    assert figures.requests_by_route([team.pk], SINCE) == {(FIRST, "web"): 1, (SECOND, "web"): 1}


@pytest.mark.parametrize(
    ("days", "label"),
    [(0, "weeks_2"), (14, "weeks_2"), (15, "weeks_4"), (28, "weeks_4"), (29, "weeks_6"),
     (42, "weeks_6"), (43, "longer")],
)  # fmt: skip
def test_waiting_in_classes_of_weeks(team, days, label):
    met(arrived(team, 2026, 1, 5), ClockKind.CONVERSATION, days)
    assert figures.waiting_for_conversation([team.pk], SINCE) == {(FIRST, label): 1}


def test_who_still_waits_is_not_left_out(team):
    today = timezone.localdate()
    since = today - timedelta(days=400)
    for days in (3, 41, 60):
        factories.request(team, arrived_at=timezone.localtime() - timedelta(days=days))
    withdrawn = factories.request(team, arrived_at=timezone.localtime() - timedelta(days=3))
    withdrawn.close(None, "withdrawn")
    counts = figures.waiting_for_conversation([team.pk], since)
    by_label: dict[str, int] = {}
    for (_quarter, label), number in counts.items():
        by_label[label] = by_label.get(label, 0) + number
    assert by_label == {"waiting": 2, "longer": 1, "stopped": 1}


def test_promises_in_time_late_running_and_stopped(team):
    due = timezone.localdate()
    for days in (0, 1):
        request = factories.request(team, arrived_at=timezone.localtime() - timedelta(days=1))
        request.clocks.update(due=due, met_at=timezone.localtime() + timedelta(days=days))
    running = factories.request(team)
    running.clocks.update(due=due)
    over = factories.request(team)
    over.clocks.update(due=due - timedelta(days=1))
    factories.request(team).close(None, "withdrawn")
    for figure in (figures.first_contact_in_time, figures.legal_term_kept):
        counts = figure([team.pk], due - timedelta(days=200))
        labels = [label for (_quarter, label), number in counts.items() for _one in range(number)]
        assert sorted(labels) == ["in_time", "late", "late", "running", "stopped"]


def test_the_locks_stay_on(team, other_team, professional, outsider):
    arrived(team, 2026, 1, 1)
    with database.role("professional", professional.pk):
        assert sum(figures.requests_by_route([team.pk, other_team.pk], SINCE).values()) == 1
    with database.role("professional", outsider.pk):
        assert figures.requests_by_route([team.pk], SINCE) == {}
        assert figures.waiting_for_conversation([team.pk], SINCE) == {}
    with database.role("statistics"):
        assert sum(figures.requests_by_route([team.pk], SINCE).values()) == 1
        assert sum(figures.waiting_for_conversation([team.pk], SINCE).values()) == 1


def test_languages_and_outcomes_are_counted(team, professional):
    factories.request(team, language="ar")
    asked = factories.request(team, language="ar")
    asked.take(professional)
    asked.close(professional, "answered")
    since = timezone.localdate() - timedelta(days=1)
    assert list(figures.reach_by_language([team.pk], since).values()) == [2]
    assert {label for _quarter, label in figures.outcomes([team.pk], since)} == {"answered"}


def test_moments_to_ask_how_it_was_carry_no_name(team, professional):
    asked = factories.request(team, "Jo")
    asked.take(professional)
    asked.hold(professional)
    asked.close(professional, "answered")
    stopped = factories.request(team, "Fatima")
    stopped.close(professional, "withdrawn")
    today = timezone.localdate()
    found = figures.moments(today, today)
    assert sorted(one.kind for one in found) == ["closed", "held"]
    assert {one.key for one in found} == {asked.pk}
    assert "Jo" not in repr(found)
