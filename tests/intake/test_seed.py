"""The made-up requests: every state and route, lived by the calendar, the same every time."""

import random
from itertools import pairwise

import pytest
from django.db.models import Count
from django.utils import timezone

from casework import seed as casework_seed
from intake import seed as intake_seed
from intake.choices import Outcome, RequestStatus, Route
from intake.models import (
    Addition,
    Clock,
    Complaint,
    Conversation,
    ConversationRequest,
    Proposal,
    RequestLink,
)
from wijkteam import references
from wijkteam import seed as ground_seed
from wijkteam.models import OutboxMessage, User


@pytest.fixture
def town(db) -> None:
    ground_seed.seed(0, random.Random(1))


def test_every_state_route_and_outcome_is_there(town):
    intake_seed.seed(300, random.Random(1))
    rows = ConversationRequest.objects
    assert set(rows.values_list("status", flat=True)) == set(RequestStatus.values)
    assert set(rows.values_list("route", flat=True)) == set(Route.values)
    ended = set(rows.exclude(outcome="").values_list("outcome", flat=True))
    assert ended >= set(Outcome.values) - {Outcome.CASE_FILE}
    assert rows.open().filter(clocks__in=Clock.objects.running()).exists()
    closed = Clock.objects.filter(request__status=RequestStatus.CLOSED)
    assert not closed.running().exists()
    assert Conversation.objects.filter(sent_at__isnull=False).exclude(reaction="").exists()
    for request in rows.all()[:20]:
        assert references.normal_reference(request.reference) == request.reference
        assert request.lookup_keys == request.keys()


def test_what_waits_in_a_busy_town(town):
    intake_seed.seed(200, random.Random(1))
    rows = ConversationRequest.objects
    assert Proposal.objects.open().filter(request__status="acknowledged").count() > 3
    assert Addition.objects.filter(kind="plan", request__clocks__kind="own_plan").exists()
    assert RequestLink.objects.exists()
    assert rows.exclude(unsafe=[]).exclude(introduce_as="").count() > 10
    by_hand = OutboxMessage.objects.for_hand()
    assert set(by_hand.values_list("kind", flat=True)) == {"letter", "call"}
    today = timezone.localdate()
    late = rows.filter(team__name="Wijkteam Poort").open().late(today)
    assert late.values("holder").annotate(n=Count("pk")).filter(n__gte=10).exists()
    assert late.count() >= 20
    ahead = list(Conversation.objects.upcoming().filter(planned_at__gt=timezone.now()))
    assert any(talk.along for talk in ahead)
    booked = [(who, talk.planned_at) for talk in ahead for who in talk.who_go]
    assert len(booked) == len(set(booked))
    for talk in ahead:
        talk.check_free([talk.planned_at])
    for made in Proposal.objects.open():
        made.check_free(made.moments)


def test_moves_follow_one_another(town):
    intake_seed.seed(400, random.Random(1))
    for request in ConversationRequest.objects.prefetch_related("moves"):
        moves = list(request.moves.all())
        assert all(one.at < after.at for one, after in pairwise(moves))
        assert [move.old for move in moves] == ["", *[move.new for move in moves[:-1]]]
        assert moves[-1].new == request.status


def test_mark_has_a_report_that_became_his_plan(town):
    rng = random.Random(1)
    casework_seed.seed(20, rng)
    intake_seed.seed(20, rng)
    mark = User.objects.get(email="mark@demo.example")
    request = ConversationRequest.objects.visible_to(mark).get()
    assert request.outcome == Outcome.CASE_FILE
    assert request.case_file.household.members.filter(person__user=mark).exists()
    report = request.conversations.sent().get()
    assert report.reaction_words
    assert request.own_words.words


def test_the_same_number_gives_the_same_town(town):
    made = []
    for _time in range(2):
        Complaint.objects.all().delete()
        ConversationRequest.objects.all().delete()
        intake_seed.seed(25, random.Random(7))
        made.append(
            list(ConversationRequest.objects.order_by("reference").values_list("reference", "name"))
        )
    assert made[0] == made[1]
