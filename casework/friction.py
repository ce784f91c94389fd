"""What is in the way at one table: what people see differently, what waits for others, where it is
stuck, and whether anything was done yet. In a fixed number of queries."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone

from casework.choices import WITH_SOMEONE
from casework.models import (
    CaseFile,
    Difference,
    LastLook,
    MandateQuestion,
    Position,
    Seat,
    StuckPoint,
    TimelineEntry,
)
from casework.models.invitations import tell_said_no, unheard
from casework.page import FilePage, Happened
from wijkteam.models import User

ONLY_TALK = timedelta(weeks=4)
LONG_AGO = timedelta(days=60)
ROWS = 8


class Friction:
    """As far as this person may see it."""

    def __init__(self, page: FilePage) -> None:
        self.page, self.standing = page, page.standing
        self.differences = self._differences()
        self.questions: list[MandateQuestion] = self.standing.rows(MandateQuestion.objects.all())
        stuck = StuckPoint.objects.select_related("forwarded")
        self.stuck: list[StuckPoint] = self.standing.rows(stuck)
        page.give_seats(self.differences, "created_by", "ended_by")
        page.give_seats(self.questions, "holder", "answered_by")
        for question in self.questions:
            gone = question.holder.until
            question.kept_by = (gone and page.coordinator) or question.holder
        page.give_seats(self.stuck, "written_by", "signed_by")

    def _differences(self) -> list[Difference]:
        """Each with how everyone sees it: read from there, for nearly all have that."""
        positions = Position.objects.household_first().select_related("difference")
        found: dict[Any, Difference] = {}
        for view in self.standing.rows(positions):
            one = found.setdefault(view.difference_id, view.difference)
            vars(one).setdefault("seen_positions", []).append(view)
        for one in self.standing.rows(Difference.objects.filter(positions=None)):
            one.seen_positions = []
            found[one.pk] = one
        return sorted(found.values(), key=lambda one: one.created_at)

    @property
    def open(self) -> list[Difference]:
        return [one for one in self.differences if not one.has_ended]

    @property
    def ended(self) -> list[Difference]:
        return [one for one in self.differences if one.has_ended]

    @property
    def waiting(self) -> list[MandateQuestion]:
        """A plan that is closed waits for nothing any more; what was asked still stands there."""
        return [one for one in self.questions if not self._is_past(one)]

    @property
    def answered(self) -> list[MandateQuestion]:
        return [one for one in self.questions if self._is_past(one)]

    def _is_past(self, question: MandateQuestion) -> bool:
        return bool(question.answered_at or self.page.case_file.closed_at)

    @property
    def stuck_now(self) -> list[StuckPoint]:
        """What waits for a reply, and the replies of late."""
        return [one for one in self.stuck if not _is_long_ago(one)]

    @property
    def stuck_before(self) -> list[StuckPoint]:
        return [one for one in self.stuck if _is_long_ago(one)]

    @property
    def unheard(self) -> list[Seat]:
        """Who of the household has not said yet how they see what is open."""
        home = [seat for seat in self.page.seats if seat.person_id]
        spoke = [{view.seat_id for view in one.seen_positions} for one in self.open]
        return [seat for seat in home if any(seat.pk not in seats for seats in spoke)]

    def happened(self) -> list[Happened]:
        """For what is new on the page: what the mail about news counts, too."""
        rows: list[Happened] = []
        for one in self.differences:
            rows.append((one.created_at, one.created_by_id, "difference", one.subject))
            rows.append((one.ended_at, one.ended_by_id, "ended", one.subject))
            others = [view for view in one.seen_positions if view.seat_id != one.created_by_id]
            rows += [(view.at, view.written_by_id, "position", one.subject) for view in others
                     if view.in_own_words]  # fmt: skip
        for ask in self.questions:
            rows.append((ask.asked_at or ask.written_at, ask.asked_by_id, "asked", ask.words))
            rows.append((ask.answered_at, ask.answered_by_id, "answered", ask.words))
        return rows + [
            (one.written_at, one.written_by_id, "stuck", one.words) for one in self.stuck
        ]

    # --- courage to act ---------------------------------------------------------------------
    @cached_property
    def days_to_first_deed(self) -> int | None:
        """From the opening until something was done; None as long as nothing was, and for who reads
        a part of the plan and so cannot know."""
        if self.standing.domains is not None:
            return None
        done = [action.done_at for action in self.page.actions if action.done_at]
        if not done:
            return None
        return max(0, (min(done) - self.page.case_file.opened_at).days)

    @cached_property
    def is_only_talk(self) -> bool:
        """Four weeks of meetings and referrals, and no deed; as far as one reads the whole plan."""
        since, file = timezone.now() - ONLY_TALK, self.page.case_file
        if file.closed_at or file.opened_at > since or not self.standing.runs:
            return False
        if any(action.done_at and action.done_at > since for action in self.page.actions):
            return False
        entries = TimelineEntry.objects.seen_from(self.standing)
        return entries.filter(at__gt=since, kind__in=WITH_SOMEONE).exclude(kind="visit").exists()


def _is_long_ago(one: StuckPoint) -> bool:
    replied_at = one.forwarded.replied_at if one.forwarded else None
    return replied_at is not None and replied_at < timezone.now() - LONG_AGO


@dataclass(frozen=True)
class DayRow:
    """One line of someone's day."""

    kind: str  # review, alone, mandate, unasked, sign, reply, declined, silent
    case_file: Any
    words: str
    on: date | datetime


def day_rows(user: User, today: date) -> list[DayRow]:
    """What asks for me at my tables: a difference to look at again, an answer that stays away,
    words that wait for a second pair of eyes, and a reply that I have not seen yet."""
    rows = [
        DayRow("review", one.case_file, one.subject, one.review_on)
        for one in _in_files(Difference.objects.writable_by(user).due(today), "review_on")
    ]
    alone = Difference.objects.writable_by(user).unanswered()
    rows += [
        DayRow("alone", one.case_file, one.subject, one.created_at)
        for one in _in_files(alone, "created_at")
    ]
    mine = MandateQuestion.objects.visible_to(user).ask_for(user, today)
    rows += [
        DayRow("mandate" if one.due else "unasked", one.case_file, one.words,
               one.due or one.written_at)
        for one in _in_files(mine, "due")
    ]  # fmt: skip
    rows += [
        DayRow("reply" if one.forwarded else "sign", one.case_file, one.words,
               one.forwarded.replied_at if one.forwarded else one.written_at)
        for one in _in_files(unread_stuck(user), "written_at")
    ]  # fmt: skip
    unheard = list(_in_files(unheard_invitations(user), "asked_at"))
    tell_said_no(unheard)
    rows += [
        DayRow("declined" if one.declined_at else "silent", one.case_file,
               f"{one.name}: {one.declined_words}" if one.declined_words else one.name,
               one.declined_at or one.asked_at)
        for one in unheard
    ]  # fmt: skip
    return rows


def unheard_invitations(user: User) -> Any:
    """At the tables that I coordinate: who said no since I last looked, and who says nothing."""
    seen = LastLook.objects.filter(user=user, case_file=OuterRef("case_file")).values("at")[:1]
    mine = CaseFile.objects.coordinated_by(user).open().values("pk")
    seats = Seat.objects.filter(case_file__in=mine).annotate(seen_at=Subquery(seen))
    return seats.filter(unheard())


def unread_stuck(user: User) -> Any:
    """Where it is stuck at my tables: what I may sign after reading it, and what came back."""
    unsigned = StuckPoint.objects.may_sign(user).in_open_files().values("pk")
    either = Q(pk__in=unsigned) | Q(pk__in=unseen_replies(user).values("pk"))
    return StuckPoint.objects.filter(either).select_related("forwarded")


def unseen_replies(user: User) -> Any:
    """Answers to stuck points of my tables that came since I last looked there."""
    seen = LastLook.objects.filter(user=user, case_file=OuterRef("case_file"))
    replied = StuckPoint.objects.visible_to(user).in_open_files().select_related("forwarded")
    newer = replied.annotate(replied_at=F("forwarded__replied_at"))
    looked = Exists(seen.filter(at__gte=OuterRef("replied_at")))
    return newer.filter(~looked, Q(replied_at__gte=timezone.now() - LONG_AGO))


def _in_files(rows: Any, order: str) -> list[Any]:
    return list(rows.select_related("case_file__household").order_by(order)[:ROWS])
