"""Gatherings: on the calendar, whom we ask, who came, and what came up."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from network import letters
from network.forms.gatherings import GatheringForm, NotesForm
from network.models import Gathering, Promise, Signal
from network.views.gate import team_only
from wijkteam import calendars, database
from wijkteam.requests import SignedInRequest

FORM = ["GET", "HEAD", "POST"]


def gathering_of(request: SignedInRequest, pk: uuid.UUID) -> Gathering:
    found = Gathering.objects.visible_to(request.user).select_related("place", "team", "by")
    return get_object_or_404(found, pk=pk)


def own_gathering(request: SignedInRequest, pk: uuid.UUID) -> Gathering:
    """Colleagues of other teams read along; the own team writes."""
    gathering = gathering_of(request, pk)
    if not request.user.memberships.filter(team=gathering.team_id, until__isnull=True).exists():
        raise Http404
    return gathering


@require_safe
@team_only
def gatherings(request: SignedInRequest) -> HttpResponse:
    """What is coming first, then what was."""
    found = Gathering.objects.visible_to(request.user).select_related("place", "team")
    context = {
        "coming": found.coming()[:25],
        "page": Paginator(found.past(), 15).get_page(request.GET.get("page")),
        "promises": Promise.objects.visible_to(request.user)
        .open()
        .filter(owner=request.user)
        .select_related("gathering")[:10],
    }
    return render(request, "network/gatherings.html", context)


@require_http_methods(FORM)
@team_only
def gathering_plan(request: SignedInRequest) -> HttpResponse:
    form = GatheringForm(request.user, request.POST if request.method == "POST" else None)
    if form.is_valid():
        gathering = form.plan(request.user, None)
        messages.success(request, _("Het staat op de kalender. Wie vraagt u?"))
        return redirect("guests", gathering.pk)
    return render(request, "network/gathering_form.html", {"form": form})


@require_http_methods(FORM)
@team_only
def gathering_change(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    gathering = own_gathering(request, pk)
    posted = request.POST if request.method == "POST" else None
    form = GatheringForm(request.user, posted, initial=GatheringForm.of(gathering))
    if form.is_valid():
        form.fill(gathering).change()
        messages.success(request, _("Bewaard. Wie gevraagd is, krijgt bericht."))
        return redirect("gathering", pk)
    return render(request, "network/gathering_form.html", {"form": form, "gathering": gathering})


@require_http_methods(FORM)
@team_only
def gathering_cancel(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    gathering = own_gathering(request, pk)
    if request.method == "POST":
        gathering.cancel()
        messages.success(request, _("Het gaat niet door. Wie gevraagd is, krijgt bericht."))
        return redirect("gathering", pk)
    return render(request, "network/gathering_cancel.html", {"gathering": gathering})


def came_up(request: SignedInRequest, gathering: Gathering) -> dict[str, object]:
    """What a gathering brought: signals about the neighbourhood, promises, and how many worries."""
    signals = Signal.objects.visible_to(request.user).filter(gathering=gathering)
    promises = Promise.objects.visible_to(request.user).filter(gathering=gathering)
    return {
        "gathering": gathering,
        "guests": gathering.guests.visible_to(request.user).select_related("contact__vindplaats"),
        "signals": signals.collective().select_related("neighbourhood", "vindplaats"),
        "worries": signals.exclude(pk__in=signals.collective().values("pk")).count(),
        "promises": promises.select_related("owner", "owner_there"),
    }


@require_safe
@team_only
def gathering(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """One gathering, before and after."""
    found = gathering_of(request, pk)
    mine = request.user.memberships.filter(team=found.team_id, until__isnull=True).exists()
    context = came_up(request, found) | {"may_change": mine}
    context["calls"] = letters.for_somebody(request.user).filter(about_id=pk)
    context["notes_form"] = NotesForm(initial={"notes": found.notes})
    return render(request, "network/gathering.html", context)


@require_safe
@team_only
def gathering_screen(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """For the wall: large, and nothing about anyone in particular."""
    return render(
        request, "network/gathering_screen.html", came_up(request, gathering_of(request, pk))
    )


@require_POST
@team_only
def gathering_notes(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    gathering = own_gathering(request, pk)
    form = NotesForm(request.POST)
    if form.is_valid():
        form.save(gathering)
        messages.success(request, _("Bewaard."))
        return redirect("gathering", pk)
    context = came_up(request, gathering) | {"may_change": True, "notes_form": form}
    return render(request, "network/gathering.html", context)


@login_not_required
@never_cache
@require_safe
def gathering_calendar(request: HttpRequest, key: str) -> HttpResponse:
    """The file for the calendar of whoever was asked; the key in the invitation opens it."""
    shown = ("id", "title", "starts_at", "ends_at", "where", "sequence", "cancelled_at")
    # The key opens the same for everyone: also who is signed in reads as a stranger.
    with database.role("public"):
        database.secret(key)
        found = get_object_or_404(Gathering.objects.only(*shown), key=key)
    moment = calendars.Moment(
        key=found.pk, sequence=found.sequence, starts_at=found.starts_at, ends_at=found.ends_at,
        summary=found.title, location=found.where, cancelled=found.cancelled_at is not None,
    )  # fmt: skip
    headers = {"Content-Disposition": 'attachment; filename="bijeenkomst.ics"'}
    return HttpResponse(
        calendars.calendar_file(moment),
        content_type="text/calendar; charset=utf-8",
        headers=headers,
    )
