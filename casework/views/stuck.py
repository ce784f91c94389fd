"""What left the files: the team lead sends it on, the municipality answers. No family in sight."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.forms.stuck import ForwardForm, ReplyForm
from casework.models import ForwardedStuckPoint
from casework.workflow import Refused
from wijkteam.requests import SignedInRequest

FORM = ["GET", "HEAD", "POST"]
ROWS = 25
forwards = permission_required("casework.forward_stuck_points", raise_exception=True)
answers = permission_required("casework.answer_stuck_points", raise_exception=True)


@forwards
@require_safe
def stuck_forward(request: SignedInRequest) -> HttpResponse:
    """For the team lead: what is ready to go, what waits for an answer, what came back."""
    return listed(request, "casework/stuck_forward.html")


@answers
@require_safe
def stuck_inbox(request: SignedInRequest) -> HttpResponse:
    """For the municipality: where the work of the teams is stuck, the oldest first."""
    return listed(request, "casework/stuck_inbox.html")


def listed(request: SignedInRequest, template: str) -> HttpResponse:
    mine = ForwardedStuckPoint.objects.visible_to(request.user).select_related("team")
    done = Paginator(mine.answered().order_by("-replied_at"), ROWS)
    context = {
        "ready": mine.ready().order_by("pk"),
        "waiting": mine.waiting().order_by("due", "forwarded_at"),
        "page": done.get_page(request.GET.get("page")),
    }
    return render(request, template, context)


@forwards
@require_http_methods(FORM)
def stuck_forward_one(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    ready = ForwardedStuckPoint.objects.visible_to(request.user).ready()
    stuck = get_object_or_404(ready.select_related("team"), pk=pk)
    return asked(
        request, stuck, ForwardForm(request.POST or None), "stuck_forward",
        heading=_("Vastloper doorsturen"), button=_("Doorsturen"),
        done=_("Doorgestuurd. De klok loopt."),
    )  # fmt: skip


@answers
@require_http_methods(FORM)
def stuck_reply(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    waiting = ForwardedStuckPoint.objects.visible_to(request.user).waiting()
    stuck = get_object_or_404(waiting.select_related("team"), pk=pk)
    return asked(
        request, stuck, ReplyForm(request.POST or None), "stuck_inbox",
        heading=_("Antwoord geven"), button=_("Antwoord versturen"),
        done=_("Uw antwoord is bij het wijkteam."),
    )  # fmt: skip


def asked(
    request: SignedInRequest, stuck: ForwardedStuckPoint, form: Any, back: str, *, done: str,
    **context: str,
) -> HttpResponse:  # fmt: skip
    """The form, or its verb; what was typed stays when it is refused."""
    sent = request.method == "POST" and form.is_valid()
    if sent and carried(form, lambda: form.save(stuck, request.user)):
        messages.success(request, done)
        return redirect(back)
    return render(
        request, "casework/stuck_form.html", {"stuck": stuck, "form": form, "back": back, **context}
    )


def carried(form: Any, verb: Callable[[], None]) -> bool:
    try:
        verb()
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
