"""What people in one house read of each other's part. The same stands in locks_home.sql.

One adult's own words are for the table, not for the others in the house, unless the one who wrote
them says so. In a house that is kept apart (`CaseFile.is_apart`) nobody at home reads what another
said, wants or does either; professionals then say of each text whether the house may read it.
A young person of the house (below 18) reads the own part only, as in a house that is kept apart.
What is somebody's alone (a goal, its marks and actions, a text about only them) they may keep from
the others: from 16 each says who in the house reads it. Below 18 nobody does until they say so.
"""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from wijkteam.models import User
from wijkteam.roles import DATABASE_ROLE

if TYPE_CHECKING:
    from casework.models import HouseholdMember, Person

EVERYTHING = Q()


def _lives_there(user: User) -> bool:
    """Reads as the role of the database that the policies speak of."""
    return user.is_authenticated and DATABASE_ROLE[user.role] == "wijkteam_resident"


def _apart(user: User) -> Q:
    """Files of which this person reads the own part only."""
    from casework.models import HouseholdMember

    now = HouseholdMember.objects.filter(person__user=user, until__isnull=True)
    born = Q(person__birth_year__gte=timezone.localdate().year - 17)
    by_role = Q(person__birth_year=None, role__in=["child", "young"])
    young = now.filter(born | by_role).values("household_id")
    return Q(case_file__is_apart=True) | Q(case_file__household__in=young)


def words(user: User) -> Q:
    """Texts and documents: the own; of professionals; and of others what they share at home."""
    if not _lives_there(user):
        return EVERYTHING
    mine, of_team = Q(by__person__user=user), Q(by__person__isnull=True)
    shared, apart = Q(for_household=True), _apart(user)
    return mine | of_team & (~apart | shared) | ~of_team & shared & ~apart


def texts(user: User) -> Q:
    """Words of the story; what is only about one person is for them, and for whom they let read."""
    if not _lives_there(user):
        return EVERYTHING
    own = Q(by__person__user=user) | Q(for_household=True)
    return words(user) & (own | _shown(user, "about"))


def marks(user: User) -> Q:
    """Marks carry words too."""
    if not _lives_there(user):
        return EVERYTHING
    mine, of_team = Q(by__person__user=user), Q(by__person__isnull=True)
    open_to_me = (~_apart(user) | _own_goal(user, "goal__")) & _shown(user, "goal__whose")
    return mine | of_team & open_to_me


def together(user: User) -> Q:
    """Differences and what the table waits for: they name who thinks what."""
    return ~_apart(user) if _lives_there(user) else EVERYTHING


def answers(user: User) -> Q:
    """What somebody thinks of a goal."""
    if not _lives_there(user):
        return EVERYTHING
    return Q(by__person__isnull=True) | Q(by__person__user=user)


def leave_requests(user: User) -> Q:
    """Whom somebody wants to leave the table is for the coordinator, not for the others at home."""
    if not _lives_there(user):
        return EVERYTHING
    return Q(asked_by__person__isnull=True) | Q(asked_by__person__user=user)


def sharing(user: User) -> Q:
    """With whom is shared about whom: in a house that is kept apart, about another adult is theirs.
    About a child it is for those who decide as parents (casework/consent.py)."""
    if not _lives_there(user):
        return EVERYTHING
    everyone = Q(about__isnull=True) | Q(about__user=user)
    return ~_apart(user) | everyone | Q(Exists(_children(user)))


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


def goals(user: User) -> Q:
    if not _lives_there(user):
        return EVERYTHING
    return (~_apart(user) | _own_goal(user)) & _shown(user, "whose")


def actions(user: User) -> Q:
    if not _lives_there(user):
        return EVERYTHING
    mine = Q(owner__person__user=user)
    own = Q(owner__person__isnull=True) | mine
    shown = _shown(user, "goal__whose")
    return ~_apart(user) & (shown | mine) | own & _own_goal(user, "goal__")


def _own_goal(user: User, path: str = "") -> Q:
    """A goal of the whole house or of this person; or none."""
    whose = f"{path}whose"
    return Q(**{f"{whose}__isnull": True}) | Q(**{f"{whose}__user": user})


def _shown(user: User, whose: str) -> Q:
    """Nobody's alone; or of someone who lets this person of the house read it."""
    return ~Q(Exists(keeping_from(user).filter(pk=OuterRef(whose))))


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
    """Not of age, or written down as a child of the house still."""
    year = timezone.localdate().year
    return Q(birth_year__gt=year - 18) | Q(birth_year__isnull=False) & _lives_as("child", "young")


def _lives_as(*roles: str) -> Q:
    from casework.models import HouseholdMember

    now = HouseholdMember.objects.filter(until__isnull=True, role__in=roles)
    return Q(Exists(now.filter(person=OuterRef("pk"))))
