"""My day, one search box, and writing down what happened: first with whom."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework.models import CaseFile, TimelineEntry
from intake.day import Day
from intake.forms.day import DaySearch
from intake.models import Conversation, ConversationRequest
from intake.models.agenda import name_us
from intake.views.team import GROUND
from network.models import Vindplaats
from wijkteam.access import looks
from wijkteam.forms import parsed
from wijkteam.requests import SignedInRequest

FOUND = 10
SEARCHED = "gezocht"
sees_day = permission_required("intake.view_day", raise_exception=True)
writes = permission_required("casework.write_case_files", raise_exception=True)


@sees_day
@require_safe
def day(request: SignedInRequest) -> HttpResponse:
    """What is late, what is today, what waits for me, what changed, whom to keep warm."""
    found = Day(request.user)
    looks(request, part="mijn dag", requests=[*found.requests], ground=GROUND)
    looks(request, part="mijn dag", households=[*found.households])
    about = {one.pk for one in [*found.complaints, *found.unreached]}
    looks(request, part="klachten", requests=[*about])
    context = {"day": found, "search": DaySearch(auto_id="day_%s")}
    return render(request, "intake/team/day.html", context)


@sees_day
@require_safe
def search(request: SignedInRequest) -> HttpResponse:
    """Who asked for a conversation, people at my tables, what was written about them, places."""
    form = DaySearch(request.GET)
    words, can = form.words, request.user.has_perm
    context: dict[str, Any] = {"search": form, "words": words}
    if words and can("intake.handle_request"):
        asked = ConversationRequest.objects.visible_to(request.user).search(words)
        context["asked"] = list(asked.order_by("-arrived_at")[:FOUND])
        about = [one.pk for one in context["asked"]]
        looks(request, part="mijn dag", act=SEARCHED, requests=about, ground=GROUND)
    if words and can("casework.view_case_files"):
        mine = CaseFile.objects.visible_to(request.user)
        files = mine.search(words).newest_first().select_related("household")
        context["files"] = list(files[:FOUND])
        told = TimelineEntry.objects.visible_to(request.user).search(words)
        context["entries"] = list(told.select_related("case_file__household", "by")[:FOUND])
    looks(request, part="mijn dag", act=SEARCHED, households=[*homes_of(**context)] or [None])
    if words:
        places = Vindplaats.objects.visible_to(request.user).in_use()
        context["places"] = places.search(words)[:FOUND]
    return render(request, "intake/team/search.html", context)


def homes_of(
    files: Iterable[CaseFile] = (), entries: Iterable[TimelineEntry] = (), **_rest: Any
) -> set[UUID]:
    """The households whose names stand on the page."""
    return {one.household_id for one in [*files, *(entry.case_file for entry in entries)]}


@writes
@require_safe
def write_down(request: SignedInRequest) -> HttpResponse:
    """With whom was it? My tables, the last one that changed first, and my places."""
    form = DaySearch(request.GET, auto_id="who_%s")
    files = CaseFile.objects.writable_by(request.user).open().search(form.words)
    rows = list(files.newest_first().select_related("household")[:FOUND])
    looks(request, part="lijst", households=[one.household_id for one in rows] or [None])
    places = Vindplaats.objects.visible_to(request.user).in_use().search(form.words)
    may_log = request.user.has_perm("network.change_register")
    found = places if form.words else places.held_by(request.user)
    context = {"search": form, "words": form.words, "files": rows}
    context |= {"places": found.order_by("contact_due_on")[:FOUND] if may_log else []}
    return render(request, "intake/team/write_down.html", context)


@permission_required("intake.handle_request", raise_exception=True)
@require_safe
def route(request: SignedInRequest) -> HttpResponse:
    """One day on the road: the visits in order, to print or to take along on the phone."""
    asked = parsed(request.GET.get("dag", "")) or timezone.localdate()
    visits = Conversation.objects.visible_to(request.user).upcoming().on(asked)
    mine = visits.of(request.user).select_related("request__team", "professional")
    talks = list(mine.order_by("planned_at"))
    name_us(talks)
    looks(request, part="route", requests=[talk.request_id for talk in talks], ground=GROUND)
    context = {
        "day": asked,
        "talks": talks,
        "before": asked - timedelta(days=1),
        "after": asked + timedelta(days=1),
    }
    return render(request, "intake/team/route.html", context)
