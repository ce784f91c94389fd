"""The clocks of one request: let them stand still for a reason, and go on."""

import uuid

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from intake.forms.clocks import PauseForm
from intake.models import ConversationRequest
from intake.views.team import GROUND, do, posted
from wijkteam.access import look
from wijkteam.requests import SignedInRequest

handles = permission_required("intake.handle_request", raise_exception=True)


@handles
@require_http_methods(["GET", "HEAD", "POST"])
def request_pause(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The resident asked to wait: the days until it goes on do not count."""
    one = get_object_or_404(ConversationRequest.objects.visible_to(request.user), pk=pk)
    form = PauseForm(posted(request))
    look(request, request_id=one.pk, part="klok", ground=GROUND)
    if request.method == "POST" and form.is_valid():
        do(request, _("De klok staat stil."), lambda: form.save(one, request.user))
        return redirect("request_detail", one.pk)
    return render(request, "intake/team/pause.html", {"form": form, "one": one})


@handles
@require_POST
def request_resume(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The clocks go on, with the days added that they stood still."""
    one = get_object_or_404(ConversationRequest.objects.visible_to(request.user), pk=pk)
    do(request, _("De klok loopt weer."), lambda: one.resume(request.user))
    look(request, request_id=one.pk, part="klok", act="loopt weer", ground=GROUND)
    return redirect("request_detail", one.pk)
