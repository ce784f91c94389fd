"""Where a request may go next. The database holds the same table (see locks.sql)."""

from django.utils.translation import gettext as _

from intake.choices import RequestStatus as S

NEXT: dict[str, set[str]] = {
    S.RECEIVED: {S.ACKNOWLEDGED, S.CLOSED},
    S.ACKNOWLEDGED: {S.PLANNED, S.HELD, S.CLOSED},
    S.PLANNED: {S.ACKNOWLEDGED, S.HELD, S.CLOSED},
    S.HELD: {S.CLOSED},
    S.CLOSED: set(),
}


class Refused(Exception):  # noqa: N818 - it is a sentence for a person
    """What cannot be done now. Its text is a sentence for the person who tried."""


class IllegalMove(Refused):
    """A request cannot go from its status to the one asked for."""

    def __init__(self, old: str, new: str) -> None:
        words = {"old": S(old).label, "new": S(new).label}
        super().__init__(_("Dit verzoek staat nu op '%(old)s'. Daarom kan '%(new)s' niet.") % words)


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
