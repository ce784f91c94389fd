"""Write down a look before the data leaves, in the same transaction: no row, no page.

A view says with `look` or `looks` whose data it shows. `WitnessMiddleware` sees to it that none
forgets: a page that read or changed the tables of families without saying so is refused.
"""

import re
import uuid
from collections.abc import Callable
from typing import Any

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wijkteam import database
from wijkteam.models import User

# Whatever stands in these apps is about people, except what this pattern leaves out: somebody's
# own half-typed words, who has which right, and what left the files without a way back.
FAMILY_TABLE = re.compile(
    r"\b(?:casework|intake)_(?!draft\b|lastlook\b|casefileuserobjectpermission\b"
    r"|forwardedstuckpoint\b)\w+"
)
CHANGES = ("INSERT", "UPDATE", "DELETE")
# Name, role and organisation are filled in by the database (`wijkteam_access_stamp`).
WRITE = """
    INSERT INTO wijkteam_accesslog (id, written_at, user_name, role, organisation, at, user_id,
        correlation, act, part, ground, why, household_id, request_id)
    SELECT gen_random_uuid(), now(), '', '', '', %s, %s, %s, %s, %s, %s, %s,
        about.household, about.request
    FROM unnest(%s::uuid[], %s::uuid[]) AS about (household, request)
"""


class NotWrittenDown(Exception):
    """A page about a family was made without a row in the access log."""


def look(
    request: HttpRequest,
    *,
    part: str,
    act: str = "bekeken",
    household_id: uuid.UUID | None = None,
    request_id: uuid.UUID | None = None,
    ground: str = "plek aan tafel",
    why: str = "",
) -> None:
    """One row for one household or request that this visitor looks at or changes."""
    looks(request, part=part, act=act, ground=ground, why=why, households=[household_id],
          requests=[request_id])  # fmt: skip


def looks(
    request: HttpRequest,
    *,
    part: str,
    act: str = "bekeken",
    households: list[uuid.UUID | None] | None = None,
    requests: list[uuid.UUID | None] | None = None,
    ground: str = "plek aan tafel",
    why: str = "",
) -> None:
    """One row per household (or request) on a list; the two lists run side by side."""
    households = households or [None] * len(requests or [])
    requests = requests or [None] * len(households)
    if households:  # a list of nobody is no look, and no question
        with connection.cursor() as cursor:
            cursor.execute(WRITE, _row(request, act, part, ground, why, households, requests))
    _note(request)


def looking(
    request: HttpRequest, *, part: str, household_id: uuid.UUID, ground: str
) -> tuple[str, list[Any]]:
    """The row of `look` as the beginning of another question, for a page that asks one anyway."""
    row = _row(request, "bekeken", part, ground, "", [household_id], [None])
    _note(request)
    return f"WITH looking AS ({WRITE})", row


def _row(request: HttpRequest, *about: Any) -> list[Any]:
    user = request.user.pk if isinstance(request.user, User) else None
    correlation = database.current_visitor()[3] or uuid.uuid4()
    return [timezone.now(), user, correlation, *about]


def no_family(request: HttpRequest) -> None:
    """This page reads the tables of families, and shows nobody: only numbers, or only a yes."""
    _note(request)


def _note(request: HttpRequest) -> None:
    request.written_down = True  # type: ignore[attr-defined]


class Witness:
    """Sees every statement of one request, and remembers the last table of families it used.

    What failed, and what found or changed no row, is no look.
    """

    def __init__(self) -> None:
        self.read = ""
        self.changed = ""

    def __call__(
        self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any
    ) -> Any:
        result = execute(sql, params, many, context)
        found = None
        if isinstance(sql, str) and ("casework_" in sql or "intake_" in sql):
            found = FAMILY_TABLE.search(sql)
        if found and context["cursor"].rowcount != 0:
            if sql.lstrip().startswith(CHANGES):
                self.changed = found.group()
            else:
                self.read = found.group()
        return result


class WitnessMiddleware:
    """No page about a family without a row in the log: not forgotten, not rolled back.

    Stands just inside `RoleMiddleware`, in the transaction of the request. A page that shows
    nothing of what was read (not found, on to elsewhere) need not be written down.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        witness = Witness()
        with connection.execute_wrapper(witness):
            response = self.get_response(request)
        shown = witness.read if response.status_code < 300 else ""
        table = shown or (witness.changed if response.status_code < 400 else "")
        written = getattr(request, "written_down", False) and not connection.needs_rollback
        if table and not written:
            transaction.set_rollback(True)
            raise NotWrittenDown(f"{request.path} used {table} without look() (wijkteam/access.py)")
        return response
