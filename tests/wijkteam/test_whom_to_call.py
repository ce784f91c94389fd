"""At the foot of every page stands whom to call: at work that is the own team."""

import pytest
from django.utils import timezone

from tests import factories
from tests.casework.browser import words
from tests.intake.team_doors import queries_of
from wijkteam.choices import Role
from wijkteam.models import Team

OWN = "020 765 4321"


@pytest.fixture
def elsewhere(team, other_team) -> Team:
    """Not the team that everybody calls who has no other."""
    other_team.phone = "0207654321"
    other_team.save()
    return other_team


@pytest.mark.parametrize("role", [Role.PROFESSIONAL, Role.TEAM_LEAD])
def test_at_work_it_is_the_own_team(elsewhere, team, as_user, role):
    pages = ["/werk/dossiers/"] if role == Role.PROFESSIONAL else ["/leiding/"]
    for page in pages:
        assert OWN in words(as_user(factories.user("Iris", role, team=elsewhere)).get(page))
        assert OWN not in words(as_user(factories.user("Sanne", role, team=team)).get(page))


def test_who_works_for_several_calls_the_first_that_still_is(elsewhere, team, as_user):
    iris = factories.user("Iris", Role.PROFESSIONAL, team=elsewhere)
    iris.join_team(team)
    assert OWN in words(as_user(iris).get("/werk/dossiers/"))
    iris.memberships.filter(team=elsewhere).update(until=timezone.now())
    assert OWN not in words(as_user(iris).get("/werk/dossiers/"))


def test_no_page_asks_for_it(elsewhere, as_user, outsider):
    """It is looked up once, at signing in."""
    client = as_user(outsider)
    client.get("/werk/dossiers/")
    asked = queries_of(lambda: client.get("/werk/dossiers/"))
    assert not [one for one in asked if one.startswith('SELECT "wijkteam_teammembership"')]
