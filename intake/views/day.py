"""My day, one search box, and writing down what happened: first with whom."""

from datetime import timedelta

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework.models import CaseFile, TimelineEntry
from intake.day import Day
from intake.forms.day import DaySearch
from intake.models import Conversation
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
    looks(request, part="klachten", requests=[one.pk for one in found.complaints])
    context = {"day": found, "search": DaySearch(auto_id="day_%s")}
    return render(request, "intake/team/day.html", context)


@sees_day
@require_safe
def search(request: SignedInRequest) -> HttpResponse:
    """People at my tables, what was written about them, and places."""
    form = DaySearch(request.GET)
    words = form.words
    files: list[CaseFile] = []
    entries: list[TimelineEntry] = []
    if words and request.user.has_perm("casework.view_case_files"):
        mine = CaseFile.objects.visible_to(request.user)
        files = list(mine.search(words).newest_first().select_related("household")[:FOUND])
        told = TimelineEntry.objects.visible_to(request.user).search(words)
        entries = list(told.select_related("case_file__household", "by")[:FOUND])
    homes = {one.household_id for one in files} | {e.case_file.household_id for e in entries}
    looks(request, part="mijn dag", act=SEARCHED, households=[*homes] or [None])
    places = Vindplaats.objects.visible_to(request.user).in_use() if words else None
    context = {"search": form, "words": words, "files": files, "entries": entries}
    context |= {"places": places.search(words)[:FOUND] if places is not None else []}
    return render(request, "intake/team/search.html", context)


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
