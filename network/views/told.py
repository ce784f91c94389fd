"""Signals that reach us without an account: told to a colleague, or sent with a one-time link."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from network.forms.told import TOLD
from network.models import Signal, SignalLink, Vindplaats, VindplaatsContact
from network.views.gate import team_only
from network.views.looks import log_signals
from network.views.own_signals import FORMS
from wijkteam import database
from wijkteam.envelopes import link_to
from wijkteam.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@team_only
def signal_told(request: SignedInRequest, pk: uuid.UUID, about: str) -> HttpResponse:
    """Somebody of this place called, or told it at a visit."""
    place = get_object_or_404(Vindplaats.objects.visible_to(request.user), pk=pk)
    if about not in TOLD:
        raise Http404
    people = VindplaatsContact.objects.visible_to(request.user).current().filter(vindplaats=place)
    wijk = place.neighbourhoods.first()
    initial = {"neighbourhood": wijk.code if wijk else "", "contact": people.first()}
    form = TOLD[about](people, request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        signal = form.note(request.user)
        log_signals(request, [signal], "opgeschreven")
        messages.success(request, _("Opgeschreven. Wie het vertelde, hoort wat ervan kwam."))
        seen = Signal.objects.visible_to(request.user).filter(pk=signal.pk).exists()
        return redirect("signal_detail", signal.pk) if seen else redirect("vindplaats", pk)
    context = {"form": form, "place": place, "about": about, "nobody": not people.exists()}
    return render(request, "network/signal_told.html", context)


@require_POST
@team_only
def link_make(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """A link for one signal. The page shows it this once; it is mailed when there is an address."""
    people = VindplaatsContact.objects.visible_to(request.user).current()
    person = get_object_or_404(people.select_related("vindplaats"), pk=pk)
    link = link_to("signal_link", SignalLink.make(person, request.user))
    return render(request, "network/link_made.html", {"person": person, "link": link})


SHOWN = ("id", "kind", "status", "sent_at", "due", "feedback", "answered_at")


@login_not_required
@never_cache
@require_safe
def signal_link(request: HttpRequest, token: str) -> HttpResponse:
    """With the link: two ways to pass something on, or what came of what was sent.

    The link opens the same for everyone, so that also who is signed in reads as a stranger.
    """
    with database.role("public"):
        link = SignalLink.open(token)
        sender = link.sender() if link else None
        sent = Signal.objects.filter(signallink=link).only(*SHOWN).first() if link else None
    if not (sender or sent):
        return render(request, "network/link_ended.html", status=404)
    if sent:
        log_signals(request, [sent], "bekeken")
    context = {"token": token, "sender": sender, "signal": sent}
    return render(request, "network/signal_link.html", context)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def signal_link_send(request: HttpRequest, token: str, about: str) -> HttpResponse:
    """The same two forms as with an account."""
    signal = None
    with database.role("public"):
        link = SignalLink.open(token)
        sender = link.sender() if link else None
        wijk = sender.neighbourhood if sender else None
        initial = {"neighbourhood": wijk.code if wijk else ""}
        posted = request.POST if request.method == "POST" else None
        form = FORMS[about](posted, initial=initial) if about in FORMS else None
        if link and sender and form and form.is_valid():
            signal = form.send_with(link, sender)
    if link is None or form is None:
        return render(request, "network/link_ended.html", status=404)
    if signal:
        log_signals(request, [signal], "doorgegeven")
    if sender is None or form.is_valid():
        return redirect("signal_link", token)
    context = {"form": form, "place": sender.place, "about": about, "back": token}
    return render(request, "network/signal_send.html", context)
