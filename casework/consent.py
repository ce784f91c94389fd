"""Who says yes or no when something about someone of a household is shared.

Below 12 a parent, from 12 to 15 the young person and a parent, from 16 the young person alone
(Jeugdwet art. 7.3.4 and 7.3.5). Only a year of birth is kept: in doubt both say yes. An adult
decides about themselves; who is written down as "volwassene" decides as a parent, who is written
down as "anders" (a lodger, a grandmother) does not. About the whole family each adult may decide.
The same stands in locks_sharing.sql.
"""

from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.choices import HouseholdRole
from casework.models import Household, HouseholdMember, Person
from casework.workflow import NotAllowed
from wijkteam.models import User

PARENT, BOTH, SELF = "parent", "both", "self"
BY_ROLE: dict[str, str] = {HouseholdRole.CHILD: PARENT, HouseholdRole.YOUNG: BOTH}


def who_decides(about: Person, on: date, role: str = "") -> str:
    """PARENT, BOTH or SELF for this person on this day."""
    if about.birth_year is None:
        return BY_ROLE.get(role or _role(about), SELF)
    turns = on.year - about.birth_year
    if turns < 12:
        return PARENT
    return SELF if turns > 16 else BOTH


@dataclass(frozen=True)
class Deciding:
    """The people of one household as they are today; read once per page."""

    roles: dict[Person, str]
    on: date
    gone: dict[Person, str] = field(default_factory=dict)  # who moved out, and as what

    @classmethod
    def of(cls, household: Household) -> "Deciding":
        lived = HouseholdMember.objects.filter(household=household).select_related("person")
        people = sorted(lived.order_by(), key=lambda one: one.person.name)
        here = {one.person: one.role for one in people if one.until is None}
        gone = {one.person: one.role for one in people if one.person not in here}
        return cls(here, timezone.localdate(), gone)

    def own(self, user: User) -> Person | None:
        """Who of this household the visitor is."""
        return next((person for person in self.roles if person.user_id == user.pk), None)

    def may(self, person: Person | None, about: Person | None) -> bool:
        """Whether this person has a say; with a young person of 12 to 15 two people do."""
        if person is None or person not in self.roles:
            return False
        if about is None:
            return _is_adult(person, self.on, self.roles[person])
        if about not in self.roles:
            return False
        decides = who_decides(about, self.on, self.roles[about])
        if about == person:
            return decides != PARENT
        return decides != SELF and self._is_parent(person)

    def is_enough(self, about: Person | None, givers: list[Person]) -> bool:
        """Everyone has said yes who has to."""
        try:
            check_consent(about, [one for one in givers if self.may(one, about)], self.on)
        except NotAllowed:
            return False
        return True

    def counts(self, person: Person, about: Person | None, said: Person | None) -> bool:
        """Whether a yes of this person adds to what somebody else said: two parents are not the
        young person."""
        return said is None or self.is_enough(about, [person, said])

    def young(self) -> set[Person]:
        """Who is not of age, and reads the own part of the plan only (casework/home.py)."""
        return {one for one, role in self.roles.items() if not _is_adult(one, self.on, role)}

    def may_keep(self, person: Person | None) -> bool:
        """Whether this person says who at home reads what is theirs alone: from 16."""
        if person is None or person not in self.roles:
            return False
        if person.birth_year is None:
            return self.roles[person] != HouseholdRole.CHILD
        return self.on.year - person.birth_year >= 16

    def reads_of(self, person: Person) -> list[Person]:
        """Who of the house reads what is this person's alone (casework/home.py)."""
        others = [one for one in self.roles if one != person]
        if not self.may_keep(person):
            return others
        if person.goals_shown_to is not None:
            return [one for one in others if one.pk in person.goals_shown_to]
        is_grown = self.on.year - (person.birth_year or 0) >= 18
        by_role = self.roles[person] in {HouseholdRole.CHILD, HouseholdRole.YOUNG}
        return others if person.birth_year is None or is_grown and not by_role else []

    def keeping_from(self, person: Person) -> list[Person]:
        """Whose own goals this person does not read (casework/home.py). What somebody kept from the
        others in the house, stays kept when they moved out."""
        others = [one for one in self.roles if one != person]
        then = Deciding(self.roles | self.gone, self.on)
        return [one for one in [*others, *self.gone] if person not in then.reads_of(one)]

    def keepers(self) -> set[Person]:
        """Who keeps something to themselves, from one of the others at least."""
        return {one for one in self.roles if len(self.reads_of(one)) < len(self.roles) - 1}

    def deciders(self, about: Person | None) -> list[Person]:
        return [person for person in self.roles if self.may(person, about)]

    def can_say_yes(self, about: Person | None) -> bool:
        """Everyone lives here who has to; else a question would wait for ever."""
        return self.is_enough(about, self.deciders(about))

    def about(self, person: Person) -> list[Person | None]:
        """About whom this person may decide: the family, themselves, the children."""
        return [one for one in [None, *self.roles] if self.may(person, one)]

    def _is_parent(self, person: Person) -> bool:
        is_parent = self.roles[person] == HouseholdRole.ADULT
        return is_parent and _is_adult(person, self.on, HouseholdRole.ADULT)


def check_consent(about: Person | None, givers: list[Person], on: date) -> None:
    """Raises NotAllowed, in words, when someone is missing who has to say yes."""
    if about is None:
        if not any(_is_adult(giver, on) for giver in givers):
            raise NotAllowed(_("Een volwassene van het gezin moet ja zeggen."))
        return
    decides = who_decides(about, on)
    has_parent = any(giver != about and _is_adult(giver, on) for giver in givers)
    if decides in {PARENT, BOTH} and not has_parent:
        raise NotAllowed(_("Een ouder moet ja zeggen voor %(name)s.") % {"name": about.name})
    if decides in {SELF, BOTH} and about not in givers:
        raise NotAllowed(_("%(name)s moet zelf ook ja zeggen.") % {"name": about.name})


def _is_adult(person: Person, on: date, role: str = "") -> bool:
    if person.birth_year is not None:
        return on.year - person.birth_year >= 18
    return (role or _role(person)) in {HouseholdRole.ADULT, HouseholdRole.OTHER}


def _role(person: Person) -> str:
    member = HouseholdMember.objects.filter(person=person, until__isnull=True).first()
    return member.role if member else HouseholdRole.ADULT
