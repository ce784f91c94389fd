"""Requests of one household beside each other, and a request on somebody's own page."""

import uuid

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from intake.forms.links import LinkForm, OwnPageForm
from intake.models import ConversationRequest
from intake.views.team import GROUND, do, posted
from wijkteam.access import look, looks
from wijkteam.requests import SignedInRequest

handles = permission_required("intake.handle_request", raise_exception=True)


@handles
@require_http_methods(["GET", "HEAD", "POST"])
def request_link(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Which other request is of the same household? Both stay as they are."""
    one = get_object_or_404(ConversationRequest.objects.visible_to(request.user), pk=pk)
    form = LinkForm(posted(request), one=one, by=request.user)
    linked = list(one.linked(request.user))
    shown = [one.pk, *(row.pk for row in [*linked, *form.seen])]
    looks(request, part="koppelen", requests=list(dict.fromkeys(shown)), ground=GROUND)
    if request.method == "POST" and form.is_valid():
        do(request, _("De verzoeken zijn gekoppeld."), lambda: form.save(request.user))
        return redirect("request_detail", one.pk)
    context = {"form": form, "one": one, "linked": linked}
    return render(request, "intake/team/link.html", context)


@handles
@require_POST
def request_unlink(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """They were not of one household after all."""
    visible = ConversationRequest.objects.visible_to(request.user)
    one = get_object_or_404(visible, pk=pk)
    look(request, request_id=one.pk, part="koppelen", act="los", ground=GROUND)
    other = one.linked(request.user).filter(reference=request.POST.get("nummer", "")[:8]).first()
    if other:
        do(request, _("De verzoeken zijn los van elkaar."), lambda: one.unlink(other, request.user))
    return redirect("request_link", one.pk)


@handles
@require_http_methods(["GET", "HEAD", "POST"])
def request_own_page(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """For whoever asked without e-mail and has an own page by now."""
    one = get_object_or_404(ConversationRequest.objects.visible_to(request.user), pk=pk)
    form = OwnPageForm(posted(request), by=request.user)
    look(request, request_id=one.pk, part="eigen pagina", ground=GROUND)
    if request.method == "POST" and form.is_valid():
        done = _("Het verzoek staat nu op die eigen pagina.")
        do(request, done, lambda: form.save(one, request.user))
        return redirect("request_detail", one.pk)
    return render(request, "intake/team/own_page.html", {"form": form, "one": one})
