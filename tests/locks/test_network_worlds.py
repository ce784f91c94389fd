"""The network in random worlds: what Django shows == what the database gives == the rules.

A world apart from that of the families: nothing here leads to a case file.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from uuid import uuid4

import pytest
from django.db import models, transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from network.models import (
    ContactMoment,
    Gathering,
    Guest,
    Promise,
    RegisterImport,
    Signal,
    SignalLink,
    SignalStep,
    Vindplaats,
    VindplaatsContact,
)
from network.workflow import IllegalMove
from tests import factories
from tests.conftest import app_login
from wijkteam import database
from wijkteam.choices import Role
from wijkteam.models import Team, TeamMembership, User
from wijkteam.roles import DATABASE_ROLE

READ_BY_CONTACTS: list[type[models.Model]] = [Vindplaats, VindplaatsContact, Signal, SignalStep]
FOR_TEAMS: list[type[models.Model]] = [ContactMoment, SignalLink, Gathering, Guest, Promise]
ALL = [*READ_BY_CONTACTS, *FOR_TEAMS, RegisterImport]
STAFF = {Role.PROFESSIONAL, Role.TEAM_LEAD}


@dataclass
class Town:
    """Two teams, their places, and what a run of random steps did there."""

    random: Random
    teams: list[Team] = field(default_factory=list)
    staff: list[User] = field(default_factory=list)
    accounts: list[User] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.teams = [factories.team("A", "1311AA", is_default=True), factories.team("B", "1321AA")]
        self.staff = [
            factories.user(f"P{n}", Role.PROFESSIONAL, team=self.teams[n % 2]) for n in range(3)
        ]
        self.staff.append(factories.user("Lead", Role.TEAM_LEAD, team=self.teams[0]))
        self.accounts = [factories.user(f"C{n}", Role.CONTACT) for n in range(2)]
        self.partner = factories.user(
            "Q", Role.PARTNER, organisation=factories.organisation("School", "school")
        )
        for _each in range(2):
            self._place()
            self._person()

    @property
    def users(self) -> list[User]:
        return [*self.staff, *self.accounts, self.partner]

    STEPS = (
        "place", "person", "person_leaves", "forget", "hear", "signal", "signal", "handle", "link",
        "gather", "read_in", "leave_team", "retire",
    )  # fmt: skip

    def step(self, name: str) -> None:
        """Do one thing; what the house refuses simply does not happen."""
        with suppress(IllegalMove):
            getattr(self, f"_{name}")()

    def _some(self, model: type[models.Model]) -> models.Model | None:
        return self.random.choice(list(model._default_manager.all()) or [None])

    def _someone(self) -> User:
        return self.random.choice(self.staff)

    def _place(self) -> None:
        place = Vindplaats.objects.create(name="Plek", kind="library")
        team = self.random.choice([None, *self.teams])
        place.neighbourhoods.set(team.neighbourhoods.all() if team else [])

    def _person(self) -> None:
        free = [u for u in self.accounts if not VindplaatsContact.objects.filter(user=u).exists()]
        VindplaatsContact.objects.create(
            vindplaats=self._some(Vindplaats), name="Ria", user=self.random.choice([None, *free])
        )

    def _person_leaves(self) -> None:
        self._some(VindplaatsContact).leave()

    def _forget(self) -> None:
        """Not the account itself: an ended one comes in nowhere (network/test_terms.py)."""
        someone = self._some(VindplaatsContact)
        someone.user = None
        someone.erase()

    def _hear(self) -> None:
        self._some(Vindplaats).log_contact(self._someone(), kind="visit", told="w")

    def _signal(self) -> None:
        who = self._some(VindplaatsContact)
        about: dict = {"kind": "individual", "person_knows": self.random.random() < 0.5}
        if self.random.random() < 0.5:
            wijk = self.random.choice(self.teams).neighbourhoods.first()
            about = {"kind": "collective", "neighbourhood": wijk, "life_domain": "money"}
        Signal(vindplaats=who.vindplaats, contact=who, words="w", **about).send()

    def _handle(self) -> None:
        signal, by = self._some(Signal), self._someone()
        if signal and signal.kind == "collective":
            SignalStep(signal=signal, by=by, words="s").take()
        if signal:
            self.random.choice([signal.pick_up, lambda who: signal.answer(who, "klaar")])(by)

    def _link(self) -> None:
        SignalLink.objects.create(
            contact=self._some(VindplaatsContact), token_hash=uuid4().hex, made_by=self._someone()
        )

    def _gather(self) -> None:
        now, who = timezone.now(), self._some(VindplaatsContact)
        meeting = Gathering.objects.create(
            team=self.random.choice(self.teams), title="t", by=self._someone(), starts_at=now,
            ends_at=now + timedelta(hours=1),
        )  # fmt: skip
        meeting.was_there(who, self._someone())
        Promise.objects.create(gathering=meeting, words="p", owner=self._someone())
        Promise.objects.create(gathering=meeting, words="p", owner_there=who)

    def _read_in(self) -> None:
        RegisterImport.objects.create(by=self._someone(), file_name="f")

    def _leave_team(self) -> None:
        before = timezone.now() - timedelta(hours=1)  # a transaction of the database has one moment
        TeamMembership.objects.filter(user=self._someone()).update(until=before)

    def _retire(self) -> None:
        self._some(Vindplaats).retire(self._someone(), "dicht")


def rule(user: User, row: models.Model, teams: set[int]) -> bool:
    """The rules of 1-product.md once more, told by row: `teams` are those this person works for."""
    if user.role == Role.CONTACT:
        mine = VindplaatsContact.objects.filter(user=user)
        there = mine.filter(left_at=None)
        if isinstance(row, Vindplaats):
            return there.filter(vindplaats=row).exists()
        if isinstance(row, VindplaatsContact):
            return mine.filter(pk=row.pk).exists()
        signal = row.signal if isinstance(row, SignalStep) else row
        return isinstance(signal, Signal) and there.filter(pk=signal.contact_id).exists()
    if isinstance(row, Vindplaats):
        return True
    if isinstance(row, Signal) and row.kind == "individual":
        return row.team_id in teams
    if isinstance(row, RegisterImport):
        return bool(teams) and row.by_id == user.pk
    return bool(teams)


def check(user: User) -> None:
    open_now = TeamMembership.objects.filter(user=user, until=None)
    teams = set(open_now.values_list("team_id", flat=True)) if user.role in STAFF else set()
    granted = READ_BY_CONTACTS if user.role == Role.CONTACT else ALL
    with transaction.atomic(), app_login(), database.role(DATABASE_ROLE[user.role], user.pk):
        in_sql = {
            model: set(model._default_manager.values_list("pk", flat=True)) for model in granted
        }
    for model in ALL:
        shown = {row.pk for row in model._default_manager.visible_to(user)}
        told = {row.pk for row in model._default_manager.all() if rule(user, row, teams)}
        assert shown == told == in_sql.get(model, set()), (user, user.role, model)


@pytest.mark.django_db
@settings(
    max_examples=25, deadline=None, phases=[Phase.generate], derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(seed=st.integers(0, 2**32), steps=st.lists(st.sampled_from(Town.STEPS), max_size=20))
def test_the_network_on_screen_and_in_the_database_agree(seed, steps):
    with transaction.atomic():
        town = Town(random=Random(seed))
        for name in ["signal", "signal", *steps]:
            town.step(name)
        for user in town.users:  # the other roles have no right on these tables: test_grants
            check(user)
        transaction.set_rollback(True)
