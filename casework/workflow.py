"""What may follow on what, and the words for what may not."""

from typing import TYPE_CHECKING

from casework.choices import GoalStatus

if TYPE_CHECKING:
    from casework.models import Signpost
    from wijkteam.models import User

NEXT: dict[str, set[str]] = {
    GoalStatus.RUNNING: {GoalStatus.REACHED, GoalStatus.LET_GO},
    GoalStatus.REACHED: {GoalStatus.RUNNING},
    GoalStatus.LET_GO: {GoalStatus.RUNNING},
}


class Refused(Exception):
    """The case file says no, in words for the screen."""


class HouseholdKnown(Refused):
    """A household at this address is known: the same one, or another (flat, shelter)?"""

    def __init__(self, signposts: "list[Signpost]") -> None:
        super().__init__("Op dit adres kennen wij al een huishouden. Is dit een ander huishouden?")
        self.signposts = signposts


class HouseholdHasFile(Refused):
    """There is one open case file already: whom to call, and nothing more."""

    def __init__(self, coordinator: "User | None") -> None:
        phone = f", {coordinator.phone.as_national}" if coordinator and coordinator.phone else ""
        whom = f"Bel {coordinator.name}{phone}." if coordinator else "Vraag het uw teamleider."
        super().__init__(f"Er is al een gezinsdossier voor dit huishouden. {whom}")
        self.coordinator = coordinator


class SomebodyWasFirst(Refused):
    """Someone else changed the same thing meanwhile."""


class NotAllowed(Refused):
    """The seat does not carry this right."""
