"""Two at the same moment: real connections, real roles, and each hears what the other did."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier

import pytest
from django.db import connection

from casework.models import CaseFile, Goal, Household, Seat, Signpost, TimelineEntry
from casework.models.case_files import Address
from casework.workflow import HouseholdHasFile, HouseholdKnown, NotAllowed, SomebodyWasFirst
from tests import factories
from tests.conftest import app_login
from wijkteam import database
from wijkteam.models import User

ADDRESS = Address("Lindeplein", "12", "1311AB")
pytestmark = pytest.mark.django_db(transaction=True)


@contextmanager
def signed_in(user: User | None) -> Iterator[None]:
    """This thread's own connection, as the web process has it for this visitor, or a stranger."""
    name, pk = ("professional", user.pk) if user else ("public", None)
    try:
        with app_login(), database.role(name, pk):
            yield
    finally:
        connection.close()


def wait_until_someone_waits() -> None:
    """Until another connection stands still before a lock of this one."""
    for _try in range(200):
        with connection.cursor() as cursor:
            cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
            if cursor.fetchone()[0]:
                return
        time.sleep(0.02)
    raise AssertionError("nobody waited")


def both(
    first: Callable[[], object], second: Callable[[], object], by: list[User | None]
) -> Future:
    """`first` is done but not final when `second` begins, and final once `second` has to wait."""
    barrier = Barrier(2, timeout=30)

    def lead() -> None:
        with signed_in(by[0]):
            first()
            barrier.wait()
            wait_until_someone_waits()

    def follow() -> object:
        barrier.wait()
        with signed_in(by[1]):
            return second()

    with ThreadPoolExecutor(2) as pool:
        leading, following = pool.submit(lead), pool.submit(follow)
    leading.result()
    return following


def test_two_open_a_file_for_one_new_address(professional, outsider, team, other_team):
    teams = {professional.pk: team, outsider.pk: other_team}

    def opening(user: User) -> Callable[[], object]:
        return lambda: factories.case_file(user, teams[user.pk])

    second = both(opening(professional), opening(outsider), [professional, outsider])
    assert isinstance(second.exception(), HouseholdKnown)
    assert [post.coordinator for post in second.exception().signposts] == [professional]
    for model in [CaseFile, Household, Signpost]:
        assert model.objects.count() == 1
    assert Seat.objects.get(is_coordinator=True).user == professional


def test_many_open_a_file_for_one_new_address_at_once(team):
    users = [factories.user(f"P{n}", "professional", team=team) for n in range(4)]
    barrier = Barrier(len(users), timeout=30)

    def opening(user: User) -> str:
        barrier.wait()
        try:
            with signed_in(user):
                factories.case_file(user, team)
        except HouseholdKnown:
            return "known"
        return "opened"

    with ThreadPoolExecutor(len(users)) as pool:
        found = list(pool.map(opening, users))
    assert sorted(found) == ["known", "known", "known", "opened"]
    assert CaseFile.objects.count() == 1


def test_two_open_a_new_file_for_one_household_with_a_closed_one(
    family, professional, colleague, outsider, team
):
    family.case_file.close(professional, "Het gaat weer.")

    def opening(user: User) -> Callable[[], object]:
        return lambda: CaseFile.open(
            user, team=team, name="Jansen", address=ADDRESS, persons=[],
            household_id=family.case_file.household_id,
        )  # fmt: skip

    second = both(opening(colleague), opening(outsider), [colleague, outsider])
    assert isinstance(second.exception(), HouseholdHasFile)
    assert "Bel Youssef Amrani" in str(second.exception())
    assert CaseFile.objects.open().count() == 1


def test_an_entry_while_the_file_is_closed(family, professional, colleague):
    entry = TimelineEntry(case_file=family.case_file, by=family.colleague, words="Net te laat")
    second = both(
        lambda: family.case_file.close(professional, "Het gaat weer."),
        entry.write,
        [professional, colleague],
    )
    assert isinstance(second.exception(), NotAllowed)
    assert not TimelineEntry.objects.filter(words="Net te laat").exists()


def test_one_goal_changed_twice(family, professional, colleague):
    mine = Goal.objects.get(pk=family.money.pk)
    theirs = Goal.objects.get(pk=family.money.pk)
    mine.words, theirs.words = "van Sanne", "van Youssef"
    second = both(
        lambda: mine.change(family.coordinator, 1),
        lambda: theirs.change(family.colleague, 1),
        [professional, colleague],
    )
    assert isinstance(second.exception(), SomebodyWasFirst)
    assert Goal.objects.get(pk=family.money.pk).words == "van Sanne"


def test_the_coordination_handed_over_twice(family, professional, colleague, team):
    ruben = factories.user("Ruben Isaacs", "professional", team=team)
    other = Seat.invite(family.case_file, ruben, professional, "", None)
    again = Seat.objects.get(pk=family.coordinator.pk)
    second = both(
        lambda: family.coordinator.hand_over(family.colleague, professional),
        lambda: again.hand_over(other, professional),
        [professional, professional],
    )
    assert isinstance(second.exception(), NotAllowed)
    assert family.case_file.seats.get(is_coordinator=True).user == colleague


def test_a_ground_withdrawn_while_the_partner_writes(family, professional, partner):
    entry = TimelineEntry(
        case_file=family.case_file, by=family.partner, words="Nog iets", audience="domain",
        life_domain="parenting",
    )  # fmt: skip
    second = both(family.ground.withdraw, entry.write, [professional, partner])
    assert isinstance(second.exception(), NotAllowed)
    assert CaseFile.objects.visible_to(partner).count() == 0
    assert not TimelineEntry.objects.filter(words="Nog iets").exists()
