"""In any world: rows visible through Django == rows visible through SQL as that role == what the
seats and grounds say. At least 200 worlds, every role, life domains and ended grounds included."""

from random import Random
from uuid import UUID

import pytest
from django.db import transaction
from django.db.models import QuerySet
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from casework.models import (
    ActionLink,
    CaseFile,
    Household,
    HouseholdMember,
    LeaveRequest,
    Meldcode,
    MeldcodeMember,
    NetworkPerson,
    Person,
    PersonContact,
    RightsRequest,
    Seat,
    SharingGround,
    SharingQuestion,
    Signpost,
    TeamHandover,
)
from tests.conftest import app_login
from tests.locks.changes import of_plans, readable
from tests.locks.home import at_home
from tests.locks.oracle import PLAN, Oracle, pks
from tests.locks.world import World
from wijkteam import database
from wijkteam.choices import Role
from wijkteam.models import Change, User
from wijkteam.roles import DATABASE_ROLE

IN_FILES = [CaseFile, Seat, *PLAN]
AROUND = [Household, HouseholdMember, Person, PersonContact, NetworkPerson]
SHARED = [SharingGround, SharingQuestion, TeamHandover]


def seen_in_sql(user: User) -> dict:
    """Keys that this user's connection gets from each bare table."""
    with transaction.atomic(), app_login(), database.role(DATABASE_ROLE[user.role], user.pk):
        return {
            model: set(model.objects.values_list("pk", flat=True))
            for model in [
                *IN_FILES,
                *AROUND,
                *SHARED,
                LeaveRequest,
                RightsRequest,
                Change,
                *([] if user.role == Role.RESIDENT else [Signpost, ActionLink, Meldcode]),
            ]
        }


def keys(rows: QuerySet) -> set[UUID]:
    """As `pks`, but of a question to the database: without its other columns and its order."""
    return set(rows.order_by().values_list("pk", flat=True))


def check_files(user: User, seen: dict, oracle: Oracle) -> None:
    seats = Seat.objects.filter(case_file_id__in=oracle.files())
    expected = {CaseFile: oracle.files(), Seat: keys(seats)}
    expected |= {model: oracle.rows(model) for model in PLAN}
    for model in IN_FILES:
        through_django = keys(model.objects.visible_to(user))
        assert through_django == seen[model] == expected[model], (user, model)


def check_around(user: User, seen: dict, oracle: Oracle) -> None:
    whole = {file for file, domains in oracle.domains.items() if domains is None}
    households = set(
        CaseFile.objects.filter(pk__in=oracle.files()).values_list("household_id", flat=True)
    )
    members = HouseholdMember.objects.filter(household_id__in=households)
    network = NetworkPerson.objects.filter(household_id__in=households)
    assert seen[Household] == households
    assert seen[HouseholdMember] == keys(members)
    assert seen[Person] == {member.person_id for member in members}
    if user.role == Role.RESIDENT:  # of the others at home no number and no address
        members = members.filter(person__user=user)
    assert seen[PersonContact] == {member.person_id for member in members}
    assert seen[NetworkPerson] == keys(network)
    for model in SHARED:
        of_whole = model.objects.filter(case_file_id__in=whole)
        expected = {one.pk for one in of_whole if at_home(user, one)}
        assert keys(model.objects.visible_to(user)) == seen[model] == expected, model
    in_a_team = user.role in {Role.PROFESSIONAL, Role.TEAM_LEAD}
    assert bool(seen.get(Signpost)) == (in_a_team and Signpost.objects.exists())


def check_helping(user: User, seen: dict, oracle: Oracle) -> None:
    """Links as the actions they open; asking someone to leave for two: who asked, coordinator."""
    if user.role != Role.RESIDENT:
        assert keys(ActionLink.objects.visible_to(user)) == seen[ActionLink]
        assert seen[ActionLink] == oracle.rows(ActionLink)
    rights = RightsRequest.objects.filter(case_file_id__in=oracle.coordinated)
    if user.role == Role.RESIDENT:
        rights = RightsRequest.objects.filter(asked_by=user)
    assert keys(RightsRequest.objects.visible_to(user)) == seen[RightsRequest] == keys(rights)
    files = oracle.files() if user.role == Role.RESIDENT else oracle.coordinated
    asked = LeaveRequest.objects.filter(case_file_id__in=files)
    expected = {one.pk for one in asked if at_home(user, one)}
    assert keys(LeaveRequest.objects.visible_to(user)) == seen[LeaveRequest] == expected


def check_meldcode(user: User, seen: dict, oracle: Oracle) -> None:
    """For the coordinator and for who was named and still sits there; never for who lives there."""
    named = set(MeldcodeMember.objects.filter(user=user).values_list("meldcode_id", flat=True))
    expected = {
        one.pk
        for one in Meldcode.objects.all()
        if user.role != Role.RESIDENT
        and (
            one.case_file_id in oracle.coordinated
            or (one.pk in named and one.case_file_id in oracle.files())
        )
    }
    assert keys(Meldcode.objects.visible_to(user)) == seen.get(Meldcode, set()) == expected


@pytest.mark.django_db
@settings(
    max_examples=200, deadline=None, phases=[Phase.generate], derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(seed=st.integers(0, 2**32), steps=st.lists(st.sampled_from(World.STEPS), max_size=22))
def test_screen_and_database_agree(seed, steps):
    with transaction.atomic():
        world = World(random=Random(seed))
        for name in ["open", "open", *steps]:
            world.step(name)
        people = Person.objects.all()
        PersonContact.objects.bulk_create(PersonContact(person=one) for one in people)
        changes = of_plans()
        for user in world.users:  # the other roles have no right on these tables: test_grants
            seen, oracle = seen_in_sql(user), Oracle(user)
            check_files(user, seen, oracle)
            check_around(user, seen, oracle)
            check_helping(user, seen, oracle)
            check_meldcode(user, seen, oracle)
            shown = readable(user, oracle.domains, changes)
            assert seen[Change] & pks(changes) == shown, user
        transaction.set_rollback(True)
