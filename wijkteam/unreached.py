"""Colleagues whom our mail does not reach, as far as the visitor may hear it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection


@dataclass(frozen=True)
class Unreached:
    pk: int
    name: str
    email: str
    since: datetime


def unreached() -> list[Unreached]:
    """A lead hears it of the own teams, the manager of everyone. The database says who it is, and
    not which mail it was (wijkteam_unreached in locks_outbox.sql)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM wijkteam_unreached()")
        return [Unreached(*row) for row in cursor.fetchall()]
