"""The municipality reads its monitor from a copy of the database, when MONITOR_REPLICA names one.

A copy runs a moment behind, so whoever just wrote something reads the database itself for a while;
and a copy that does not answer is passed by. The front page stays where it is: this process keeps
it, and its stamp must be of the same moment (monitor/kept.py).
"""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from django.db import DEFAULT_DB_ALIAS, OperationalError, connections, transaction
from django.http import HttpRequest, HttpResponse

from wijkteam import database
from wijkteam.choices import Role
from wijkteam.roles import DATABASE_ROLE

REPLICA = "replica"
READER = DATABASE_ROLE[Role.MUNICIPALITY]
BEHIND = 30  # seconds that a copy may be late, or is left alone when it does not answer
WROTE = "wrote_at"
logger = logging.getLogger(__name__)


class ReplicaRouter:
    """Reads come from the copy exactly as long as its transaction is open."""

    def db_for_read(self, model: Any, **hints: Any) -> str | None:
        return REPLICA if connections[REPLICA].in_atomic_block else None

    def db_for_write(self, model: Any, **hints: Any) -> str:
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == DEFAULT_DB_ALIAS


class ReplicaMiddleware:
    """After RoleMiddleware: the copy hears the same role and the same visitor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.away_until = 0.0

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if database.current_visitor()[0] != READER:
            return self.get_response(request)
        if request.method not in ("GET", "HEAD"):
            request.session[WROTE] = int(time.time())
            return self.get_response(request)
        with ExitStack() as stack:
            if reads_released(request) and time.monotonic() > self.away_until:
                self.turn_to_copy(stack)
            return self.get_response(request)

    def turn_to_copy(self, stack: ExitStack) -> None:
        try:
            stack.enter_context(as_visitor())
        except OperationalError as error:
            self.away_until = time.monotonic() + BEHIND
            logger.warning("The copy of the database does not answer: %s", error)


def reads_released(request: HttpRequest) -> bool:
    wrote = request.session.get(WROTE, 0)
    inside = request.path.startswith("/monitor/") and request.path != "/monitor/"
    return inside and time.time() - wrote > BEHIND


@contextmanager
def as_visitor() -> Iterator[None]:
    with transaction.atomic(using=REPLICA):
        with connections[REPLICA].cursor() as cursor:
            cursor.execute(database.BECOME, database.current_visitor())
        yield
