"""Seals on the access log: one hash per hour, over its rows and the seal before it.

A chain per row would make everyone who looks wait for one another, so a task seals an hour once
it is over. It must be over for good: a row may not come in afterwards. Therefore the database
itself stamps `written_at`, and whoever adds a row holds a shared lock on that hour until the
transaction ends (see `wijkteam_access_stamp` in locks.sql). When nobody holds the lock of an hour
that has passed, its rows are all there, and a seal over them holds for ever.

What is sealed leaves this machine, by mail and in a file (see letters.py and tasks.py): whoever
can change rows and seals here cannot change those.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from wijkteam import letters
from wijkteam.models.access import AccessLog

HOUR = timedelta(hours=1)
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
NOTHING_BEFORE = "0" * 64
FORM = 2  # of the text that is hashed; a new column makes a new form
COLUMNS = (
    "id", "written_at", "at", "user_id", "user_name", "role", "organisation", "household_id",
    "request_id", "act", "part", "ground", "why", "correlation",
)  # fmt: skip
# What ends with the file or the account stands outside the seal (decision 215): the name beside the
# number of a resident's account, and that of a helper without one. The numbers, the role and the
# ground are inside.
HASHED = (
    ", ".join(COLUMNS)
    .replace("user_name", "CASE role WHEN 'resident' THEN '' ELSE user_name END")
    .replace("why", "CASE WHEN wijkteam_names_a_helper(ground) THEN '' ELSE why END")
)
# An hour is over five minutes late, so that a clock put right by seconds changes nothing.
IS_OVER = """SELECT CASE
    WHEN clock_timestamp() < %(until)s + interval '5 minutes' THEN false
    WHEN pg_try_advisory_lock(7513, %(hour)s) THEN pg_advisory_unlock(7513, %(hour)s)
    ELSE false END"""
ONE_AT_A_TIME = "SELECT pg_try_advisory_xact_lock(7513, 0)"


class SealQuerySet(models.QuerySet["AccessSeal"]):
    def seal_hours(self) -> "list[AccessSeal]":
        """Seal every hour that is over, oldest first, each in its own transaction."""
        made = []
        while seal := self._seal_next():
            made.append(seal)
        return made

    def _seal_next(self) -> "AccessSeal | None":
        """The next hour with rows; the empty hours before it are sealed along with it."""
        with transaction.atomic():
            if not _ask(ONE_AT_A_TIME):
                return None
            last = self.order_by("number").last()
            since = last.until if last else BEGINNING
            first = AccessLog.objects.filter(written_at__gte=since).order_by("written_at").first()
            if first is None:
                return None
            until = (last.until if last else _hour_of(first.written_at)) + HOUR
            while _is_over(until):
                if AccessLog.objects.filter(written_at__gte=since, written_at__lt=until).exists():
                    return self._make(last, since, until)
                until += HOUR
        return None

    def _make(self, last: "AccessSeal | None", since: datetime, until: datetime) -> "AccessSeal":
        seal = AccessSeal(number=last.number + 1 if last else 1, since=since, until=until)
        seal.previous = last.hash if last else NOTHING_BEFORE
        seal.hash, seal.count = seal.work_out()
        seal.save(force_insert=True)
        letters.sealed(seal)
        return seal

    def verify(self, since: datetime = BEGINNING) -> "SealCheck":
        """Work out again the seals that end after `since`, and write down what was found."""
        check = SealCheck(complete=since == BEGINNING)
        before: AccessSeal | None = None
        for seal in self.order_by("number").iterator():
            check.through = seal.number
            check.words = seal.fault(before, deep=seal.until > since)
            if check.words:
                check.broken = seal.number
                break
            before = seal
        known = SealCheck.objects.order_by("at").last()
        check.save(force_insert=True)
        if check.broken and (known is None or known.broken != check.broken):
            letters.broken(check)
        return check


class AccessSeal(models.Model):
    """The seal over the rows from `since` up to `until`."""

    number = models.PositiveBigIntegerField(_("zegel"), primary_key=True)
    since = models.DateTimeField(_("vanaf"))
    until = models.DateTimeField(_("tot"))
    count = models.PositiveBigIntegerField(_("regels"))
    previous = models.CharField(max_length=64)
    hash = models.CharField(_("controlegetal"), max_length=64)
    sealed_at = models.DateTimeField(_("verzegeld op"), default=timezone.now)

    objects = SealQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        verbose_name = _("zegel")
        verbose_name_plural = _("zegels")

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"

    def work_out(self) -> tuple[str, int]:
        """The hash and the number of rows, from the rows that are there now."""
        head = [FORM, self.number, self.previous, _text(self.since), _text(self.until)]
        found, count = sha256(_line(head)), 0
        for row in self._rows():
            found.update(_line([_text(value) for value in row]))
            count += 1
        return found.hexdigest(), count

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        """In a fixed order, a few thousand at a time: an hour of a city need not fit in memory."""
        with connection.chunked_cursor() as cursor:
            cursor.execute(
                f"SELECT {HASHED} FROM wijkteam_accesslog"  # noqa: S608 - own names
                " WHERE written_at >= %s AND written_at < %s ORDER BY written_at, id",
                [self.since, self.until],
            )
            yield from cursor

    def fault(self, before: "AccessSeal | None", deep: bool = True) -> str:
        """What is wrong with this seal, in words; nothing when it holds."""
        if self.number != (before.number + 1 if before else 1):
            return __("een zegel ontbreekt")
        if self.previous != (before.hash if before else NOTHING_BEFORE) or self.since != (
            before.until if before else BEGINNING
        ):
            return __("sluit niet aan op het zegel ervoor")
        if not deep:
            return ""
        found, count = self.work_out()
        if count != self.count:
            return __("er zijn %(now)s regels in plaats van %(then)s") % {
                "now": count, "then": self.count,
            }  # fmt: skip
        return "" if found == self.hash else __("een regel of het zegel zelf is veranderd")


class SealCheck(models.Model):
    """One time that the seals were worked out again."""

    at = models.DateTimeField(_("gecontroleerd op"), default=timezone.now)
    complete = models.BooleanField(_("alles"))
    through = models.PositiveBigIntegerField(_("tot en met zegel"), default=0)
    broken = models.PositiveBigIntegerField(_("kapot zegel"), null=True)
    words = models.CharField(max_length=200, blank=True)

    class Meta:
        get_latest_by = "at"
        indexes = [models.Index(fields=["at"], name="seal_check_at")]

    def __str__(self) -> str:
        return f"{self.at:%d-%m-%Y %H:%M} {self.words}"


def _ask(sql: str, **values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()[0]


def _hour_of(moment: datetime) -> datetime:
    return BEGINNING + (moment - BEGINNING) // HOUR * HOUR


def _is_over(until: datetime) -> bool:
    """Nobody can still add a row to the hour that ends at `until`."""
    return bool(_ask(IS_OVER, until=until, hour=(until - BEGINNING) // HOUR - 1))


def _text(value: Any) -> str | None:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return None if value is None else str(value)


def _line(values: list[Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
