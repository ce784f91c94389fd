"""The counts of differences, decisions and stuck points: right, and without a word."""

from datetime import timedelta

import pytest
from django.utils import timezone

from casework import figures_friction as figures
from casework.figures import quarter_of
from casework.models import ForwardedStuckPoint, MandateQuestion, StuckPoint, TimelineEntry
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
        forwarded_at=timezone.now() - timedelta(days=19)
    )
    assert figures.stuck_points_waiting() == (2, 19)


def test_with_and_without_the_resident(family, counts):
    for kind, there in [("meeting", True), ("visit", True), ("contact", False), ("note", None)]:
        TimelineEntry(case_file=family.case_file, by=family.coordinator, kind=kind, words="x",
                      resident_present=there).write()  # fmt: skip
    this = THIS(TODAY())
    assert counts(figures.with_or_without_resident) == {(this, "with"): 2, (this, "without"): 1}
