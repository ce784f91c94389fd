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

from wijkteam import database
from wijkteam.models import AccessLog, User

# Whatever stands in these apps is about people, except what this pattern leaves out: somebody's
# own half-typed words, who has which right, and what left the files without a way back.
FAMILY_TABLE = re.compile(
    r"\b(?:casework|intake)_(?!draft\b|lastlook\b|casefileuserobjectpermission\b"
    r"|forwardedstuckpoint\b)\w+"
)
CHANGES = ("INSERT", "UPDATE", "DELETE")


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
    user = request.user if isinstance(request.user, User) else None
    AccessLog.objects.bulk_create(
        AccessLog(
            user=user,
            user_name=user.name if user else "",
            role=user.role if user else "",
            organisation=str(user.organisation or "") if user else "",
            household_id=household,
            request_id=about,
            act=act,
            part=part,
            ground=ground,
            why=why,
            correlation=database.current_visitor()[3] or uuid.uuid4(),
        )
        for household, about in zip(households, requests, strict=True)
    )
    _note(request)


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
