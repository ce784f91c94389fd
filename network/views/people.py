"""Keeping warm: a visit logged in twenty seconds, and the people behind a place."""

import uuid
from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from network.forms.holders import HandOverForm
from network.forms.people import ContactMomentForm, PersonForm
from network.models import Vindplaats, VindplaatsContact
from network.querysets import DAYS_AHEAD
from network.views.gate import team_only
from wijkteam.requests import SignedInRequest


@require_http_methods(["GET", "POST"])
@team_only
def contact_log(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    place = get_object_or_404(Vindplaats.objects.visible_to(request.user), pk=pk)
    form = ContactMomentForm(request.POST or None)
    if form.is_valid():
        form.save(place, request.user)
        messages.success(request, _("Opgeschreven."))
        return redirect("vindplaats", pk)
    return render(request, "network/contact_log.html", {"form": form, "place": place})


@require_http_methods(["GET", "POST"])
@team_only
def person_add(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    place = get_object_or_404(Vindplaats.objects.visible_to(request.user), pk=pk)
    form = PersonForm(request.POST or None, instance=VindplaatsContact(vindplaats=place))
    if form.is_valid():
        form.save()
        messages.success(request, _("Bewaard."))
        return redirect("vindplaats", pk)
    return render(request, "network/person_edit.html", {"form": form, "place": place})


@require_http_methods(["GET", "POST"])
@team_only
def person_edit(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    people = VindplaatsContact.objects.visible_to(request.user).select_related("vindplaats")
    person = get_object_or_404(people, pk=pk)
    form = PersonForm(request.POST or None, instance=person)
    if form.is_valid():
        form.save()
        messages.success(request, _("Bewaard."))
        return redirect("vindplaats", person.vindplaats_id)
    context = {"form": form, "place": person.vindplaats, "person": person}
    return render(request, "network/person_edit.html", context)


@require_POST
@team_only
def person_leave(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    person = get_object_or_404(VindplaatsContact.objects.visible_to(request.user), pk=pk)
    person.leave()
    messages.success(request, _("Deze persoon staat niet meer bij de plek."))
    return redirect("vindplaats", person.vindplaats_id)


@require_safe
@team_only
def people_to_ask(request: SignedInRequest) -> HttpResponse:
    """Names at the own places that we may keep no longer than a month: may they stay?"""
    soon = timezone.localdate() + timedelta(days=DAYS_AHEAD)
    people = (
        VindplaatsContact.objects.visible_to(request.user).current().select_related("vindplaats")
    )
    people = people.filter(keep_until__lte=soon, vindplaats__holder=request.user)
    page = Paginator(people.order_by("keep_until", "pk"), 25).get_page(request.GET.get("page"))
    return render(request, "network/people_to_ask.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@team_only
def places_hand_over(request: SignedInRequest) -> HttpResponse:
    """All places of one colleague to another."""
    form = HandOverForm(request.user, request.POST if request.method == "POST" else None)
    if form.is_valid():
        number = form.save(request.user)
        words = _("%(number)s plekken gingen naar %(name)s.")
        messages.success(request, words % {"number": number, "name": form.cleaned_data["to"]})
        return redirect("vindplaatsen")
    return render(request, "network/hand_over.html", {"form": form})
