"""Become a role of the database for one transaction, in one round trip, and step back out of it.

Only `SET LOCAL` (through `set_config(..., true)`): a session-level SET would leak to the next
visitor on a pooled connection.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

BECOME = (
    "SELECT set_config('role', %s, true), set_config('wijkteam.user_id', %s, true),"
    " set_config('wijkteam.secret', %s, true), set_config('wijkteam.correlation', %s, true)"
)
Visitor = tuple[str, str, str, str]
_NOBODY: Visitor = ("none", "", "", "")


def _become(visitor: Visitor) -> None:
    with connection.cursor() as cursor:
        cursor.execute(BECOME, visitor)
    connection.wijkteam_visitor = visitor  # type: ignore[attr-defined]


def current_visitor() -> Visitor:
    """Role, user id, secret and correlation that this transaction runs with.

    The correlation is one number for all that one request does: its looks and its changes.
    """
    return getattr(connection, "wijkteam_visitor", _NOBODY)


@contextmanager
def role(name: str, user_id: int | None = None) -> Iterator[None]:
    """One transaction as the group role `wijkteam_<name>` (the prefix may be given).

    The settings end with the transaction; inside an outer transaction (tests, nesting) they are
    put back by hand.
    """
    name = name if name == "none" or name.startswith("wijkteam_") else f"wijkteam_{name}"
    before = current_visitor()
    nested = connection.in_atomic_block
    try:
        with transaction.atomic():
            _become((name, str(user_id or ""), "", str(uuid.uuid4())))
            yield
            # After an error the rollback puts the settings back by itself.
            if nested and not connection.needs_rollback:
                _become(before)
    finally:
        connection.wijkteam_visitor = before if nested else _NOBODY  # type: ignore[attr-defined]


def secret(value: str) -> None:
    """Let the rest of this transaction read the rows that this secret opens."""
    name, user_id, _old, correlation = current_visitor()
    _become((name, user_id, value, correlation))
