"""The team's side of a signal: see it, pick it up, answer it."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from network import letters
from network.forms.answering import AnswerForm, SignalFilter
from network.forms.told import StepForm
from network.models import Signal, SignalStep
from network.views.gate import team_only
from network.views.looks import log_signals
from network.workflow import IllegalMove
from wijkteam.requests import SignedInRequest

WITH = (
    "vindplaats", "contact", "neighbourhood", "noted_by", "gathering", "picked_up_by",
    "answered_by", "team",
)  # fmt: skip


@require_safe
@team_only
def signals(request: SignedInRequest) -> HttpResponse:
    """Signals without names or stories; those stand on the page of one signal, which is logged."""
    form = SignalFilter(request.GET)
    found = form.narrow(Signal.objects.visible_to(request.user), request.user)
    found = found.needing_attention_first().select_related(*WITH)
    page = Paginator(found, 25).get_page(request.GET.get("page"))
    return render(request, "network/signals.html", {"filter": form, "page": page})


@require_http_methods(["GET", "POST"])
@team_only
def signal_detail(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """One signal, and the answer to it. Without an answer it cannot be closed."""
    signal = get_object_or_404(Signal.objects.visible_to(request.user).select_related(*WITH), pk=pk)
    log_signals(request, [signal], "gewijzigd" if request.method == "POST" else "bekeken")
    form = AnswerForm(request.POST or None)
    steps = SignalStep.objects.visible_to(request.user).filter(signal=signal).select_related("by")
    if form.is_valid():
        try:
            signal.answer(request.user, form.cleaned_data["feedback"])
        except IllegalMove:
            form.add_error(
                None, _("Dit signaal is niet in behandeling. Uw antwoord is niet verstuurd.")
            )
        else:
            messages.success(request, _("Beantwoord. De afzender hoort ervan."))
            return redirect("signal_detail", pk)
    calls = letters.for_somebody(request.user).filter(about_id=pk)
    context = {
        "signal": signal, "form": form, "step_form": StepForm(), "steps": steps, "calls": calls
    }  # fmt: skip
    return render(request, "network/signal_detail.html", context)


@require_POST
@team_only
def signal_pick_up(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    signal = get_object_or_404(Signal.objects.visible_to(request.user), pk=pk)
    log_signals(request, [signal], "gewijzigd")
    try:
        signal.pick_up(request.user)
    except IllegalMove:
        messages.warning(request, _("Een collega pakte dit signaal al op."))
    else:
        messages.success(request, _("U pakt dit signaal op."))
    return redirect("signal_detail", pk)


@require_POST
@team_only
def signal_take_over(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The colleague who picked it up is away; the clock runs on."""
    signal = get_object_or_404(Signal.objects.visible_to(request.user), pk=pk)
    log_signals(request, [signal], "gewijzigd")
    signal.take_over(request.user)
    messages.success(request, _("U ziet er nu op toe dat er antwoord komt."))
    return redirect("signal_detail", pk)
