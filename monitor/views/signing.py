"""Making a release: count, look at the counts beside the figures, sign, and set by another."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from monitor.forms.releases import RefuseForm
from monitor.models import NotNow, Release
from monitor.release_catalogue import question_of
from monitor.release_tables import ALL
from monitor.released import tables_of
from monitor.tasks import wake
from wijkteam.requests import SignedInRequest

signs = permission_required("monitor.sign_release", raise_exception=True)
DEVIATIONS = 5


@require_http_methods(["GET", "HEAD", "POST"])
@signs
def release_desk(request: SignedInRequest) -> HttpResponse:
    """Every release in the making and set; the button counts the next quarter."""
    if request.method == "POST":
        try:
            return redirect("release_preview", begin(request).pk)
        except NotNow as reason:
            messages.error(request, str(reason))
            return redirect("release_desk")
    releases = Release.objects.visible_to(request.user).select_related("signed_by", "set_by")
    next_one = Release.objects.next_quarter()
    context = {"releases": releases, "next": next_one}
    context["making"] = next((one for one in releases if one.period == next_one), None)
    return render(request, "monitor/release_desk.html", context)


def begin(request: SignedInRequest) -> Release:
    found = Release.objects.begin(request.user)
    transaction.on_commit(wake)
    return found


@require_safe
@signs
def release_preview(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The counts beside the figures, and which figures stand furthest from their count."""
    found = release_of(request, pk)
    figures = list(found.figures.all())
    parts = [one for one in figures if ALL not in (one.row_key, one.column_key)]
    furthest = sorted(
        (one for one in parts if one.count is not None), key=lambda one: -abs(one.moved)
    )
    context = {
        "release": found,
        "progress": found.progress,
        "tables": tables_of(figures),
        "furthest": [(question_of(one.indicator), one) for one in furthest[:DEVIATIONS]],
        "may_set": found.signed_by_id != request.user.pk,
    }
    return render(request, "monitor/release_preview.html", context)


@require_POST
@signs
def release_step(request: SignedInRequest, pk: uuid.UUID, how: str) -> HttpResponse:
    """Sign, or set what another signed."""
    found = release_of(request, pk)
    steps = {
        "tekenen": (found.sign, _("U hebt getekend. Nu moet een tweede persoon kijken.")),
        "vaststellen": (found.set, _("Vastgesteld. De gemeente ziet deze cijfers nu.")),
    }
    if how not in steps:
        raise Http404
    verb, done = steps[how]
    try:
        verb(request.user)
    except NotNow as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, done)
    return redirect("release_preview", found.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@signs
def release_refuse(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Give it back, with the reason."""
    found = release_of(request, pk)
    form = RefuseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            form.save(found, request.user)
        except NotNow as reason:
            messages.error(request, str(reason))
        else:
            messages.success(request, _("Teruggegeven. Iemand telt opnieuw."))
        return redirect("release_preview", found.pk)
    return render(request, "monitor/release_refuse.html", {"release": found, "form": form})


def release_of(request: SignedInRequest, pk: uuid.UUID) -> Release:
    return get_object_or_404(Release.objects.visible_to(request.user), pk=pk)
