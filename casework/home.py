"""What people in one house read of each other's part. The same stands in locks_home.sql.

One adult's own words are for the table, not for the others in the house, unless the one who wrote
them says so. In a house that is kept apart (`CaseFile.is_apart`) nobody at home reads what another
said, wants or does either; professionals then say of each text whether the house may read it.
A young person of the house (below 18) reads the own part only, as in a house that is kept apart.
"""

import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from wijkteam.models import User
from wijkteam.roles import DATABASE_ROLE

if TYPE_CHECKING:
    from casework.models import HouseholdMember, Seat

EVERYTHING = Q()  # no condition; not to be turned around
NOTHING = Q(pk__in=[])


@dataclass(frozen=True)
class Reader:
    """Who reads, in words that the database works out: for lists over many files."""

    user: User

    @cached_property
    def lives_there(self) -> bool:
        """Reads as the role of the database that the policies speak of."""
        user = self.user
        return user.is_authenticated and DATABASE_ROLE[user.role] == "wijkteam_resident"

    @property
    def reads_all(self) -> bool:
        """Known beforehand: nothing is left out but what people of one house said themselves."""
        return not self.lives_there

    @cached_property
    def apart(self) -> Q:
        """Files of which this person reads the own part only."""
        from casework.models import HouseholdMember

        now = HouseholdMember.objects.filter(person__user=self.user, until__isnull=True)
        born = Q(person__birth_year__gte=timezone.localdate().year - 17)
        by_role = Q(person__birth_year=None, role__in=["child", "young"])
        young = now.filter(born | by_role).values("household_id")
        return Q(case_file__is_apart=True) | Q(case_file__household__in=young)

    def own(self, chair: str) -> Q:
        """Done from a chair of this person's own."""
        return Q(**{f"{chair}__person__user": self.user})

    def of_team(self, chair: str) -> Q:
        """Done from a chair of somebody who does not live in the house."""
        return Q(**{f"{chair}__person__isnull": True})

    def of_others(self, chair: str) -> Q:
        """Done by somebody else in a house."""
        return ~self.of_team(chair) & ~self.own(chair)

    def own_goal(self, path: str = "") -> Q:
        """A goal of the whole house or of this person; or none."""
        whose = f"{path}whose"
        return Q(**{f"{whose}__isnull": True}) | Q(**{f"{whose}__user": self.user})


@dataclass(frozen=True)
class ReaderAtTable(Reader):
    """The same person at one table, whose chairs are read already: plain keys, no joins."""

    is_apart: bool
    chairs: list["Seat"]  # of everyone in the house, also of who left the table

    @property
    def reads_all(self) -> bool:
        return not (self.lives_there and self.is_apart)

    @cached_property
    def apart(self) -> Q:
        return ~NOTHING if self.is_apart else NOTHING

    @cached_property
    def mine(self) -> list[uuid.UUID]:
        people = [(seat.pk, seat.person) for seat in self.chairs]
        return [chair for chair, person in people if person and person.user_id == self.user.pk]

    def own(self, chair: str) -> Q:
        return Q(**{f"{chair}__in": self.mine})

    def of_team(self, chair: str) -> Q:
        return ~Q(**{f"{chair}__in": [seat.pk for seat in self.chairs]})

    def of_others(self, chair: str) -> Q:
        others = [seat.pk for seat in self.chairs if seat.pk not in self.mine]
        return Q(**{f"{chair}__in": others})


def words(reader: Reader) -> Q:
    """Texts and documents: the own; of professionals; and of others what they share at home."""
    if not reader.lives_there:
        return EVERYTHING
    shared = Q(for_household=True)
    if reader.reads_all:
        return ~reader.of_others("by") | shared
    of_team, apart = reader.of_team("by"), reader.apart
    return reader.own("by") | of_team & (~apart | shared) | ~of_team & shared & ~apart


def marks(reader: Reader) -> Q:
    """Marks carry words too."""
    if not reader.lives_there:
        return EVERYTHING
    if reader.reads_all:
        return ~reader.of_others("by")
    not_apart = ~reader.apart | reader.own_goal("goal__")
    return reader.own("by") | reader.of_team("by") & not_apart


def together(reader: Reader) -> Q:
    """Differences and what the table waits for: they name who thinks what."""
    return EVERYTHING if reader.reads_all else ~reader.apart


def answers(reader: Reader) -> Q:
    """What somebody thinks of a goal."""
    if not reader.lives_there:
        return EVERYTHING
    return ~reader.of_others("by")


def leave_requests(reader: Reader) -> Q:
    """Whom somebody wants to leave the table is for the coordinator, not for the others at home."""
    if not reader.lives_there:
        return EVERYTHING
    return ~reader.of_others("asked_by")


def sharing(reader: Reader) -> Q:
    """With whom is shared about whom: in a house that is kept apart, about another adult is theirs.
    About a child it is for those who decide as parents (casework/consent.py)."""
    if reader.reads_all:
        return EVERYTHING
    everyone = Q(about__isnull=True) | Q(about__user=reader.user)
    return ~reader.apart | everyone | Q(Exists(_children(reader.user)))


def _children(user: User) -> "models.QuerySet[HouseholdMember]":
    """The membership of whom a row is about, when that is a child of this person's house."""
    from casework.models import HouseholdMember

    year = timezone.localdate().year
    now = HouseholdMember.objects.filter(until__isnull=True)
    born, of_age = Q(person__birth_year=None), Q(person__birth_year__lte=year - 18)
    parents = now.filter(born | of_age, person__user=user, role="adult")
    young = Q(person__birth_year__gte=year - 16) | born & Q(role__in=["child", "young"])
    return now.filter(
        young,
        Exists(parents.filter(household=OuterRef("household"))),
        person=OuterRef("about"),
        household=OuterRef("case_file__household"),
    ).exclude(person__user=user)


def goals(reader: Reader) -> Q:
    return EVERYTHING if reader.reads_all else ~reader.apart | reader.own_goal()


def actions(reader: Reader) -> Q:
    if reader.reads_all:
        return EVERYTHING
    own = ~reader.of_others("owner")
    return ~reader.apart | own & reader.own_goal("goal__")
