"""Who says yes when something about a child or young person is shared.

Below 12 a parent, from 12 to 15 the young person and a parent, from 16 the young person alone
(Jeugdwet art. 7.3.4 and 7.3.5). Only a year of birth is kept: in doubt both say yes.
"""

from datetime import date

from django.utils.translation import gettext as _

from casework.choices import HouseholdRole
from casework.models import HouseholdMember, Person
from casework.workflow import NotAllowed

PARENT, BOTH, SELF = "parent", "both", "self"
BY_ROLE: dict[str, str] = {HouseholdRole.CHILD: PARENT, HouseholdRole.YOUNG: BOTH}


def who_decides(about: Person, on: date) -> str:
    """PARENT, BOTH or SELF for this person on this day."""
    if about.birth_year is None:
        return BY_ROLE.get(_role(about), SELF)
    turns = on.year - about.birth_year
    if turns < 12:
        return PARENT
    return SELF if turns > 16 else BOTH


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


def _is_adult(person: Person, on: date) -> bool:
    if person.birth_year is not None:
        return on.year - person.birth_year >= 18
    return _role(person) in {HouseholdRole.ADULT, HouseholdRole.OTHER}


def _role(person: Person) -> str:
    member = HouseholdMember.objects.filter(person=person, until__isnull=True).first()
    return member.role if member else HouseholdRole.ADULT
