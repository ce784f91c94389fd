"""Who has no e-mail is called: about a signal that was answered, or a gathering."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from network import letters
from network.models import Signal
from network.views.gate import team_only
from network.views.looks import log_signals
from wijkteam.models import OutboxMessage
from wijkteam.requests import SignedInRequest


@require_safe
@team_only
def call(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """On to the signal or the gathering, where stands what to say."""
    message = get_object_or_404(letters.for_somebody(request.user), pk=pk)
    return redirect(f"{_page_of(message, _signal_of(request, message))}#bellen")


@require_POST
@team_only
def call_done(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """A colleague called. Who comes back later finds it gone."""
    message = get_object_or_404(letters.for_somebody(request.user), pk=pk)
    signal = _signal_of(request, message)
    log_signals(request, [signal] if signal else [], "gewijzigd")
    letters.called(message)
    messages.success(request, _("Bewaard: dit is gedaan."))
    if request.POST.get("from") == "day":
        return redirect("day")
    return redirect(_page_of(message, signal))


def _signal_of(request: SignedInRequest, message: OutboxMessage) -> Signal | None:
    return Signal.objects.visible_to(request.user).filter(pk=message.about_id).first()


def _page_of(message: OutboxMessage, signal: Signal | None) -> str:
    return reverse("signal_detail" if signal else "gathering", args=[message.about_id])
