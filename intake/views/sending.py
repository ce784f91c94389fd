"""A report on its way to the resident: read together, handed over, answered, on paper."""

import uuid
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from intake import letters
from intake.choices import Delivery
from intake.forms.conversations import ReactionForm, SendForm, may_go
from intake.models import Conversation
from intake.views.conversations import handles, visible
from intake.views.team import GROUND, do, posted
from wijkteam.access import look, looks
from wijkteam.requests import SignedInRequest


@handles
@require_http_methods(["GET", "HEAD", "POST"])
def report_send(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Read it together, write down what the resident thinks of it, and hand it over."""
    talk = get_object_or_404(visible(request), pk=pk)
    one = talk.request
    linked = list(one.linked(request.user).open())
    form = SendForm(posted(request), request=one, linked=linked)
    shown = [one.pk, *(row.pk for row in linked)]
    looks(request, part="verslag versturen", requests=shown, ground=GROUND)
    if request.method == "POST" and form.is_valid():
        done = do(
            request, _("De bewoner heeft het verslag."), lambda: _send_all(request, talk, form)
        )
        return redirect("request_close" if done else "report", one.pk if done else talk.pk)
    return render(request, "intake/team/report_send.html", {"form": form, "talk": talk, "one": one})


def _send_all(request: SignedInRequest, talk: Conversation, form: SendForm) -> None:
    """For everyone of the household that it holds for: all of them, or none."""
    chosen = form.cleaned_data
    with transaction.atomic():
        for other in form.others():
            _send(request, talk.copy_to(other, request.user), chosen)
        _send(request, talk, chosen)


def _send(request: SignedInRequest, talk: Conversation, chosen: dict[str, Any]) -> None:
    """Once: a second click finds it sent, and sends no second mail. Each of a household by a way
    that is safe for that one."""
    ways = [chosen["how"], Delivery.LETTER, Delivery.HAND]
    how = next(way for way in ways if may_go(talk.request, way))
    if not talk.send(request.user, how, chosen["reaction"], chosen["reaction_words"]):
        return
    if how == Delivery.MAIL:
        letters.report_ready(talk)
    elif how == Delivery.LETTER:
        letters.report_letter(talk)


@handles
@require_POST
def report_reaction(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """What the resident said of a report that was sent before."""
    talk = get_object_or_404(visible(request).sent(), pk=pk)
    form = ReactionForm(request.POST, request=talk.request)
    look(request, request_id=talk.request_id, part="verslag", act="reactie", ground=GROUND)
    if form.is_valid() and form.cleaned_data["reaction"]:
        chosen = form.cleaned_data
        if talk.react(chosen["reaction"], chosen["reaction_words"], by=request.user):
            messages.success(request, _("Bewaard: de reactie staat bij het verslag."))
        else:
            messages.info(request, _("Er stond al een reactie. Die is gebleven."))
        return redirect("report", talk.pk)
    context = {"talk": talk, "one": talk.request, "form": form}
    return render(request, "intake/team/report_sent.html", context)


@handles
@require_safe
def report_print(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The report on paper."""
    talk = get_object_or_404(visible(request).filter(held_at__isnull=False), pk=pk)
    look(request, request_id=talk.request_id, part="verslag", act="geprint", ground=GROUND)
    return render(request, "intake/team/report_print.html", {"talk": talk, "one": talk.request})
