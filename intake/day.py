"""What stands on my day: each list in one query, never more than fits on a screen."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from operator import attrgetter
from uuid import UUID

from django.db.models import F, OuterRef, Q, Subquery
from django.utils import timezone

from casework.asked import asked_of_me
from casework.friction import day_rows
from casework.letters_of_rights import home_of
from casework.models import (
    Action,
    CaseFile,
    ForwardedStuckPoint,
    LastLook,
    LeaveRequest,
    RightsRequest,
    TimelineEntry,
)
from intake.by_hand import by_hand as all_by_hand
from intake.models import Complaint, Conversation, ConversationRequest
from network.models import Promise, Signal, Vindplaats
from wijkteam.choices import MessageStatus
from wijkteam.models import OutboxMessage, User
from wijkteam.unreached import unreached

NEWS = timedelta(days=30)
ROWS = 8  # of each list; the rest is on the page of that list


@dataclass
class Day:
    """The lists of one person on one day, as far as the role has them."""

    user: User
    today: date = field(default_factory=timezone.localdate)

    def __post_init__(self) -> None:
        can = self.user.has_perm
        handles, sits = can("intake.handle_request"), can("casework.view_case_files")
        self.late = _late(self.user, self.today) if can("intake.view_inbox") else []
        self.talks = _talks(self.user, self.today) if handles else []
        by_hand = all_by_hand(self.user, ROWS)
        self.chores = _with_requests(self.user, by_hand.get("request", []))
        self.calls, of_tables = by_hand.get("place", []), by_hand.get("table", [])
        self.letters = [one for one in of_tables if one.status == MessageStatus.WAITING]
        self.came_back = _came_back(
            self.user, [one for one in of_tables if one.status == MessageStatus.FAILED]
        )
        self.right_letters = by_hand.get("right", [])
        complains = can("intake.handle_complaint")
        self.complaints = _complaints(self.user) if complains else []
        self.unreached = _unreached(self.user, by_hand.get("complaint", []))
        self.colleagues = unreached() if can("intake.lead_team") else []
        actions = _actions(self.user, self.today) if sits else []
        self.late_actions = [action for action in actions if action.is_late(self.today)][:ROWS]
        others = [action for action in actions if action not in self.late_actions]
        self.actions = [one for one in others if one.due == self.today or one.owner.until][:ROWS]
        self.asked = _asked(self.user) if sits else []
        self.rights = _rights(self.user) if can("casework.answer_right") else []
        asked = asked_of_me() if sits else []
        self.asked_of_me = [one for one in asked if one.kind != "link"][:ROWS]
        self.links = [one for one in asked if one.kind == "link"][:ROWS]
        self.entries = _entries(self.user) if sits else []
        self.asks = day_rows(self.user, self.today) if sits else []
        forwards = can("casework.forward_stuck_points")
        ready = ForwardedStuckPoint.objects.visible_to(self.user).ready() if forwards else None
        self.stuck_ready = ready.count() if ready is not None else 0
        warm = can("network.change_register")
        self.warm = _warm(self.user, self.today) if warm else []
        self.signals = _signals(self.user) if warm else []
        self.promises = _promises(self.user) if warm else []

    @property
    def requests(self) -> list[UUID]:
        """Of whom this page shows a request."""
        about = {row.pk for row in self.late} | {talk.request_id for talk in self.talks}
        return list(about | {one.pk for one, _message in self.chores})

    @property
    def households(self) -> list[UUID]:
        """Of which families this page shows something."""
        files = [action.case_file for action in [*self.late_actions, *self.actions]]
        files += [one.case_file for one in self.asked] + [one.case_file for one in self.entries]
        files += [row.case_file for row in self.asks]
        homes = {one.household_id for one in files}
        homes |= {one.household_id for one in self.asked_of_me if one.household_id}
        homes |= {one.household_id for one in self.rights if one.household_id}
        homes |= {file.household_id for file, _message in self.came_back}
        by_hand = {home_of(one) for one in [*self.letters, *self.right_letters]}
        return list(homes | {home for home in by_hand if home})


def _late(user: User, today: date) -> list[ConversationRequest]:
    """Late or due by tomorrow: what I hold, and what nobody holds."""
    mine = ConversationRequest.objects.visible_to(user).open().filter(
        Q(holder=user) | Q(holder__isnull=True)
    )  # fmt: skip
    urgent = mine.most_urgent_first(today).filter(attention_on__lte=today + timedelta(days=1))
    return list(urgent.for_list()[:ROWS])


def _talks(user: User, today: date) -> list[Conversation]:
    """Today's conversations in the order of the day."""
    talks = Conversation.objects.visible_to(user).upcoming().on(today)
    mine = talks.of(user).select_related("request__team", "professional")
    return list(mine.order_by("planned_at")[: ROWS * 2])


def _with_requests(
    user: User, found: list[OutboxMessage]
) -> list[tuple[ConversationRequest, OutboxMessage]]:
    """Whom to call, what to print, and mail that came back: a machine cannot do these."""
    mine = ConversationRequest.objects.visible_to(user)
    requests = mine.in_bulk([message.request_id for message in found])
    return [(requests[message.request_id], message) for message in found]


def _complaints(user: User) -> list[Complaint]:
    """Complaints that I look into."""
    return list(Complaint.objects.open().filter(handler=user)[:ROWS])


def _unreached(user: User, found: list[OutboxMessage]) -> list[Complaint]:
    """Of which a mail to whoever complains came back."""
    about = {message.about_id for message in found if message.about_id}
    return list(Complaint.objects.visible_to(user).filter(pk__in=about)) if about else []


def _came_back(user: User, found: list[OutboxMessage]) -> list[tuple[CaseFile, OutboxMessage]]:
    """Mail to somebody of a household that came back, with the table where the address stands."""
    homes = {one.household_id for one in found if one.household_id}
    files = CaseFile.objects.run_by(user).open().filter(household_id__in=homes)
    files = files.select_related("household") if homes else files.none()
    file_of = {file.household_id: file for file in files}
    return [(file_of[one.household_id], one) for one in found if one.household_id in file_of]


def _actions(user: User, today: date) -> list[Action]:
    """What I said I would do and that is for today or earlier, the newest promises first; and what
    is left of whoever left my table, whenever it is for: somebody has to take it over."""
    mine = Action.objects.visible_to(user).in_open_files().to_mind(user).open()
    mine = mine.filter(Q(due__lte=today) | Q(owner__until__isnull=False))
    rows = mine.select_related("case_file__household", "owner")
    own_first = F("owner__until").asc(nulls_first=True)
    return list(rows.order_by(own_first, F("due").desc(nulls_last=True), "pk")[: ROWS * 3])


def _asked(user: User) -> list[LeaveRequest]:
    """What a resident asked me as the coordinator, the first answer due on top."""
    waiting = LeaveRequest.objects.visible_to(user).waiting()
    return list(waiting.select_related("case_file__household", "seat").order_by("due")[:ROWS])


def _rights(user: User) -> list[RightsRequest]:
    """What residents ask of their own data at my tables, the first due on top."""
    return list(RightsRequest.objects.visible_to(user).waiting()[:ROWS])


def _entries(user: User) -> Sequence[TimelineEntry]:
    """The newest of each table that others wrote since I last looked there."""
    seen = LastLook.objects.filter(user=user, case_file=OuterRef("case_file")).values("at")[:1]
    entries = TimelineEntry.objects.visible_to(user).exclude(by__user=user).filter(
        case_file__closed_at__isnull=True, at__gte=timezone.now() - NEWS
    )  # fmt: skip
    unseen = entries.annotate(seen=Subquery(seen)).filter(
        Q(seen__isnull=True) | Q(at__gt=F("seen"))
    )
    newest = unseen.order_by("case_file", "-at").distinct("case_file")
    rows = newest.select_related("case_file__household", "by")
    return sorted(rows, key=attrgetter("at"), reverse=True)[:ROWS]


def _warm(user: User, today: date) -> list[Vindplaats]:
    """My places whose rhythm is up, longest ago first."""
    due = Vindplaats.objects.visible_to(user).to_keep_warm(user, today)
    return list(due.order_by("contact_due_on")[:ROWS])


def _signals(user: User) -> list[Signal]:
    """What I picked up, and what nobody of my teams put a name to yet; no names of residents."""
    open_ones = Signal.objects.visible_to(user).of_teams_of(user).waiting_for(user)
    rows = open_ones.needing_attention_first().select_related("vindplaats", "neighbourhood", "team")
    return list(rows[:ROWS])


def _promises(user: User) -> list[Promise]:
    """What I promised at a gathering; without a day it comes last."""
    mine = Promise.objects.visible_to(user).open().filter(owner=user)
    return list(mine.select_related("gathering").order_by("due", "made_at")[:ROWS])
