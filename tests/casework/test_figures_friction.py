"""The counts of differences, decisions and stuck points: right, and without a word."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from casework import figures_friction as figures
from casework.figures import quarter_of
from casework.models import (
    CaseFile,
    Difference,
    ForwardedStuckPoint,
    MandateQuestion,
    StuckPoint,
    TimelineEntry,
)
from casework.models.differences import View
from tests.conftest import app_login
from wijkteam import database

TODAY = timezone.localdate
THIS = quarter_of


@pytest.fixture
def counts(municipality, team):
    """A figure as it is asked for from far away, with the real locks on."""

    def ask(function):
        with app_login(), database.role("municipality", municipality.pk):
            return function([team.pk], TODAY() - timedelta(days=200))

    return ask


def test_differences_by_how_they_stand(family, difference, counts, other_team):
    this = THIS(TODAY())
    assert counts(figures.differences_by_status) == {(this, "open"): 1}
    difference.end(family.coordinator, "dissolved", "over", "wachten hielp")
    assert counts(figures.differences_by_status) == {(this, "dissolved"): 1}
    assert figures.differences_by_status([other_team.pk], TODAY()) == {}


def test_days_waited_for_a_decision(family, counts):
    now = timezone.now()
    for days, answer in [(3, "yes"), (10, "no"), (60, "yes"), (5, ""), (4, "taken_back")]:
        question = MandateQuestion(
            case_file=family.case_file, words="mag het", asked_to="gemeente",
            holder=family.coordinator, asked_by=family.coordinator, asked_at=now,
        )  # fmt: skip
        question.ask()
        if answer:
            question.settle(family.coordinator, answer, "")
            MandateQuestion.objects.filter(pk=question.pk).update(
                answered_at=now + timedelta(days=days)
            )
    this = THIS(TODAY())
    assert counts(figures.mandate_questions_by_wait) == {
        (this, "week"): 1, (this, "two_weeks"): 1, (this, "longer"): 1, (this, "waiting"): 1,
    }  # fmt: skip


def test_stuck_points_and_their_replies(family, counts, team_lead, municipality):
    assert figures.stuck_points_waiting() == (0, 0)
    for kind, due in [("rule", 7), ("money", 7), ("money", -1)]:
        stuck = StuckPoint(case_file=family.case_file, kind=kind, words="vast",
                           written_by=family.coordinator)  # fmt: skip
        stuck.write()
        stuck.sign(family.colleague)
        left = ForwardedStuckPoint.objects.get(forwarded_at=None)
        left.forward(team_lead, "afdeling Wmo", TODAY() + timedelta(days=due))
    ForwardedStuckPoint.objects.get(kind="rule").answer(municipality, "Het kan.")
    this = THIS(TODAY())
    assert counts(figures.stuck_points_by_kind) == {(this, "rule"): 1, (this, "money"): 2}
    assert counts(figures.stuck_points_answered) == {
        (this, "in_time"): 1, (this, "running"): 1, (this, "late"): 1,
    }  # fmt: skip
    ForwardedStuckPoint.objects.filter(kind="money").update(
        forwarded_at=timezone.localtime() - timedelta(days=19)
    )
    assert figures.stuck_points_waiting() == (2, 19)


def test_with_and_without_the_resident(family, counts):
    for kind, there in [("meeting", True), ("visit", True), ("contact", False), ("note", None)]:
        TimelineEntry(case_file=family.case_file, by=family.coordinator, kind=kind, words="x",
                      resident_present=there).write()  # fmt: skip
    this = THIS(TODAY())
    assert counts(figures.with_or_without_resident) == {(this, "with"): 2, (this, "without"): 1}


# --- for a release ---------------------------------------------------------------------------
NOW = timezone.now
DAY = timedelta(days=1)


def of_release(function, since, until):
    with transaction.atomic(), database.role("statistics"):
        return function(since, until)


def test_a_family_with_differences_counts_once_and_adds_up(family, difference):
    """One family, two differences: one from before this period and one of now."""
    since, until = NOW() - 30 * DAY, NOW() + DAY
    CaseFile.objects.update(opened_at=since - 9 * DAY)
    second = Difference(case_file=family.case_file, subject="Eerst rust of eerst geld",
                        about="work", review_on=TODAY() + 9 * DAY)  # fmt: skip
    second.raise_it(family.coordinator, [View(family.resident, "a", "b"),
                                         View(family.coordinator, "c", "d")])  # fmt: skip
    ask = figures.families_with_differences
    none = {"begin": 0, "new": 0, "decided": 0, "dissolved": 0, "end": 0}
    assert of_release(ask, since, until) == none | {"new": 1, "end": 1}
    Difference.objects.filter(pk=difference.pk).update(created_at=since - DAY)
    assert of_release(ask, since, until) == none | {"begin": 1, "end": 1}
    difference.end(family.coordinator, "dissolved", "over", "wachten hielp")
    assert of_release(ask, since, until) == none | {"begin": 1, "end": 1}
    second.end(family.coordinator, "decided", "eerst rust", "vragen helpt", "de gemeente")
    assert of_release(ask, since, until) == none | {"begin": 1, "decided": 1}
    assert of_release(ask, until, until + DAY) == none


def test_the_longest_wait_of_a_family_counts(family):
    since, until = NOW() - DAY, NOW() + 100 * DAY
    ask = figures.families_by_wait
    assert sum(of_release(ask, since, until).values()) == 0
    for days, name in [(7, "week"), (10, "two_weeks"), (60, "longer"), (None, "waiting")]:
        question = MandateQuestion(
            case_file=family.case_file, words="mag het", asked_to="gemeente",
            holder=family.coordinator, asked_by=family.coordinator,
        )  # fmt: skip
        question.ask()
        if days:
            question.settle(family.coordinator, "yes", "")
            MandateQuestion.objects.filter(pk=question.pk).update(
                answered_at=question.asked_at + days * DAY
            )
        found = of_release(ask, since, until)
        assert {key: number for key, number in found.items() if number} == {name: 1}


def test_stuck_points_of_a_period_and_their_replies(team, team_lead, municipality):
    since, until = NOW() - 60 * DAY, NOW()
    for days_ago, replied_after in [(50, 14), (50, 20), (50, 40), (5, None), (70, 1), (20, 90)]:
        at = NOW() - days_ago * DAY
        one = ForwardedStuckPoint(kind="information", words="vast", team=team, asked_to="Wmo",
                                  due=TODAY(), forwarded_at=at, forwarded_by=team_lead)  # fmt: skip
        if replied_after:
            one.reply, one.replied_at = "Het kan.", at + replied_after * DAY
            one.replied_by, one.replied_by_name = municipality, municipality.name
        one.save(force_insert=True)
    assert of_release(figures.stuck_points_of, since, until) == {"other": 5}
    assert of_release(figures.replies_to_stuck_points, since, until) == {
        "two_weeks": 1, "four_weeks": 1, "longer": 1, "waiting": 2
    }  # fmt: skip
