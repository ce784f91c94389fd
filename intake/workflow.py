"""Where a request may go next. The database holds the same table (see locks.sql)."""

from django.utils.translation import gettext as _

from intake.choices import ClockKind, Route
from intake.choices import RequestStatus as S

NEXT: dict[str, set[str]] = {
    S.RECEIVED: {S.ACKNOWLEDGED, S.CLOSED},
    S.ACKNOWLEDGED: {S.PLANNED, S.HELD, S.CLOSED},
    S.PLANNED: {S.ACKNOWLEDGED, S.HELD, S.CLOSED},
    S.HELD: {S.CLOSED},
    S.CLOSED: set(),
}
# Which promises a status keeps.
MET_BY: dict[str, list[str]] = {
    S.ACKNOWLEDGED: [ClockKind.ACKNOWLEDGE],
    S.PLANNED: [ClockKind.ACKNOWLEDGE, ClockKind.CONTACT],
    S.HELD: [ClockKind.ACKNOWLEDGE, ClockKind.CONTACT, ClockKind.CONVERSATION],
    S.CLOSED: [],
}
NOT_UNDER_WAY = {S.RECEIVED, S.CLOSED}
# Whoever came in this way spoke with one of us.
SPOKEN = {Route.PHONE, Route.WALK_IN, Route.HOUSE_VISIT}


class Refused(Exception):  # noqa: N818 - it is a sentence for a person
    """What cannot be done now. Its text is a sentence for the person who tried."""


class IllegalMove(Refused):
    """A request cannot go from its status to the one asked for."""

    def __init__(self, old: str, new: str) -> None:
        words = {"status": S(old).label}
        super().__init__(_("Dit kan niet meer. Het verzoek staat nu op '%(status)s'.") % words)
        self.old, self.new = old, new


class HeldByOther(Refused):
    """A colleague was just ahead."""

    def __init__(self, name: str) -> None:
        super().__init__(_("%(name)s heeft dit verzoek net opgepakt.") % {"name": name})


def check_move(old: str, new: str) -> None:
    """Raises IllegalMove when the workflow does not allow it."""
    if new not in NEXT[old]:
        raise IllegalMove(old, new)


def check_planned(status: str) -> None:
    """A conversation can be moved while it still lies ahead."""
    if status != S.PLANNED:
        raise IllegalMove(status, S.PLANNED)
