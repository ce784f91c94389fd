"""Someone does not live in the house any more: from that moment the plan of it is not theirs. Or
lives there again."""

import uuid
from collections.abc import Collection
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as __

from casework.choices import GoalStatus
from casework.models.households import HouseholdMember
from casework.workflow import NotAllowed, verb
from wijkteam.models import User

if TYPE_CHECKING:
    from casework.models.case_files import CaseFile
    from casework.models.households import Person
    from casework.models.seats import Seat


def moves_out(
    case_file: "CaseFile", person: "Person", by: User, keep: Collection[uuid.UUID] = ()
) -> None:
    """The chair and the rights end at once, and sharing what is about this person alone. So do
    the own goals; those in `keep` go on for the whole house.

    What they wrote stays where it is, for whoever could read it. Not the last one of a house: then
    there is nobody left whose plan it is.
    """
    from casework.consent import Deciding

    now = timezone.now()
    with verb():
        case_file.touch()
        seat = case_file.seat_of_coordinator(by)
        may_go_on = not Deciding.of(case_file.household).may_keep(person)
        house = HouseholdMember.objects.filter(household=case_file.household_id, until__isnull=True)
        if not house.exclude(person=person).exists():
            raise NotAllowed(__("Dan woont hier niemand meer. Sluit het dossier af."))
        if not house.filter(person=person).update(until=timezone.localdate()):
            raise NotAllowed(__("Deze persoon woont hier al niet meer."))
        case_file.grounds.valid().filter(about=person).update(withdrawn_at=now)
        case_file.seats.open().filter(person=person).update(until=now)
        if person.user_id:
            case_file.rights.filter(user=person.user_id, coordinates=False).delete()
        # From 16 what is one's own is not handed to the others in the house.
        _end_goals(case_file, person, seat, keep if may_go_on else ())


def _end_goals(
    case_file: "CaseFile", person: "Person", seat: "Seat", keep: Collection[uuid.UUID]
) -> None:
    for goal in case_file.goals.running().filter(whose=person):
        if goal.pk in keep:
            goal.whose = None
            goal.change(seat, goal.version)
        else:
            words = __("%(name)s woont hier niet meer.") % {"name": person.name}
            goal.move(GoalStatus.LET_GO, seat, words)


def moves_back(case_file: "CaseFile", person: "Person", by: User) -> None:
    """The same person lives here again. No chair comes along with it: whoever gets one reads also
    what was written meanwhile. What ended stays ended: sharing is asked anew, goals are taken up.
    """
    with verb():
        case_file.touch()
        case_file.seat_of_coordinator(by)
        lived = HouseholdMember.objects.filter(household=case_file.household_id, person=person)
        last = lived.order_by("until").last()  # PostgreSQL puts "until now" at the end
        if last is None:
            raise NotAllowed(__("Deze persoon woonde hier niet eerder."))
        if last.until is None:
            raise NotAllowed(__("Deze persoon woont hier al."))
        HouseholdMember(household=case_file.household, person=person, role=last.role).save(
            force_insert=True
        )
