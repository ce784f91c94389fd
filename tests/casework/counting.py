"""Count the queries of a page, without those that the test itself needs."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

OF_THE_TEST = (
    "SET SESSION AUTHORIZATION", "RESET SESSION AUTHORIZATION", "SAVEPOINT", "RELEASE SAVEPOINT",
    # Stepping out of the role by hand, because the test's own transaction goes on.
    "SELECT set_config('role', 'none'",
)  # fmt: skip


@contextmanager
def queries() -> Iterator[list[str]]:
    found: list[str] = []
    caches["teams"].clear()  # as in a process that has just begun
    with CaptureQueriesContext(connection) as captured:
        yield found
    found += [q["sql"] for q in captured if not q["sql"].startswith(OF_THE_TEST)]
