"""What may follow on what, and the words for what may not."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import IntegrityError, ProgrammingError, transaction
from django.utils.translation import gettext as _
from psycopg2 import errors

from casework.choices import DifferenceStatus, GoalStatus

if TYPE_CHECKING:
    from casework.models import Signpost
    from wijkteam.models import User

NEXT: dict[str, set[str]] = {
    GoalStatus.RUNNING: {GoalStatus.REACHED, GoalStatus.LET_GO},
    GoalStatus.REACHED: {GoalStatus.RUNNING},
    GoalStatus.LET_GO: {GoalStatus.RUNNING},
}
# A difference of view. What ended stays ended: whoever sees it differently again says so anew.
NEXT_OF_DIFFERENCE: dict[str, set[str]] = {
    DifferenceStatus.OPEN: {
        DifferenceStatus.TRYING, DifferenceStatus.DECIDED, DifferenceStatus.DISSOLVED,
    },
    DifferenceStatus.TRYING: {
        DifferenceStatus.OPEN, DifferenceStatus.DECIDED, DifferenceStatus.DISSOLVED,
    },
    DifferenceStatus.DECIDED: set(),
    DifferenceStatus.DISSOLVED: set(),
}  # fmt: skip


class Refused(Exception):
    """The case file says no, in words for the screen."""


class HouseholdKnown(Refused):
    """A household at this address is known: the same one, or another (flat, shelter)?"""

    def __init__(self, signposts: "list[Signpost]") -> None:
        super().__init__(
            _("Op dit adres kennen wij al een huishouden. Is dit een ander huishouden?")
        )
        self.signposts = signposts


class HouseholdHasFile(Refused):
    """There is one open case file already: whom to call, and nothing more."""

    def __init__(self, coordinator: "User | None") -> None:
        phone = f", {coordinator.phone}" if coordinator and coordinator.phone else ""
        whom = f"Bel {coordinator.name}{phone}." if coordinator else _("Vraag het uw teamleider.")
        super().__init__(f"{_('Er is al een gezinsdossier voor dit huishouden.')} {whom}")
        self.coordinator = coordinator


class SomebodyWasFirst(Refused):
    """Someone else changed the same thing meanwhile."""


class NotAllowed(Refused):
    """The seat does not carry this right, or the file is closed."""


class SentTwice(Refused):
    """The same form came in before: the row is there, and nothing needs to be done."""


def _seated_already() -> str:
    return _("Deze persoon zit al aan tafel.")


def _asked_already() -> str:
    return _("Dit is al gevraagd. Uw regisseur antwoordt binnen een week.")


def _meldcode_runs() -> str:
    return _("U begon hier al een meldcode. Leg dit daar vast, als een nieuwe stap.")


# What the database refuses, by the name of its constraint.
REFUSALS = {
    "seat_user_once": _seated_already,
    "seat_person_once": _seated_already,
    "seat_contact_once": _seated_already,
    "leave_request_once_at_a_time": _asked_already,
    "team_handover_once_at_a_time": lambda: _("Er wacht al een vraag aan een ander wijkteam."),
    "signpost_household_number": lambda: _(
        "Op dit adres kwam net een ander huishouden. Probeer het opnieuw."
    ),
    "household_member_once": lambda: _("Deze persoon woont hier al."),
    "file_is_restricted": lambda: _("Dit dossier is tijdelijk afgeschermd. Er kan nu niets bij."),
    "meldcode_one_open_each": _meldcode_runs,
    "position_once": lambda: _("Dit standpunt staat er al, in eigen woorden."),
}


@contextmanager
def verb() -> Iterator[None]:
    """One verb: all of it or nothing. What the database refuses comes out in words."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") or ""
        if isinstance(error.__cause__, errors.UniqueViolation) and name.endswith("_pkey"):
            raise SentTwice(_("Dit staat er al.")) from None
        if name in REFUSALS:
            raise NotAllowed(REFUSALS[name]()) from None
        raise
    except ProgrammingError as error:
        if isinstance(error.__cause__, errors.InsufficientPrivilege):
            words = _("Dit kan niet (meer) vanaf uw plek aan tafel. Vraag het de regisseur.")
            raise NotAllowed(words) from error
        raise
