"""My day: four short lists, never more than fits on a screen."""

from collections.abc import Sequence
from datetime import timedelta
from operator import attrgetter
from typing import Any

from django.contrib.auth.decorators import permission_required
from django.db.models import F, OuterRef, Q, Subquery
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework.friction import day_rows
from casework.models import ForwardedStuckPoint, LastLook, TimelineEntry
from intake.models import Complaint, Conversation, ConversationRequest
from intake.views.team import GROUND
from network.models import Vindplaats
from wijkteam.access import looks
from wijkteam.forms import parsed
from wijkteam.models import OutboxMessage, User
from wijkteam.requests import SignedInRequest

NEWS = timedelta(days=30)
ROWS = 8  # of each list; the rest is on the page of that list


@permission_required("intake.view_day", raise_exception=True)
@require_safe
def day(request: SignedInRequest) -> HttpResponse:
    """What is late, what is today, what changed at my tables, whom to keep warm."""
    user = request.user
    context: dict[str, Any] = {"late": [], "talks": [], "chores": [], "entries": [], "warm": []}
    if user.has_perm("intake.view_inbox"):
        context["late"] = _late(user)
    if user.has_perm("intake.handle_request"):
        context |= {"talks": _talks(user), "chores": _chores(user)}
    about = {row.pk for row in context["late"]} | {talk.request_id for talk in context["talks"]}
    about |= {one.pk for one, _message in context["chores"]}
    looks(request, part="mijn dag", requests=list(about), ground=GROUND)
    if user.has_perm("intake.handle_complaint"):
        context["complaints"] = list(Complaint.objects.open().filter(handler=user)[:ROWS])
        looks(request, part="klachten", requests=[one.pk for one in context["complaints"]])
    if user.has_perm("casework.view_case_files"):
        context["entries"] = _entries(user)
        context["asks"] = day_rows(user, timezone.localdate())
        rows = [*context["entries"], *context["asks"]]
        homes = {row.case_file.household_id for row in rows}
        looks(request, part="mijn dag", households=list(homes))
    if user.has_perm("casework.forward_stuck_points"):
        context["stuck_ready"] = ForwardedStuckPoint.objects.visible_to(user).ready().count()
    if user.has_perm("network.change_register"):
        context["warm"] = _warm(user)
    return render(request, "intake/team/day.html", context)


@permission_required("intake.handle_request", raise_exception=True)
@require_safe
def route(request: SignedInRequest) -> HttpResponse:
    """One day on the road: the visits in order, to print or to take along on the phone."""
    asked = parsed(request.GET.get("dag", "")) or timezone.localdate()
    visits = Conversation.objects.visible_to(request.user).upcoming().on(asked)
    mine = visits.filter(professional=request.user).select_related("request__team")
    talks = list(mine.order_by("planned_at"))
    looks(request, part="route", requests=[talk.request_id for talk in talks], ground=GROUND)
    context = {
        "day": asked,
        "talks": talks,
        "before": asked - timedelta(days=1),
        "after": asked + timedelta(days=1),
    }
    return render(request, "intake/team/route.html", context)


def _late(user: User) -> list[ConversationRequest]:
    """Late or due by tomorrow: what I hold, and what nobody holds."""
    today = timezone.localdate()
    mine = ConversationRequest.objects.visible_to(user).open().filter(
        Q(holder=user) | Q(holder__isnull=True)
    )  # fmt: skip
    urgent = mine.most_urgent_first(today).filter(attention_on__lte=today + timedelta(days=1))
    return list(urgent.for_list()[:ROWS])


def _talks(user: User) -> list[Conversation]:
    """Today's conversations in the order of the day."""
    talks = Conversation.objects.visible_to(user).upcoming().on(timezone.localdate())
    mine = talks.filter(professional=user).select_related("request__team")
    return list(mine.order_by("planned_at")[: ROWS * 2])


def _chores(user: User) -> list[tuple[ConversationRequest, OutboxMessage]]:
    """Whom to call, what to print, and mail that came back: a machine cannot do these."""
    mine = ConversationRequest.objects.visible_to(user).filter(holder=user)
    messages = OutboxMessage.objects.for_hand() | OutboxMessage.objects.failed()
    waiting = list(messages.filter(request_id__in=mine.values("pk")).order_by("created_at")[:ROWS])
    requests = mine.in_bulk([message.request_id for message in waiting])
    return [(requests[message.request_id], message) for message in waiting]


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


def _warm(user: User) -> list[Vindplaats]:
    """My places whose rhythm is up, longest ago first."""
    due = Vindplaats.objects.visible_to(user).to_keep_warm(user, timezone.localdate())
    return list(due.order_by("contact_due_on")[:ROWS])
