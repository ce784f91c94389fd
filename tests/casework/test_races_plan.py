"""Two at the same moment, about actions, links and the mail about news."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from casework.models import Action, ActionLink, LinkedAction, TimelineEntry
from casework.tasks import send_news
from casework.workflow import NotAllowed, SomebodyWasFirst
from tests.casework.racing import both
from wijkteam.models import OutboxMessage

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_action_changed_twice(family, professional, colleague):
    mine = Action.objects.get(pk=family.actions["late"].pk)
    theirs = Action.objects.get(pk=family.actions["late"].pk)
    mine.words, theirs.words = "van Sanne", "van Youssef"
    second = both(
        lambda: mine.change(family.coordinator, 1),
        lambda: theirs.change(family.colleague, 1),
        [professional, colleague],
    )
    assert isinstance(second.exception(), SomebodyWasFirst)
    assert Action.objects.get(pk=mine.pk).words == "van Sanne"


def test_one_that_comes_back_ticked_twice_comes_back_once(family, professional, colleague):
    action = Action(case_file=family.case_file, words="De post", owner=family.colleague,
                    repeat="weekly", created_by=family.coordinator)  # fmt: skip
    action.add()
    second = both(
        lambda: action.finish(family.coordinator),
        lambda: Action.objects.get(pk=action.pk).finish(family.colleague),
        [professional, colleague],
    )
    assert second.exception() is None
    assert Action.objects.filter(follows=action).count() == 1
    action.refresh_from_db()
    assert action.done_by == family.coordinator


def test_the_last_coordinator_cannot_leave_twice(family, professional, colleague):
    """Handing over and leaving, while the same is done in another window."""

    def hand_over_and_leave() -> None:
        seat = family.case_file.seats.get(pk=family.coordinator.pk)
        seat.hand_over(family.case_file.seats.get(pk=family.colleague.pk), professional)
        family.case_file.seats.get(pk=seat.pk).leave(professional)

    again = family.case_file.seats.get(pk=family.coordinator.pk)
    to = family.case_file.seats.get(pk=family.colleague.pk)
    second = both(
        hand_over_and_leave, lambda: again.hand_over(to, professional), [professional] * 2
    )
    assert isinstance(second.exception(), NotAllowed)
    assert family.case_file.seats.get(is_coordinator=True, until=None).user == colleague


def test_one_link_used_twice(family, professional):
    action = Action(case_file=family.case_file, words="Halen", owner=family.els,
                    created_by=family.coordinator)  # fmt: skip
    action.add()
    ActionLink.send(action, professional, "els@voorbeeld.example")
    body = OutboxMessage.objects.latest("created_at").body
    token = re.search(r"/afspraak/([^/]+)/", body).group(1)
    second = both(
        lambda: LinkedAction.answer(token, True, "eerst"),
        lambda: LinkedAction.answer(token, True, "dan"),
        [None, None],
    )
    assert second.result() is False
    assert list(TimelineEntry.objects.filter(by=family.els).values_list("words", flat=True)) == [
        "“Halen”\neerst"
    ]


def test_two_workers_tell_the_news_once(family):
    TimelineEntry(case_file=family.case_file, by=family.coordinator, words="Nieuw").write()
    barrier = Barrier(2, timeout=30)

    def work(_turn: int) -> int:
        barrier.wait()
        try:
            return send_news()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        counts = list(pool.map(work, range(2)))
    mails = OutboxMessage.objects.filter(subject="Er is iets nieuws")
    assert sum(counts) == mails.count() == len(set(mails.values_list("to", flat=True)))
    assert sum(counts) > 0
