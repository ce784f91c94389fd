"""Asked once more before it stands on the calendar: who goes when a colleague left, and whether a
moment that was offered can still be."""

from datetime import timedelta

import pytest
from django.utils import timezone

from intake.models import Conversation, Proposal
from tests import factories
from tests.intake.team_doors import words
from tests.page import check_page

NOT_ANY_MORE = "Op dit moment kunnen wij niet meer. Kies een ander, of bel ons."


@pytest.fixture
def jo(team, colleague):
    made = factories.request(team, "Jo", email="jo@voorbeeld.example")
    made.take(colleague)
    return made


@pytest.fixture
def made(jo, colleague) -> Proposal:
    start = timezone.now().replace(microsecond=0) + timedelta(days=3)
    proposal = Proposal(request=jo, professional=colleague, place="home",
                        moments=[start, start + timedelta(days=1)])  # fmt: skip
    proposal.token = proposal.offer(colleague)
    return proposal


def leaves_team(user) -> None:
    user.memberships.update(until=timezone.now())


def pick(stranger, made, number: int) -> str:
    data = {"moment": made.moments[number].isoformat()}
    return words(stranger.post("/gesprek/stand/moment/", data, follow=True))


def test_nobody_goes_before_somebody_is_chosen(as_user, professional, colleague, jo):
    talk = Conversation(request=jo, planned_at=timezone.localtime() + timedelta(days=3),
                        place="home", professional=colleague)  # fmt: skip
    talk.plan(colleague)
    leaves_team(colleague)
    client, url = as_user(professional), f"/werk/gesprek/{talk.pk}/verzetten/"
    page = words(client.get(url))
    assert check_page(page) == []
    assert '<option value="" selected>kies wie er gaat</option>' in page
    day = timezone.localdate() + timedelta(days=6)
    data = {"day_0": day.day, "day_1": day.month, "day_2": day.year, "time": "10.30"}
    assert "Kies wie van ons gaat." in words(client.post(url, data))
    assert Conversation.objects.get().professional == colleague
    assert client.post(url, data | {"professional": professional.pk}).status_code == 302
    assert Conversation.objects.get().professional == professional


def test_a_pick_by_link_is_looked_at_once_more(stranger, made, jo, team, colleague):
    """Somebody put another talk there past the page; the second moment still can be."""
    other = factories.request(team, "Bo")
    at = made.moments[0] + timedelta(minutes=30)
    Conversation.objects.create(request=other, planned_at=at, professional=colleague)
    stranger.get(f"/gesprek/moment/{made.token}/")
    assert NOT_ANY_MORE in pick(stranger, made, 0)
    assert not jo.conversations.exists()
    assert Proposal.objects.open().get() == made
    assert "Wij weten het nu." in pick(stranger, made, 1)
    assert jo.conversations.get().planned_at == made.moments[1]


def test_who_left_the_team_is_offered_no_more(stranger, made, jo, colleague):
    stranger.get(f"/gesprek/moment/{made.token}/")
    leaves_team(colleague)
    assert NOT_ANY_MORE in pick(stranger, made, 0)
    assert not jo.conversations.exists()
