"""What people in one house read of each other's part. The same stands in locks_home.sql.

One adult's own words are for the table, not for the others in the house, unless the one who wrote
them says so. In a house that is kept apart (`CaseFile.is_apart`) nobody at home reads what another
said, wants or does either; professionals then say of each text whether the house may read it.
A young person of the house (below 18) reads the own part only, as in a house that is kept apart.
What is somebody's alone (a goal, its marks and actions, a text about only them) they may keep from
the others: from 16 each says who in the house reads it. Below 18 nobody does until they say so.
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
    from casework.models import HouseholdMember, Person, Seat

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

    def shown(self, whose: str) -> Q:
        """Nobody's alone; or of someone who lets this person of the house read it."""
        return ~Q(Exists(keeping_from(self.user).filter(pk=OuterRef(whose))))


@dataclass(frozen=True)
class ReaderAtTable(Reader):
    """The same person at one table, whose chairs are read already: plain keys, no joins."""

    is_apart: bool
    chairs: list["Seat"]  # of everyone in the house, also of whoever left the table
    keeping: list[uuid.UUID]  # whose own goals this person does not read

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

    def shown(self, whose: str) -> Q:
        return ~Q(**{f"{whose}__in": self.keeping}) if self.keeping else ~NOTHING


def words(reader: Reader) -> Q:
    """Texts and documents: the own; of professionals; and of others what they share at home."""
    if not reader.lives_there:
        return EVERYTHING
    shared = Q(for_household=True)
    if reader.reads_all:
        return ~reader.of_others("by") | shared
    of_team, apart = reader.of_team("by"), reader.apart
    return reader.own("by") | of_team & (~apart | shared) | ~of_team & shared & ~apart


def texts(reader: Reader) -> Q:
    """Words of the story; what is only about one person is for them, and for whom they let read."""
    if not reader.lives_there:
        return EVERYTHING
    own = reader.own("by") | Q(for_household=True)
    return words(reader) & (own | reader.shown("about"))


def marks(reader: Reader) -> Q:
    """Marks carry words too."""
    if not reader.lives_there:
        return EVERYTHING
    if reader.reads_all:
        return ~reader.of_others("by") & (reader.own("by") | reader.shown("goal__whose"))
    open_to_me = (~reader.apart | reader.own_goal("goal__")) & reader.shown("goal__whose")
    return reader.own("by") | reader.of_team("by") & open_to_me


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


def questions(reader: Reader) -> Q:
    """As what is shared; and what one asked, also about a child that lives there no more: who asked
    reads how it ended."""
    shared = sharing(reader)
    return shared | reader.own("asked_by") if shared else EVERYTHING


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
    if not reader.lives_there:
        return EVERYTHING
    shown = reader.shown("whose")
    return shown if reader.reads_all else (~reader.apart | reader.own_goal()) & shown


def actions(reader: Reader) -> Q:
    if not reader.lives_there:
        return EVERYTHING
    mine = reader.own("owner")
    shown = mine | reader.shown("goal__whose")
    if reader.reads_all:
        return shown
    own = reader.of_team("owner") | mine
    return ~reader.apart & shown | own & reader.own_goal("goal__")


def keeping_from(user: User) -> "models.QuerySet[Person]":
    """Whose own goals this person of the house does not read."""
    from casework.models import Person

    mine = Person.objects.filter(user=user).values("pk")
    not_said = Q(goals_shown_to__isnull=True)
    not_for_me = ~not_said & ~Q(goals_shown_to__overlap=mine)
    keeps = not_for_me | not_said & _keeps_until_said()
    return Person.objects.filter(decides_at_home(), keeps).exclude(user=user)


def decides_at_home() -> Q:
    """From the year in which one turns 16; of whom that is not known, who is no child."""
    year = timezone.localdate().year
    no_child = Q(birth_year=None) & ~_lives_as("child")
    return Q(birth_year__lte=year - 16) | no_child


def _keeps_until_said() -> Q:
    """Not of age, or written down as a child of the house still. Who moved out keeps it kept."""
    from casework.models import HouseholdMember

    as_child = HouseholdMember.objects.filter(role__in=["child", "young"], person=OuterRef("pk"))
    year = timezone.localdate().year
    return Q(birth_year__gt=year - 18) | Q(birth_year__isnull=False) & Q(Exists(as_child))


def _lives_as(role: str) -> Q:
    from casework.models import HouseholdMember

    now = HouseholdMember.objects.filter(until__isnull=True, role=role)
    return Q(Exists(now.filter(person=OuterRef("pk"))))
