"""Who reads an own part only: what is new there on the page, the mail counts too, and no more."""

from dataclasses import dataclass

import pytest
from django.utils import timezone

from casework.models import Action, Goal, LastLook, Seat
from casework.models.case_files import NewPerson
from casework.tasks import send_news
from tests import factories
from tests.casework.browser import words
from wijkteam.models import OutboxMessage, User


@dataclass
class Part:
    """The own part of one reader, beside that of Mark and that of the whole house."""

    user: User
    seat: Seat
    goal: Goal
    of_mark: Goal


@pytest.fixture(params=["young", "apart"])
def part(family, professional, request) -> Part:
    """Lisa, who is not of age; or who is, in a house that is kept apart. She looked just now."""
    user, young = factories.user("Lisa", "resident"), request.param == "young"
    new = NewPerson("Lisa", "young" if young else "adult", user=user, has_seat=True)
    family.case_file.add_person(new, professional)
    if not young:
        family.case_file.keep_apart(professional, True)
    seat = Seat.objects.get(person__user=user)
    mine, of_mark = _goal(family, seat.person), _goal(family, family.resident.person)
    LastLook.objects.create(user=user, case_file=family.case_file, at=timezone.now())
    return Part(user, seat, mine, of_mark)


def _goal(family, whose) -> Goal:
    goal = Goal(case_file=family.case_file, life_domain="taking_part", words="Vaker naar buiten",
                created_by=family.coordinator, whose=whose)  # fmt: skip
    goal.add()
    return goal


def _change(goal: Goal, family) -> None:
    goal.words = "Elke dag naar buiten"
    goal.change(family.coordinator, goal.version)


def _action(goal: Goal | None, owner: Seat, by: Seat) -> None:
    Action(case_file=by.case_file, goal=goal, words="Bellen", owner=owner, created_by=by).add()


def _sits_down(family, professional) -> None:
    asked = factories.user("Noa Kok", "professional", team=family.case_file.team)
    factories.says_yes(Seat.invite(family.case_file, asked, professional, "", None))


def is_told(part, family, as_user) -> bool:
    """The mail came, and the page says that something is new: both or neither."""
    send_news()
    mail = OutboxMessage.objects.filter(subject="Er is iets nieuws", to=part.user.email).exists()
    seen = LastLook.objects.get(user=part.user)
    LastLook.objects.filter(pk=seen.pk).update(before=seen.at)
    page = words(as_user(part.user).get(family.own_url))
    assert "Nieuw sinds" in page
    assert mail is ("Er is niets veranderd." not in page)
    return mail


HEARS = {
    "a goal of her own": lambda part, one, _by: _change(part.goal, one),
    "a goal of the whole house": lambda _part, one, _by: _change(one.money, one),
    "what the team does for it": lambda part, one, _by: _action(
        part.goal, one.coordinator, one.coordinator
    ),
    "what she was asked to do": lambda part, one, _by: _action(None, part.seat, one.coordinator),
    "done by the team": lambda _part, one, _by: one.actions["late"].finish(one.colleague),
    "a mark of the team": lambda part, one, _by: part.goal.review(one.coordinator, 6),
    "who sits down": lambda _part, one, by: _sits_down(one, by),
    "who left the table": lambda _part, one, _by: one.colleague.leave(one.coordinator.user),
}
HEARS_NOT = {
    "a goal of Mark": lambda part, one, _by: _change(part.of_mark, one),
    "what the team does for Mark": lambda part, one, _by: _action(
        part.of_mark, one.coordinator, one.coordinator
    ),
    "what Mark does": lambda _part, one, _by: one.actions["own"].finish(one.resident),
    "a mark of Mark": lambda _part, one, _by: one.money.review(one.resident, 6),
    "a mark for Mark": lambda part, one, _by: part.of_mark.review(one.coordinator, 6),
    "what she did herself": lambda part, one, _by: part.goal.review(part.seat, 6),
}


@pytest.mark.parametrize("what", HEARS)
def test_what_changes_in_the_own_part_is_news(part, family, as_user, professional, what):
    HEARS[what](part, family, professional)
    assert is_told(part, family, as_user)


@pytest.mark.parametrize("what", HEARS_NOT)
def test_what_changes_in_the_part_of_another_is_not(part, family, as_user, professional, what):
    HEARS_NOT[what](part, family, professional)
    assert not is_told(part, family, as_user)
