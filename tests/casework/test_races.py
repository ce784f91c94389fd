"""Two at the same moment: real connections, real roles, and each hears what the other did. What a
person reads then stands in test_races_on_screen.py."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from casework.models import CaseFile, Household, Seat, Signpost
from casework.models.case_files import Address
from casework.workflow import HouseholdHasFile, HouseholdKnown
from tests import factories
from tests.casework.racing import both, signed_in
from wijkteam.models import Team, User

ADDRESS = Address("Lindeplein", "12", "1311AB")
pytestmark = pytest.mark.django_db(transaction=True)


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
    family, professional, colleague, outsider, team, other_team
):
    family.case_file.close(professional, "Het gaat weer.")

    def opening(user: User, of: Team) -> Callable[[], object]:
        return lambda: CaseFile.open(
            user, team=of, name="Jansen", address=ADDRESS, persons=[],
            household_id=family.case_file.household_id,
        )  # fmt: skip

    second = both(opening(colleague, team), opening(outsider, other_team), [colleague, outsider])
    assert isinstance(second.exception(), HouseholdHasFile)
    assert "Bel Youssef Amrani" in str(second.exception())
    assert CaseFile.objects.open().count() == 1
