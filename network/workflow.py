"""Where a signal may go next. The database holds the same table as a trigger (models/signal.py)."""

from network.choices import SignalStatus as S

NEXT: dict[str, set[str]] = {
    S.NEW: {S.PICKED_UP},
    # Back to new when whoever held it stops working here and nobody takes over.
    S.PICKED_UP: {S.ANSWERED, S.NEW},
    S.ANSWERED: set(),
}
MOVES = [(str(old), str(new)) for old, news in NEXT.items() for new in sorted(news)]


class IllegalMove(Exception):  # noqa: N818
    """A signal cannot go from its status to the one asked for."""

    def __init__(self, old: str, new: str) -> None:
        super().__init__(f"Van '{S(old).label}' naar '{S(new).label}' kan niet.")


class NoFeedback(Exception):  # noqa: N818
    """A signal cannot be closed without a word for whoever sent it."""


def check_move(old: str, new: str) -> None:
    """Raises IllegalMove when the workflow does not allow it."""
    if new not in NEXT[old]:
        raise IllegalMove(old, new)
