"""The ENGINE of our database: Django's own, that looks before it asks.

Django asks `SELECT 1` before the first question of every page, to know whether the connection is
still there. Here the line itself is looked at: a server that went away has closed it, and then
there is something to read. Only then is the question asked.
"""

import select

from django.db.backends.postgresql import base


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
