"""Trying something in some neighbourhoods, and saying honestly what can be said of it."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from monitor.forms.pilots import PilotForm
from monitor.models import Pilot
from monitor.pilot_figures import found
from wijkteam.requests import SignedInRequest

LOOK = "monitor.view_releases"
RUN = "monitor.run_pilot"


@require_safe
@permission_required(LOOK, raise_exception=True)
def pilots(request: SignedInRequest) -> HttpResponse:
    rows = Pilot.objects.visible_to(request.user).prefetch_related("neighbourhoods")
    return render(request, "monitor/pilots.html", {"pilots": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(RUN, raise_exception=True)
def begin(request: SignedInRequest) -> HttpResponse:
    form = PilotForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = form.save(request.user)
        messages.success(request, _("De proef is begonnen. Kijk over een half jaar."))
        return redirect("pilot", made.pk)
    return render(request, "monitor/pilot_begin.html", {"form": form})


@require_safe
@permission_required(LOOK, raise_exception=True)
def pilot(request: SignedInRequest, pk: str) -> HttpResponse:
    one = get_object_or_404(Pilot.objects.visible_to(request.user), pk=pk)
    context = {"pilot": one, "found": found(one), "wijken": list(one.neighbourhoods.all())}
    return render(request, "monitor/pilot.html", context)


@require_POST
@permission_required(RUN, raise_exception=True)
def end(request: SignedInRequest, pk: str) -> HttpResponse:
    if get_object_or_404(Pilot.objects.visible_to(request.user), pk=pk).end():
        messages.success(request, _("De proef is afgesloten. Wat u vond, blijft te lezen."))
    return redirect("pilot", pk)
