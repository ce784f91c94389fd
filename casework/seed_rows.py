"""Builds the rows of one made-up file and writes many files at once. The verbs are for people: a
thousand families a second asks for rows in bulk, with dates in the past."""

import random
import uuid
from collections import defaultdict
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db import models

from casework.choices import WITH_SOMEONE
from casework.models import (
    Action,
    CaseFile,
    CaseFileUserObjectPermission,
    Goal,
    GoalReview,
    Household,
    HouseholdMember,
    NetworkPerson,
    Person,
    PersonContact,
    Seat,
    SharingGround,
    Signpost,
    TimelineEntry,
)
from casework.models.households import address_key
from casework.models.rights import permission
from casework.querysets import COORDINATE, VIEW, WRITE
from wijkteam.models import Team, User
from wijkteam.retention import Kept, destroy_on
from wijkteam.seed import new_id


class Rows:
    """Everything of some files, until it is saved."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.rows: dict[type[models.Model], list[Any]] = defaultdict(list)
        self.permissions = {name: permission(name).pk for name in (VIEW, WRITE, COORDINATE)}
        self.addresses: dict[str, int] = defaultdict(int)

    def new_id(self) -> uuid.UUID:
        return new_id(self.rng)

    def add(self, model: type[models.Model], **fields: Any) -> Any:
        row = model(id=self.new_id(), **fields)
        self.rows[model].append(row)
        return row

    def save(self) -> None:
        """Foreign keys wait until the end of the transaction, so any order will do."""
        for model, rows in self.rows.items():
            model._default_manager.bulk_create(rows, batch_size=2000)
        self.rows.clear()


class FileRows:
    """One file, row by row."""

    def __init__(
        self,
        rows: Rows,
        team: Team,
        coordinator: User,
        opened_at: datetime,
        is_closed: bool = False,
        **household: Any,
    ) -> None:
        self.rows, self.is_closed = rows, is_closed
        self.mine: dict[type[models.Model], list[Any]] = defaultdict(list)
        self.household = rows.add(Household, **household)
        self.file = rows.add(
            CaseFile,
            household=self.household,
            team=team,
            opened_at=opened_at,
            changed_at=opened_at,
        )
        key = address_key(self.household.postcode, self.household.house_number)
        rows.addresses[key] += 1
        signpost = Signpost(
            household=self.household,
            address_key=key,
            number=rows.addresses[key],
            coordinator=coordinator,
        )
        rows.rows[Signpost].append(signpost)
        self._in_file = partial(self._add, case_file=self.file)
        self.coordinator = self.professional(coordinator, opened_at, is_coordinator=True)

    def _add(self, model: type[models.Model], at: datetime, /, **fields: Any) -> Any:
        """A row in the file, which changed at that moment."""
        self.file.changed_at = max(self.file.changed_at, at)
        row = self.rows.add(model, **fields)
        self.mine[model].append(row)
        return row

    def add(self, model: type[models.Model], at: datetime, /, **fields: Any) -> Any:
        """Any other row of this file."""
        return self._in_file(model, at, **fields)

    def _right(self, user: User, codename: str, domains: list[str] | None) -> None:
        self.rows.add(
            CaseFileUserObjectPermission,
            user=user,
            permission_id=self.rows.permissions[codename],
            content_object=self.file,
            domains=domains,
            coordinates=codename == COORDINATE,
        )

    # --- who sits at the table -----------------------------------------------------------------
    def professional(
        self,
        user: User,
        at: datetime,
        domains: list[str] | None = None,
        role: str = "",
        is_coordinator: bool = False,
        granted: list[str] | None = None,
    ) -> Seat:
        """`granted` is what someone outside the team may read; None is the whole file."""
        if is_coordinator or not self.is_closed:
            for codename in [VIEW, WRITE] + [COORDINATE] * is_coordinator:
                self._right(user, codename, granted)
        return self._in_file(
            Seat,
            at,
            user=user,
            name=user.name,
            from_whom=str(user.organisation or "wijkteam"),
            role=role or user.discipline,
            domains=domains,
            is_coordinator=is_coordinator,
            since=at,
            invited_by=None if is_coordinator else self.coordinator.user,
        )

    def partner(
        self,
        user: User,
        at: datetime,
        domains: list[str],
        purpose: str,
        yes: Person,
        by: User,
        about: Person | None = None,
    ) -> Seat:
        """Someone of another organisation, with the yes of the household."""
        self._in_file(
            SharingGround,
            at,
            kind="consent",
            organisation=user.organisation,
            domains=domains,
            purpose=purpose,
            given_by=yes,
            about=about,
            recorded_by=by,
            since=at,
        )
        return self.professional(user, at, domains, granted=domains)

    def person(
        self, name: str, role: str, at: datetime, user: User | None = None, seated: bool = True,
        **fields: Any,
    ) -> tuple[Person, Seat | None]:  # fmt: skip
        person = self.rows.add(Person, name=name, user=user, **fields)
        self.rows.add(
            HouseholdMember, household=self.household, person=person, role=role, since=at.date()
        )
        if user:
            self._right(user, VIEW, None)
            contact = PersonContact(person=person, email=user.email or "")
            self.rows.rows[PersonContact].append(contact)
        if not seated:
            return person, None
        seat = self._in_file(Seat, at, person=person, name=name, from_whom="gezin", since=at)
        return person, seat

    def network(self, name: str, relation: str, at: datetime, role: str = "") -> Seat:
        person = self.rows.add(
            NetworkPerson, household=self.household, name=name, relation=relation
        )
        return self._in_file(
            Seat, at, network_person=person, name=name, from_whom=relation, role=role, since=at
        )

    # --- plan and story ------------------------------------------------------------------------
    def goal(self, domain: str, words: str, at: datetime, **fields: Any) -> Goal:
        return self._in_file(
            Goal,
            at,
            life_domain=domain,
            words=words,
            created_at=at,
            created_by=self.coordinator,
            **fields,
        )

    def mark(self, goal: Goal, mark: int, at: datetime, words: str, by: Seat) -> None:
        self._in_file(
            GoalReview, at, goal=goal, life_domain=goal.life_domain, mark=mark, words=words,
            at=at, by=by,
        )  # fmt: skip

    def action(
        self,
        goal: Goal | None,
        words: str,
        owner: Seat,
        at: datetime,
        due: date | None = None,
        kind: str = "do",
        done_at: datetime | None = None,
        repeat: str = "",
    ) -> Action:
        return self._in_file(
            Action,
            done_at or at,
            goal=goal,
            life_domain=goal.life_domain if goal else "",
            words=words,
            owner=owner,
            kind=kind,
            due=due,
            repeat=repeat,
            created_at=at,
            created_by=self.coordinator,
            done_at=done_at,
            done_by=owner if done_at else None,
        )

    def entry(
        self, by: Seat, at: datetime, kind: str, words: str, domain: str = "", **fields: Any
    ) -> TimelineEntry:
        fields.setdefault("audience", "domain" if domain else "table")
        if kind in WITH_SOMEONE and fields.get("resident_present") is None:
            fields["resident_present"] = True
        return self._in_file(
            TimelineEntry, at, by=by, at=at, kind=kind, words=words, life_domain=domain, **fields
        )

    def close(self, at: datetime, words: str, kept: Kept) -> None:
        """Seats and sharing end. `is_closed` saw to it that few were given a right."""
        self.file.changed_at = self.file.closed_at = at
        self.file.outcome_words = words
        self.file.destroy_on = destroy_on(kept, at.date())
        for seat in self.mine[Seat]:
            seat.until = at
        for ground in self.mine[SharingGround]:
            ground.withdrawn_at = at
