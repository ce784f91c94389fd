"""In any world: rows visible through Django == rows visible through SQL as that role == what the
seats and grounds say. At least 200 worlds, every role, life domains and ended grounds included."""

from random import Random

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from casework.models import (
    CaseFile,
    Household,
    HouseholdMember,
    NetworkPerson,
    Person,
    Seat,
    SharingGround,
    Signpost,
)
from tests.conftest import app_login
from tests.locks.world import PLAN, Oracle, World, pks
from wijkteam import database
from wijkteam.choices import Role
from wijkteam.models import User
from wijkteam.roles import DATABASE_ROLE

AT_A_TABLE = {Role.PROFESSIONAL, Role.TEAM_LEAD, Role.PARTNER, Role.RESIDENT}
IN_FILES = [CaseFile, Seat, *PLAN]
AROUND = [Household, HouseholdMember, Person, NetworkPerson, SharingGround]


def seen_in_sql(user: User, model) -> set:
    """Keys that this user's connection gets from the bare table."""
    try:
        with transaction.atomic(), app_login(), database.role(DATABASE_ROLE[user.role], user.pk):
            return set(model.objects.values_list("pk", flat=True))
    except Exception as error:
        if "permission denied" not in str(error):
            raise
        return set()


def check_files(user: User) -> None:
    oracle = Oracle(user)
    expected = {CaseFile: oracle.files(), Seat: pks(
        Seat.objects.filter(case_file_id__in=oracle.files()))}  # fmt: skip
    expected |= {model: oracle.rows(model) for model in PLAN}
    for model in IN_FILES:
        through_django = pks(model.objects.visible_to(user))
        assert through_django == seen_in_sql(user, model) == expected[model], (user, model)


def check_around(user: User) -> None:
    oracle = Oracle(user)
    whole = {file for file, domains in oracle.domains.items() if domains is None}
    households = set(
        CaseFile.objects.filter(pk__in=oracle.files()).values_list("household_id", flat=True)
    )
    members = HouseholdMember.objects.filter(household_id__in=households)
    assert seen_in_sql(user, Household) == households
    assert seen_in_sql(user, HouseholdMember) == pks(members)
    assert seen_in_sql(user, Person) == {member.person_id for member in members}
    assert seen_in_sql(user, NetworkPerson) == pks(
        NetworkPerson.objects.filter(household_id__in=households)
    )
    assert seen_in_sql(user, SharingGround) == pks(
        SharingGround.objects.filter(case_file_id__in=whole)
    )
    in_a_team = user.role in {Role.PROFESSIONAL, Role.TEAM_LEAD}
    assert bool(seen_in_sql(user, Signpost)) == (in_a_team and Signpost.objects.exists())


@pytest.mark.django_db
@settings(
    max_examples=20, deadline=None, phases=[Phase.generate], derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(seed=st.integers(0, 2**32), steps=st.lists(st.sampled_from(World.STEPS), max_size=22))
def test_screen_and_database_agree(seed, steps):
    with transaction.atomic():
        world = World(random=Random(seed))
        for name in ["open", "open", *steps]:
            world.step(name)
        for user in world.users:
            check_files(user)
            check_around(user)
            if user.role not in AT_A_TABLE:
                assert not any(seen_in_sql(user, model) for model in [*IN_FILES, *AROUND])
        transaction.set_rollback(True)
