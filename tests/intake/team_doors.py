"""What every page of the team must do: keep others out, and write down who looked."""

import uuid
from collections.abc import Callable

from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from intake.models import ConversationRequest
from tests.page import words as words
from wijkteam.models import AccessLog, User


def call(client: Client, url: str, post: dict | None):
    return client.get(url) if post is None else client.post(url, post)


def check_doors(
    as_user, url: str, *, outsider: User | None, without: User, post: dict | None = None
) -> None:
    """404 for another team, 403 without the permission, and a stranger signs in first."""
    if outsider:
        assert call(as_user(outsider), url, post).status_code == 404
    assert call(as_user(without), url, post).status_code == 403
    stranger = type(as_user(without))()
    assert call(stranger, url, post).headers["Location"].startswith("/inloggen/")


def looked(user: User, request: ConversationRequest | uuid.UUID) -> list[str]:
    """Which parts of this request the log says that this user saw."""
    about = getattr(request, "pk", request)
    rows = AccessLog.objects.filter(user=user, request_id=about).order_by("at")
    return list(rows.values_list("part", flat=True))


def queries_of(deed: Callable[[], object]) -> list[str]:
    """Without what the test itself adds: savepoints, and putting the login's role back."""
    own = ("SAVEPOINT", "RELEASE", "ROLLBACK", "SET SESSION", "RESET SESSION")
    own_role = "SELECT set_config('role', 'none'"
    caches["teams"].clear()  # as in a process that has just begun
    with CaptureQueriesContext(connection) as queries:
        deed()
    return [q["sql"] for q in queries if not q["sql"].startswith((*own, own_role))]
