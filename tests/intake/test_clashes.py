"""Nobody of us is promised to two families at one hour: planned, moved, offered, both at once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from intake.models import Conversation, ConversationRequest, Proposal
from intake.models.agenda import Busy
from tests import factories
from tests.casework.test_races import both
from tests.intake.team_doors import words
from tests.page import check_page
from wijkteam.models import OutboxMessage


def ahead(hours: int = 0, days: int = 4):
    start = timezone.localtime().replace(hour=9, minute=0, second=0, microsecond=0)
    return start + timedelta(days=days, hours=hours)


def taken(team, by, name: str) -> ConversationRequest:
    made = factories.request(team, name)
    made.take(by)
    return made


def talk_of(request, who, at, *along) -> Conversation:
    return Conversation(request=request, planned_at=at, professional=who,
                        along=[one.pk for one in along])  # fmt: skip


def offer_of(request, who, *moments, along=()) -> Proposal:
    return Proposal(request=request, professional=who, moments=list(moments),
                    along=[one.pk for one in along])  # fmt: skip


@pytest.fixture
def jo(team, professional):
    return taken(team, professional, "Jo")


@pytest.fixture
def noor(team, professional):
    return taken(team, professional, "Noor")


def test_what_is_planned_is_not_offered_and_what_is_offered_not_planned(
    jo, noor, professional, colleague
):
    talk_of(jo, colleague, ahead(), professional).plan(professional)
    with pytest.raises(Busy, match="Sanne de Wit heeft al een gesprek op"):
        offer_of(noor, professional, ahead(days=5), ahead(hours=0.5)).offer(professional)
    offer_of(noor, professional, ahead(1), ahead(2)).offer(professional)  # an hour later is fine
    third = taken(jo.team, professional, "Mark")
    with pytest.raises(Busy, match="is al voorgesteld aan een ander"):
        talk_of(third, professional, ahead(2)).plan(professional)
    third.refresh_from_db()
    assert third.status == "acknowledged"
    assert not third.conversations.exists()


def test_moving_meets_the_same_and_its_own_hour_is_no_clash(jo, noor, professional):
    talk_of(jo, professional, ahead()).plan(professional)
    mine = talk_of(noor, professional, ahead(3))
    mine.plan(professional)
    mine.planned_at = ahead(3) + timedelta(minutes=15)
    mine.move(professional)
    mine.planned_at = ahead()
    with pytest.raises(Busy):
        mine.move(professional)
    mine.refresh_from_db()
    assert (mine.planned_at, mine.sequence) == (ahead(3) + timedelta(minutes=15), 1)


def test_what_was_called_off_refused_or_replaced_is_free_again(jo, noor, professional):
    made = offer_of(jo, professional, ahead(), ahead(1))
    made.offer(professional)
    offer_of(jo, professional, ahead(), ahead(2)).offer(professional)  # the own ones never clash
    jo.proposals.open().get().none_fits()
    talk = talk_of(noor, professional, ahead())
    talk.plan(professional)
    talk.cancel(professional)
    talk_of(jo, professional, ahead()).plan(professional)
    assert jo.conversations.get().planned_at == ahead()


def test_an_offer_that_planning_overtook_does_not_come_back(jo, professional):
    made = offer_of(jo, professional, ahead(), ahead(1))
    made.offer(professional)
    talk = talk_of(jo, professional, ahead(5))
    talk.plan(professional)
    talk.cancel(professional)
    assert not jo.proposals.open().exists()


def test_one_visit_for_one_household_is_one_visit(jo, noor, professional):
    talk_of(jo, professional, ahead()).plan(professional)
    jo.link(noor, professional)
    talk_of(noor, professional, ahead()).plan(professional)
    assert noor.conversations.exists()


def test_a_colleague_of_two_teams_has_one_calendar(
    jo, professional, colleague, other_team, outsider
):
    professional.memberships.create(team=other_team)
    elsewhere = taken(other_team, outsider, "Geheim")
    talk_of(elsewhere, professional, ahead()).plan(outsider)
    with pytest.raises(Busy) as refused:
        talk_of(jo, colleague, ahead(), professional).plan(colleague)
    assert "Geheim" not in str(refused.value)


def test_the_page_says_so_and_keeps_what_was_typed(as_user, jo, noor, professional):
    talk_of(jo, professional, ahead()).plan(professional)
    day = ahead()
    typed = {"day_0": day.day, "day_1": day.month, "day_2": day.year, "time": "09.30",
             "place": "home", "professional": professional.pk, "address": "Blijf 1"}  # fmt: skip
    page = as_user(professional).post(f"/werk/verzoeken/{noor.pk}/plannen/", typed)
    html = words(page)
    for said in ("Sanne de Wit heeft al een gesprek op", "om 09.00", "Blijf 1", "09.30"):
        assert said in html
    assert check_page(html) == []
    later = day + timedelta(days=1)
    typed |= {"day1_0": later.day, "day1_1": later.month, "day1_2": later.year, "time1": "11.00",
              "day2_0": day.day, "day2_1": day.month, "day2_2": day.year,
              "time2": "08.45"}  # fmt: skip
    html = words(as_user(professional).post(f"/werk/verzoeken/{noor.pk}/voorstellen/", typed))
    assert "Sanne de Wit heeft al een gesprek op" in html
    assert 'id="id_time2_error"' in html
    assert "Blijf 1" in html
    assert not OutboxMessage.objects.filter(request_id=noor.pk).exists()
    assert not noor.proposals.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("first_offers", [True, False])
def test_two_at_once_book_one_person_once(team, professional, colleague, first_offers):
    one, other = taken(team, professional, "Jo"), taken(team, colleague, "Noor")

    def first() -> None:
        if first_offers:
            offer_of(one, professional, ahead(), ahead(5)).offer(professional)
        else:
            talk_of(one, professional, ahead()).plan(professional)

    def second() -> None:
        offer_of(other, colleague, ahead(), ahead(3), along=[professional]).offer(colleague)

    result = both(first, second, [professional, colleague])
    assert isinstance(result.exception(), Busy)
    assert not other.proposals.exists()
