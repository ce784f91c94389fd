"""A chair that was offered. Whoever is asked reads nothing of the file before they say yes: only
who asks, which team it is, and what for. They hold no right on any row, so the question and its
answer go through functions in `locks_inviting.sql`; the rights follow the yes in the database.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import connection, models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.workflow import verb
from wijkteam.choices import LifeDomain
from wijkteam.database import current_visitor
from wijkteam.rows import Row

if TYPE_CHECKING:
    from casework.models.seats import Seat

# After so long without an answer the coordinator finds it on the own day.
LONG_SILENCE = timedelta(days=5)
MOST_WORDS = 500


class SaidField(models.CharField):
    """What somebody said with a no, to who asked and who runs the table: the roles of visitors have
    no right to read the column, so it is not asked of them (see `tell_said_no`)."""

    def select_format(self, compiler: Any, sql: str, params: Any) -> tuple[str, Any]:
        return (sql, params) if current_visitor()[0] == "none" else ("''", [])


class Invited(Row):
    """When they were asked and said yes or no; all empty for whoever was asked in person."""

    asked_at = models.DateTimeField(_("gevraagd op"), null=True, blank=True)
    accepted_at = models.DateTimeField(_("zei ja op"), null=True, blank=True)
    declined_at = models.DateTimeField(_("zei nee op"), null=True, blank=True)
    declined_words = SaidField(_("zei erbij"), max_length=MOST_WORDS, blank=True)

    class Meta:
        abstract = True

    if TYPE_CHECKING:
        until: datetime | None

    @property
    def awaits_answer(self) -> bool:
        """Was asked, and said neither yes nor no."""
        return self.until is None and self.asked_at is not None and self.accepted_at is None

    @property
    def sat_here(self) -> bool:
        """Not only asked."""
        return self.asked_at is None or self.accepted_at is not None


@dataclass(frozen=True)
class Invitation:
    """All that somebody who was asked gets to know before the yes."""

    seat_id: uuid.UUID
    household_id: uuid.UUID
    team_id: int
    asked_by: str
    asked_from: str
    role: str
    domains: list[str] | None
    by_experience: bool
    asked_at: datetime

    @classmethod
    def waiting(cls) -> "list[Invitation]":
        """Of the visitor, the oldest first."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM casework_invitations()")
            return [cls(*row) for row in cursor.fetchall()]

    @staticmethod
    def was_answered(seat: uuid.UUID) -> bool | None:
        """Whether the visitor said yes or no; None when this seat was never offered to them."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT casework_was_answered(%s)", [seat])
            answered: bool | None = cursor.fetchone()[0]
        return answered

    @property
    def life_domains(self) -> list[str]:
        return [str(LifeDomain(domain).label) for domain in self.domains or ()]

    def answer(self, takes_part: bool, words: str = "") -> bool:
        """Yes, and from now on this chair reads along; or no. Once: False when it was answered, or
        the table asks no more."""
        with verb(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT casework_answer_invitation(%s, %s, %s)",
                [self.seat_id, takes_part, words],
            )
            return bool(cursor.fetchone()[0])


def tell_said_no(seats: "Iterable[Seat]") -> None:
    """Put on these seats the words that the visitor may read of them (locks_inviting.sql)."""
    declined = {seat.pk: seat for seat in seats if seat.declined_at}
    if not declined:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT seat, words FROM casework_said_no(%s)", [list(declined)])
        for seat, words in cursor.fetchall():
            declined[seat].declined_words = words


def _long_ago() -> datetime:
    return timezone.now() - LONG_SILENCE


def unheard() -> models.Q:
    """Who said no since the coordinator last looked (`seen_at`), and who says nothing."""
    said_no = models.Q(declined_at__isnull=False) & (
        models.Q(seen_at__isnull=True) | models.Q(declined_at__gt=models.F("seen_at"))
    )
    silent = models.Q(until__isnull=True, accepted_at__isnull=True, asked_at__lt=_long_ago())
    return said_no | silent
