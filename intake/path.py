"""Where a request is, in words: what was done, what is next, and what we promised by when."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake.choices import ClockKind, Outcome, RequestStatus
from intake.models import Clock, ConversationRequest, StatusMove

STEPS = [
    (RequestStatus.RECEIVED, _("Uw vraag is bij ons binnen")),
    (RequestStatus.ACKNOWLEDGED, _("Iemand van ons heeft uw vraag opgepakt")),
    (RequestStatus.PLANNED, _("Het gesprek heeft een datum")),
    (RequestStatus.HELD, _("We hebben met elkaar gepraat")),
    (RequestStatus.CLOSED, _("Klaar")),
]
ENDS = {
    Outcome.ANSWERED: _("Klaar: uw vraag is beantwoord"),
    Outcome.ARRANGED: _("Klaar: we hebben het samen geregeld"),
    Outcome.REFERRED: _("Klaar: iemand anders helpt u verder"),
    Outcome.CASE_FILE: _("We maken samen een plan"),
    Outcome.WITHDRAWN: _("Gestopt: u wilt geen gesprek meer"),
    Outcome.NOT_REACHED: _("Gestopt: we konden u niet bereiken"),
}
PROMISES = {
    ClockKind.CONTACT: _("Iemand neemt contact met u op"),
    ClockKind.CONVERSATION: _("Het gesprek"),
    ClockKind.LEGAL: _("U weet wat er verder gebeurt"),
}


@dataclass(frozen=True)
class Step:
    words: Any
    state: str  # done, now or todo
    at: datetime | None


@dataclass(frozen=True)
class Promise:
    words: Any
    clock: Clock


def moves() -> Prefetch:
    """What `steps` reads: no more than where to and when, for the words are the team's."""
    read = StatusMove.objects.only("request_id", "old", "new", "at").order_by("-at")
    return Prefetch("moves", read)


def steps(request: ConversationRequest) -> list[Step]:
    """The road from asking to done. A step that was skipped is left out once it lies behind."""
    when = {move.new: move.at for move in request.moves.all() if move.new != move.old}
    order = [status for status, _words in STEPS]
    here = order.index(RequestStatus(request.status))
    road = []
    for number, (status, words) in enumerate(STEPS):
        if number > here:
            road.append(Step(words, "todo", None))
        elif number == here:
            ended = ENDS.get(Outcome(request.outcome), words) if request.outcome else words
            road.append(Step(ended, "now", when.get(status)))
        elif status in when:
            road.append(Step(words, "done", when[status]))
    return road


def promises(request: ConversationRequest) -> list[Promise]:
    """What we said we would do and did not yet do, soonest first."""
    running = [clock for clock in request.clocks.all() if clock.is_running]
    return [Promise(PROMISES[kind], c) for c in running if (kind := ClockKind(c.kind)) in PROMISES]


def is_late(promised: list[Promise]) -> bool:
    today = timezone.localdate()
    return any(promise.clock.is_late(today) for promise in promised)
