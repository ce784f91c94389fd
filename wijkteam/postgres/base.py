"""The ENGINE of our database: Django's own, that looks before it asks and knows keys again.

Django asks `SELECT 1` before the first question of every page, to know whether the connection is
still there. Here the line itself is looked at: a server that went away has closed it, and then
there is something to read. Only then is the question asked.
"""

import select
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.backends.postgresql import base
from psycopg2.extensions import new_array_type, new_type, register_type

OID, ARRAY_OID = 2950, 2951  # of the type uuid in PostgreSQL
# The same keys come back row after row: a page reads eight hundred, of which two hundred differ.
key = lru_cache(maxsize=4096)(UUID)


def read_key(value: Any, cursor: Any) -> UUID | None:
    return None if value is None else key(value)


KEY = new_type((OID,), "KEY", read_key)
register_type(KEY)
register_type(new_array_type((ARRAY_OID,), "KEYS", KEY))


class DatabaseWrapper(base.DatabaseWrapper):
    def is_usable(self) -> bool:
        return self.is_quiet() or bool(super().is_usable())

    def is_quiet(self) -> bool:
        """Nobody hung up, and nothing went wrong the last time."""
        if self.connection is None or self.connection.closed or self.errors_occurred:
            return False
        line = select.poll()
        line.register(self.connection.fileno(), select.POLLIN)
        return not line.poll(0)
