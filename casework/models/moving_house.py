"""The whole house moves: the same people, the same file, another address."""

import uuid
from typing import TYPE_CHECKING

from django.utils.translation import gettext as __

from casework.models.households import Address, Household, Signpost, address_key
from casework.workflow import HouseholdKnown, verb
from wijkteam.models import Postcode, Team, User

if TYPE_CHECKING:
    from casework.models.case_files import CaseFile


def moves_house(case_file: "CaseFile", to: Address, by: User, beside: bool = False) -> None:
    """An address that must stay secret is written down nowhere: `to` is empty then, and the
    household is found by no address. The file stays with its team.

    Raises HouseholdKnown when another household lives there and that was not said (`beside`).
    """
    from casework.models.timeline import TimelineEntry

    key = address_key(to.postcode, to.house_number)
    with verb():
        case_file.touch()
        seat = case_file.seat_of_coordinator(by)
        known = [one for one in Signpost.objects.at(key) if one.pk != case_file.household_id]
        if known and not beside:
            raise HouseholdKnown(known)
        if not _write(case_file.household_id, to):
            return  # it says so already: an impatient thumb
        number = max((one.number for one in known), default=0) + 1
        signpost = Signpost.objects.filter(household_id=case_file.household_id)
        signpost.update(address_key=key, number=number)
        TimelineEntry(
            case_file=case_file, by=seat, words=_in_words(case_file, to), for_household=True
        ).save(force_insert=True)


def team_of(to: Address) -> Team | None:
    """Which team works where they live now; None when nothing is known of that postcode."""
    there = Postcode.neighbourhood_of(to.postcode) if to.postcode else None
    return there.team if there else None


def _write(household: uuid.UUID, to: Address) -> bool:
    """False when this is the address that was there."""
    same = {"street": to.street, "house_number": to.house_number,
            "postcode": to.postcode, "town": to.town}  # fmt: skip
    here = Household.objects.filter(pk=household)
    return not here.filter(**same).exists() and bool(here.update(**same))


def _in_words(case_file: "CaseFile", to: Address) -> str:
    """Without the address: these words stay in the story, also when they move again."""
    if not to.street and not to.postcode:
        return __("Het huishouden is verhuisd. Er staat nu geen adres in het dossier.")
    team = team_of(to)
    if team and team.pk != case_file.team_id:
        words = __(
            "Het huishouden is verhuisd. Het nieuwe adres hoort bij %(there)s. Het dossier blijft "
            "bij %(here)s."
        )
        return words % {"there": team.name, "here": case_file.team.name}
    return __("Het huishouden is verhuisd.")
