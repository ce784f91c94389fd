"""The board: what places see in the neighbourhood, and what is done about it."""

import uuid
from itertools import groupby

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from network.forms.told import StepForm
from network.models import Signal, SignalStep
from network.views.gate import team_only
from wijkteam.requests import SignedInRequest

A_PAGE = 25


def topic(signal: Signal) -> tuple[str, str]:
    """Signals about the same thing in the same neighbourhood stand together."""
    return str(signal.neighbourhood), signal.get_life_domain_display()


@require_safe
@team_only
def board(request: SignedInRequest) -> HttpResponse:
    """Per neighbourhood and life domain. Nothing on it is about one person."""
    found = Signal.objects.visible_to(request.user).on_the_board()
    everywhere = "overal" in request.GET
    if not everywhere:
        found = found.of_teams_of(request.user)
    steps = Prefetch("steps", SignalStep.objects.visible_to(request.user).select_related("by"))
    found = found.select_related("vindplaats", "neighbourhood", "picked_up_by")
    found = found.prefetch_related(steps)
    found = found.order_by("neighbourhood__name", "life_domain", "-sent_at", "pk")
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    topics = [(name, list(signals)) for name, signals in groupby(page, topic)]
    context = {"topics": topics, "page": page, "everywhere": everywhere}
    return render(request, "network/board.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@team_only
def signal_step(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Write on the board what we do about it."""
    about = Signal.objects.visible_to(request.user).collective().select_related("vindplaats")
    signal = get_object_or_404(about, pk=pk)
    form = StepForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        form.save(signal, request.user)
        messages.success(request, _("Dit staat op het bord. De plek leest het ook."))
        return redirect("signal_detail", pk)
    return render(request, "network/signal_step.html", {"form": form, "signal": signal})
