"""After the request: an own plan in time, a photo of a letter, and who may read them."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intake.forms.additions import FORMS
from intake.models import Addition, ConversationRequest
from intake.models.additions import own_plan_until
from intake.views.own import GROUND as OWN_GROUND
from intake.views.state import GROUND, of_own_request
from intake.workflow import Refused
from wijkteam import files
from wijkteam.access import look
from wijkteam.requests import SignedInRequest

TEAM_GROUND = "verzoek van de eigen wijk"


@of_own_request
@require_http_methods(["GET", "HEAD", "POST"])
def hand_in(request: HttpRequest, asked: ConversationRequest, what: str) -> HttpResponse:
    """From the page where the request stands: opened by the number and a second fact."""
    if what not in FORMS:
        raise Http404
    form = FORMS[what](request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            form.save(asked)
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            look(request, part="bijlage", act="toegevoegd", request_id=asked.pk, ground=GROUND)
            messages.success(request, _("Dank u wel. Uw team leest het voor het gesprek."))
            return redirect("state")
    values = {"form": form, "what": what, "until": own_plan_until(asked)}
    return render(request, "intake/public/hand_in.html", values)


@never_cache
@permission_required("intake.view_own_page", raise_exception=True)
@require_safe
def own_addition(request: SignedInRequest, pk: uuid.UUID) -> HttpResponseBase:
    """What I handed in, back to me."""
    return _streamed(request, pk, OWN_GROUND)


@never_cache
@permission_required("intake.handle_request", raise_exception=True)
@require_safe
def request_addition(request: SignedInRequest, pk: uuid.UUID) -> HttpResponseBase:
    """For the team that holds the request."""
    return _streamed(request, pk, TEAM_GROUND)


def _streamed(request: SignedInRequest, pk: uuid.UUID, ground: str) -> HttpResponseBase:
    """The row first, then the log, then the file."""
    one = get_object_or_404(Addition.objects.visible_to(request.user).with_file(), pk=pk)
    look(request, part="bijlage", request_id=one.request_id, ground=ground)
    try:
        file = one.file.open()
    except FileNotFoundError as error:
        raise Http404 from error
    return files.send(file, one.name, one.content_type, inline=True)
