"""Around one gathering: guests, promises, and signals that were told there."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from network.forms.gatherings import GuestFilter, NewGuestForm, PromiseForm
from network.forms.told import TOLD
from network.models import Promise, VindplaatsContact
from network.views.gate import team_only
from network.views.gatherings import FORM, own_gathering
from network.views.looks import log_signals
from wijkteam.requests import SignedInRequest, after

ADD = "network/gathering_add.html"


@require_http_methods(FORM)
@team_only
def guests(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Whom we ask, and who was there: one button per person, one page of people at a time."""
    gathering = own_gathering(request, pk)
    people = VindplaatsContact.objects.visible_to(request.user).current()
    form = GuestFilter(request.GET)
    if request.method == "POST":
        chosen = people.filter(pk__in=_uuids(request.POST.getlist("wie")))
        for person in chosen.select_related("vindplaats"):
            if request.POST.get("deed") == "was er":
                gathering.was_there(person, request.user)
            else:
                gathering.invite(person)
        messages.success(request, _("Bewaard."))
        return redirect(request.get_full_path())
    found = form.narrow(people).select_related("vindplaats").order_by("vindplaats__name", "name")
    page = Paginator(found.distinct(), 30).get_page(request.GET.get("page"))
    known = {guest.contact_id: guest for guest in gathering.guests.all()}
    rows = [(person, known.get(person.pk)) for person in page]
    context = {"gathering": gathering, "filter": form, "page": page, "rows": rows}
    return render(request, "network/guests.html", context)


def _uuids(values: list[str]) -> list[uuid.UUID]:
    """What of these is a key; anything else was not on the page."""
    found = []
    for value in values[:200]:
        try:
            found.append(uuid.UUID(value))
        except ValueError:
            continue
    return found


@require_http_methods(FORM)
@team_only
def guest_new(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Somebody we did not know yet came along."""
    gathering = own_gathering(request, pk)
    form = NewGuestForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        form.save(gathering, request.user)
        messages.success(request, _("Bewaard. Deze persoon staat nu ook bij de plek."))
        return redirect("gathering", pk)
    context = {"heading": _("Iemand die wij nog niet kenden"), "keep": "guest_new"}
    return render(request, ADD, context | {"form": form, "gathering": gathering})


@require_http_methods(FORM)
@team_only
def promise_add(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    gathering = own_gathering(request, pk)
    posted = request.POST if request.method == "POST" else None
    form = PromiseForm(gathering, request.user, posted)
    if form.is_valid():
        form.save(gathering)
        messages.success(request, _("De afspraak staat erbij."))
        return redirect("gathering", pk)
    context = {"heading": _("Afspraak erbij"), "keep": "promise_add"}
    return render(request, ADD, context | {"form": form, "gathering": gathering})


@require_POST
@team_only
def promise_done(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    promises = Promise.objects.visible_to(request.user).select_related("gathering")
    promise = get_object_or_404(promises, pk=pk)
    own_gathering(request, promise.gathering_id)
    promise.finish()
    messages.success(request, _("Klaar."))
    return redirect(after(request, reverse("gathering", args=[promise.gathering_id])))


@require_http_methods(FORM)
@team_only
def gathering_told(request: SignedInRequest, pk: uuid.UUID, about: str) -> HttpResponse:
    """A signal from one of the guests."""
    gathering = own_gathering(request, pk)
    if about not in TOLD:
        raise Http404
    people = VindplaatsContact.objects.visible_to(request.user).current()
    people = people.filter(invitations__gathering=gathering).distinct()
    form = TOLD[about](people, request.POST if request.method == "POST" else None)
    if form.is_valid():
        log_signals(request, [form.note(request.user, gathering)], "opgeschreven")
        messages.success(request, _("Opgeschreven. Wie het vertelde, hoort wat ervan kwam."))
        return redirect("gathering", pk)
    context = {"form": form, "gathering": gathering, "about": about, "nobody": not people.exists()}
    return render(request, "network/signal_told.html", context)
