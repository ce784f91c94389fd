"""All that the page of one case file shows, fetched in a fixed number of queries."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any

from django.db.models import Q
from django.utils import timezone

from casework.choices import GoalStatus
from casework.models import (
    Action,
    CaseFile,
    Document,
    Emergency,
    Goal,
    GoalAnswer,
    GoalReview,
    Meldcode,
    Seat,
    TeamHandover,
    TimelineEntry,
)
from casework.models.looks import Look
from casework.opening import Rights, seats_of
from casework.picture import Picture, picture
from casework.querysets import EntryQuerySet
from casework.standing import Standing
from wijkteam.choices import LifeDomain
from wijkteam.models import User
from wijkteam.rows import by_name

MOST_NEWS = 8
Happened = tuple[datetime | None, uuid.UUID | None, str, str]  # when, from which chair, what, words
LAST = datetime.max.replace(tzinfo=UTC)


# What is read whole is put in order here: with an order Django writes a query half as long again.
def in_order(action: Action) -> tuple[datetime, date, datetime]:
    """What was done in the order of doing it, then what is due first."""
    return action.done_at or LAST, action.due or date.max, action.created_at


def by(name: str, rows: Iterable[Any]) -> defaultdict[uuid.UUID, list[Any]]:
    """These rows per what they belong to."""
    found: defaultdict[uuid.UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return found


@dataclass
class GoalView:
    """One goal with its actions, or the actions of a life domain that belong to no goal."""

    goal: Goal | None = None
    open_actions: list[Action] = field(default_factory=list)
    done_actions: list[Action] = field(default_factory=list)
    is_to_mark: bool = False  # by this person at home
    __getitem__ = by_name


@dataclass
class Area:
    """One life domain of the plan; `domain` is empty for what belongs to no goal or domain."""

    domain: str
    running: list[GoalView] = field(default_factory=list)
    ended: list[GoalView] = field(default_factory=list)
    loose: GoalView | None = None
    __getitem__ = by_name

    @property
    def label(self) -> str:
        return str(LifeDomain(self.domain).label) if self.domain else ""


@dataclass(frozen=True)
class News:
    """One thing that happened since the last visit."""

    at: datetime
    who: str
    kind: str  # one of those in templates/casework/_news.html
    words: str


class FilePage:
    """The plan, the table and the news of one file, as far as this person may see them."""

    __getitem__ = by_name

    def __init__(
        self,
        case_file: CaseFile,
        user: User,
        look: Look | None = None,
        rights: Rights | None = None,
    ) -> None:
        self.case_file, self.user = case_file, user
        self.since = look.since if look else None
        self.everyone = seats_of(case_file)
        self.by_key = {seat.pk: seat for seat in self.everyone}
        known = look.held if look else None
        self.standing = Standing.of(user, case_file, self.everyone, rights, known)
        self.seats = [seat for seat in self.everyone if seat.until is None]
        goals = Goal.objects.seen_from(self.standing).select_related("whose")
        self.goals = sorted(goals.order_by(), key=lambda goal: goal.created_at)
        reviews = by("goal_id", self.standing.rows(GoalReview.objects.all()))
        answers = by("goal_id", self.standing.rows(GoalAnswer.objects.all()))
        self.actions = sorted(Action.objects.seen_from(self.standing).order_by(), key=in_order)
        self.give_seats(self.actions, "owner", "done_by")
        for goal in self.goals:
            goal.seen_reviews, goal.seen_answers = reviews[goal.pk], answers[goal.pk]
            self.give_seats([*goal.seen_reviews, *goal.seen_answers], "by")

    def give_seats(self, rows: Iterable[Any], *names: str) -> None:
        """Who wrote and who does it: the seats that are read already, not once more per row."""
        for row in rows:
            for name in names:
                seat = self.by_key.get(getattr(row, f"{name}_id"))
                if seat:
                    row.knows(**{name: seat})

    @property
    def reads_meldcode(self) -> bool:
        """Who was named finds the way back; asked of whoever may not begin one here."""
        return Meldcode.objects.visible_to(self.user).filter(case_file=self.case_file).exists()

    @property
    def left(self) -> list[Seat]:
        """Who sat here before, the last to leave first."""
        gone = [seat for seat in self.everyone if seat.until]
        return sorted(gone, key=lambda seat: seat.until or seat.since, reverse=True)

    @property
    def went(self) -> list[Seat]:
        """The same as people at home read it: nobody there is told who moved out."""
        home = self.standing.is_household
        return [seat for seat in self.left if not (home and seat.person_id)]

    @property
    def after_care(self) -> list[Seat]:
        """Who left the table, and may still be called."""
        today = timezone.localdate()
        return [seat for seat in self.left if (seat.after_care_until or date.min) >= today]

    @property
    def coordinator(self) -> Seat | None:
        return next((seat for seat in self.seats if seat.is_coordinator), None)

    def emergencies(self) -> list[Emergency]:
        """Who opened the file without a chair, and why."""
        return self.standing.rows(Emergency.objects.select_related("user"))

    @cached_property
    def handover(self) -> TeamHandover | None:
        """What was asked last of another team, as long as it is worth saying."""
        asked = TeamHandover.objects.to_show().select_related("to_team")
        found = self.standing.rows(asked)
        return found[0] if found else None

    # --- the plan ---------------------------------------------------------------------------
    def areas(self) -> list[Area]:
        """Per life domain, in the one order that all apps use."""
        found: dict[str, Area] = {}
        views: dict[object, GoalView] = {}
        for goal in self.goals:
            area = found.setdefault(goal.life_domain, Area(goal.life_domain))
            is_to_mark = self.standing.is_household and self.standing.may_mark(goal)
            views[goal.pk] = GoalView(goal, is_to_mark=is_to_mark)
            ended = goal.status != GoalStatus.RUNNING
            (area.ended if ended else area.running).append(views[goal.pk])
        for action in self.actions:
            view = views.get(action.goal_id)
            if view is None:
                area = found.setdefault(action.life_domain, Area(action.life_domain))
                view = area.loose = area.loose or GoalView()
            (view.done_actions if action.done_at else view.open_actions).append(action)
        order = [*LifeDomain.values, ""]
        return sorted(found.values(), key=lambda area: order.index(area.domain))

    # --- the table --------------------------------------------------------------------------
    def empty_domains(self) -> list[str]:
        """Life domains with a running goal where nobody sits and nobody does anything."""
        asked = {goal.life_domain for goal in self.goals if goal.status == GoalStatus.RUNNING}
        seated = {domain for seat in self.seats for domain in seat.domains or ()}
        busy = {action.life_domain for action in self.actions if not action.done_at}
        return [domain for domain in LifeDomain.values if domain in asked - seated - busy]

    def picture(self) -> Picture:
        return picture(self.seats, self.empty_domains())

    # --- the story --------------------------------------------------------------------------
    def entries(self) -> EntryQuerySet:
        """Newest first; a correction stands with what it corrects (see `whole`)."""
        return TimelineEntry.objects.seen_from(self.standing).filter(corrects__isnull=True)

    def whole(self, asked: EntryQuerySet | list[TimelineEntry]) -> list[TimelineEntry]:
        """These, with their corrections and who wrote it all."""
        # To write the question takes longer than to see that nothing was ever corrected here.
        if TimelineEntry in self.standing.held:
            found = list(self._with_corrections(asked))
        else:
            found = list(asked)
        entries = [one for one in found if one.corrects_id is None]
        self.corrections = [one for one in reversed(found) if one.corrects_id]
        corrections = by("corrects_id", self.corrections)
        for entry in entries:
            entry.seen_corrections = corrections[entry.pk]
            self.give_seats([entry, *entry.seen_corrections], "by")
        return entries

    def _with_corrections(self, asked: EntryQuerySet | list[TimelineEntry]) -> EntryQuerySet:
        """With what was put beside these, and whatever was corrected since the last visit."""
        keys = [one.pk for one in asked] if isinstance(asked, list) else asked.values("pk")
        wanted = Q(pk__in=keys) | Q(corrects__in=keys)
        if self.since:
            wanted |= Q(corrects__isnull=False, at__gt=self.since)
        return TimelineEntry.objects.seen_from(self.standing).filter(wanted)

    # --- what is new ------------------------------------------------------------------------
    def news(self, entries: list[TimelineEntry], friction: Iterable[Happened] = ()) -> list[News]:
        """What others did since this person's last visit, newest first; nothing on the first.

        `entries` are the newest of the story, after `whole`; `friction` is what is not agreed and
        what waits (casework/friction.py).
        """
        if self.since is None:
            return []
        mine = self.standing.seat.pk if self.standing.seat else None
        found = [
            News(at, self.by_key[by].name, kind, words)
            for at, by, kind, words in [*self._happened([*entries, *self.corrections]), *friction]
            if at and at > self.since and by != mine and by in self.by_key
        ]
        return sorted(found, key=lambda news: news.at, reverse=True)[:MOST_NEWS]

    def _happened(self, entries: list[TimelineEntry]) -> list[Happened]:
        rows: list[Happened]
        # How it ended stands at the top of a plan that is closed.
        told = [one for one in entries if not (self.case_file.closed_at and one.kind == "outcome")]
        rows = [(entry.at, entry.by_id, "entry", entry.words) for entry in told]
        for action in self.actions:
            rows.append((action.created_at, action.created_by_id, "action", action.words))
            rows.append((action.done_at, action.done_by_id, "done", action.words))
            rows.append((action.changed_at, action.changed_by_id, "altered", action.words))
        for goal in self.goals:
            rows.append((goal.created_at, goal.created_by_id, "goal", goal.words))
            rows.append((goal.changed_at, goal.changed_by_id, "changed", goal.words))
            rows += [(mark.at, mark.by_id, "mark", goal.words) for mark in goal.seen_reviews]
        sat = [seat for seat in self.seats if not seat.awaits_answer]
        rows += [(one.accepted_at or one.since, one.pk, "seat", one.from_whom) for one in sat]
        if not self.case_file.closed_at:
            rows += [(one.until, one.pk, "left", "") for one in self.went if one.sat_here]
        return rows + self._handed_in()

    def _handed_in(self) -> list[Happened]:
        return [
            (one.at, one.by_id, "version" if one.previous_id else "document", one.title)
            for one in self.documents
            if one.at > (self.since or LAST)
        ]

    @cached_property
    def documents(self) -> list[Document]:
        """Every version that this reader may see, with who handed it in; not what the scanner
        threw away."""
        found = self.standing.rows(Document.objects.not_thrown_away())
        known = [one for one in found if one.by_id in self.by_key]
        for one in known:
            one.by = self.by_key[one.by_id]
        return known
