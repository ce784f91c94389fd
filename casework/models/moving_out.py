"""Someone does not live in the house any more: from that moment the plan of it is not theirs."""

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as __

from casework.models.households import HouseholdMember
from casework.workflow import NotAllowed, verb
from wijkteam.models import User

if TYPE_CHECKING:
    from casework.models.case_files import CaseFile
    from casework.models.households import Person


def moves_out(case_file: "CaseFile", person: "Person", by: User) -> None:
    """The chair and the rights end at once, and sharing what is about this person alone.

    What they wrote stays where it is, for who could read it. Not the last one of a house: then
    there is nobody left whose plan it is.
    """
    now = timezone.now()
    with verb():
        case_file.touch()
        case_file.seat_of_coordinator(by)
        house = HouseholdMember.objects.filter(household=case_file.household_id, until__isnull=True)
        if not house.exclude(person=person).exists():
            raise NotAllowed(__("Dan woont hier niemand meer. Sluit het dossier af."))
        if not house.filter(person=person).update(until=timezone.localdate()):
            raise NotAllowed(__("Deze persoon woont hier al niet meer."))
        case_file.grounds.valid().filter(about=person).update(withdrawn_at=now)
        case_file.seats.open().filter(person=person).update(until=now)
        if person.user_id:
            case_file.rights.filter(user=person.user_id, coordinates=False).delete()
