"""The register of vindplaatsen: the list, one place, adding, changing and stopping."""

import uuid
from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from network.forms.people import ContactMomentForm, RetireForm
from network.forms.place import VindplaatsForm
from network.forms.register import RegisterFilter, VindplaatsAddForm
from network.models import ContactMoment, Signal, Vindplaats, VindplaatsContact
from network.querysets import works_in_team
from network.views.gate import team_only
from wijkteam.requests import SignedInRequest

A_PAGE = 25


@require_safe
@permission_required("network.view_register", raise_exception=True)
def vindplaatsen(request: SignedInRequest) -> HttpResponse:
    """The register, what needs attention first."""
    form = RegisterFilter(request.GET)
    places = form.narrow(Vindplaats.objects.visible_to(request.user), request.user)
    places = places.needing_attention_first(timezone.localdate()).for_list()
    page = Paginator(places, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filter": form,
        "page": page,
        "shown_until": form.asked().get("tot") or timezone.now(),
        "signals": signals_waiting(request),
        "may_change": works_in_team(request.user),
    }
    return render(request, "network/vindplaatsen.html", context)


def signals_waiting(request: SignedInRequest) -> int:
    """How many signals of the own neighbourhoods wait for an answer."""
    return Signal.objects.visible_to(request.user).of_teams_of(request.user).open().count()


@require_safe
@permission_required("network.view_register", raise_exception=True)
def vindplaats(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """One place: what it is, who we know there, and when we spoke."""
    places = Vindplaats.objects.visible_to(request.user).select_related(
        "holder", "substitute", "organisation"
    )
    place = get_object_or_404(places, pk=pk)
    moments = ContactMoment.objects.visible_to(request.user).filter(vindplaats=place)
    people = VindplaatsContact.objects.visible_to(request.user).filter(vindplaats=place)
    signals = Signal.objects.visible_to(request.user).filter(vindplaats=place)
    context = {
        "place": place,
        "people": people.current(),
        "signals": signals.needing_attention_first()[:10],
        "heard": moments.by_domain(timezone.now() - timedelta(days=365)),
        "page": Paginator(moments.select_related("by"), 10).get_page(request.GET.get("page")),
        "form": ContactMomentForm(),
        "may_change": works_in_team(request.user),
    }
    return render(request, "network/vindplaats.html", context)


@require_http_methods(["GET", "POST"])
@team_only
def vindplaats_add(request: SignedInRequest) -> HttpResponse:
    asked = {"name": request.GET.get("naam", "")[:120].replace("\x00", "")}
    form = VindplaatsAddForm(request.POST or None, initial=asked)
    if form.is_valid():
        pk = form.save(request.user)
        messages.success(request, _("De plek staat in het register. U houdt het contact."))
        return redirect("vindplaats", pk)
    return render(request, "network/vindplaats_add.html", {"form": form})


@require_safe
@team_only
def vindplaatsen_alike(request: SignedInRequest) -> HttpResponse:
    """While a name is typed: places that it may well be."""
    words = request.GET.get("name", "")[:120].replace("\x00", "")
    places = Vindplaats.objects.visible_to(request.user).alike(words)[:5]
    return render(request, "network/_alike.html", {"places": places})


@require_http_methods(["GET", "POST"])
@team_only
def vindplaats_edit(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    places = Vindplaats.objects.visible_to(request.user).select_for_update()
    place = get_object_or_404(places, pk=pk)
    form = VindplaatsForm(request.POST or None, instance=place)
    if form.is_valid():
        form.save()
        messages.success(request, _("Bewaard."))
        return redirect("vindplaats", pk)
    return render(request, "network/vindplaats_edit.html", {"form": form, "place": place})


@require_http_methods(["GET", "POST"])
@team_only
def vindplaats_retire(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    place = get_object_or_404(Vindplaats.objects.visible_to(request.user), pk=pk)
    form = RetireForm(request.POST or None)
    if form.is_valid():
        form.save(place, request.user)
        messages.success(request, _("De plek is gestopt. Alles blijft bewaard."))
        return redirect("vindplaats", pk)
    return render(request, "network/vindplaats_retire.html", {"form": form, "place": place})


@require_POST
@team_only
def vindplaats_bring_back(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    place = get_object_or_404(Vindplaats.objects.visible_to(request.user), pk=pk)
    place.bring_back()
    messages.success(request, _("De plek doet weer mee."))
    return redirect("vindplaats", pk)
