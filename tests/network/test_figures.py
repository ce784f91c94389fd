"""The network's counts, against a small world counted by hand."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from network import figures
from network.models import Signal
from wijkteam import database

SINCE = date(2026, 1, 1)


def noon(*day: int) -> datetime:
    return timezone.make_aware(datetime(*day, 12))  # noqa: DTZ001


def sent(like: Signal, day: datetime, due: date, answered: datetime | None, by) -> None:
    like.pk = Signal._meta.pk.get_default()
    like.sent_at, like.due = day, due
    if answered:
        like.status, like.feedback = "answered", "Ja."
        like.picked_up_by = like.answered_by = by
        like.picked_up_at = like.answered_at = answered
    else:
        like.status, like.feedback = "new", ""
        like.picked_up_by = like.answered_by = like.answered_at = like.picked_up_at = None
    like.save(force_insert=True)


def test_signals_answered(damp, team, other_team, professional):
    Signal.objects.all().delete()
    future = timezone.localdate() + timedelta(days=3)
    due = date(2026, 2, 24)
    sent(damp, noon(2026, 2, 10), due, noon(2026, 2, 24), professional)
    sent(damp, noon(2026, 2, 10), due, noon(2026, 2, 25), professional)
    sent(damp, noon(2026, 3, 31), due, None, professional)
    sent(damp, noon(2026, 4, 1), future, None, professional)
    sent(damp, noon(2025, 12, 31), due, None, professional)
    first, second = date(2026, 1, 1), date(2026, 4, 1)
    assert figures.signals_answered([team.pk], SINCE) == {
        (first, "in_time"): 1, (first, "late"): 2, (second, "running"): 1
    }  # fmt: skip
    assert figures.signals_answered([other_team.pk], SINCE) == {}


def test_contacts_with_places(make_place, team, other_team, professional):
    place = make_place("Plek", team)
    # In two wijken of the same team: still one visit.
    team.neighbourhoods.create(code="WK000099", name="Nog een wijk")
    place.neighbourhoods.set(team.neighbourhoods.all())
    for kind, day in (("visit", (2026, 3, 31)), ("visit", (2026, 4, 1)), ("call", (2026, 4, 2))):
        place.log_contact(professional, kind=kind, at=noon(*day))
    assert figures.contacts_with_places([team.pk], SINCE) == {
        (date(2026, 1, 1), "visit"): 1, (date(2026, 4, 1), "visit"): 1,
        (date(2026, 4, 1), "call"): 1,
    }  # fmt: skip
    assert figures.contacts_with_places([other_team.pk], SINCE) == {}


def test_whom_we_know_where(make_place, team):
    make_place("A", team, spoken=1, formality="formal", life_domains=["money"])
    make_place("B", team, spoken=300, life_domains=["mind"])
    found = {
        label: number for (_quarter, label), number in figures.covered([team.pk], SINCE).items()
    }
    assert found == {"formal": 1, "cold": 1, "none": 10}
    assert figures.covered([], SINCE) == {}


def test_picked_up_in_time(damp, team, professional):
    assert set(figures.signals_picked_up([team.pk], SINCE).values()) == {1}
    damp.pick_up(professional)
    assert [label for _quarter, label in figures.signals_picked_up([team.pk], SINCE)] == ["in_time"]


def test_a_signal_stands_in_one_class_of_each_promise_of_a_release(damp, professional):
    since, until = damp.sent_at, damp.sent_at + timedelta(days=1)

    def of_release(function):
        with transaction.atomic(), database.role("statistics"):
            return function(since, until)

    assert of_release(figures.signals_taken_up) == {"running": 1}
    assert of_release(figures.answers_to_signals) == {"running": 1}
    Signal.objects.update(pick_up_due=timezone.localdate() - timedelta(days=1))
    assert of_release(figures.signals_taken_up) == {"late": 1}
    damp.pick_up(professional)
    assert of_release(figures.signals_taken_up) == {"late": 1}
    assert of_release(figures.answers_to_signals) == {"running": 1}
