"""Moments that the team proposes: offered, and picked over the phone."""

import uuid

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from intake import letters
from intake.forms.proposals import ChooseForm, ProposeForm
from intake.models import ConversationRequest, Proposal
from intake.models.agenda import Busy
from intake.views.team import GROUND, do, posted
from wijkteam.access import look
from wijkteam.requests import SignedInRequest

handles = permission_required("intake.handle_request", raise_exception=True)


@handles
@require_http_methods(["GET", "HEAD", "POST"])
def request_propose(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Two or three moments at once; the resident picks one."""
    one = get_object_or_404(ConversationRequest.objects.visible_to(request.user), pk=pk)
    made = Proposal(
        request=one, professional=request.user, place=one.place, address=one.address, moments=[]
    )
    form = ProposeForm(posted(request), instance=made)
    look(request, request_id=one.pk, part="momenten voorstellen", ground=GROUND)
    if request.method == "POST" and form.is_valid():
        done = _("De momenten zijn voorgesteld.")
        try:
            do(request, done, lambda: letters.proposed(made, made.offer(request.user)), (Busy,))
            return redirect("request_detail", one.pk)
        except Busy as reason:
            form.refuse(reason)
    return render(request, "intake/team/propose.html", {"form": form, "one": one})


@handles
@require_POST
def proposal_choose(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """What the resident said over the phone."""
    visible = Proposal.objects.visible_to(request.user).select_related("request__team")
    made = get_object_or_404(visible, pk=pk)
    form = ChooseForm(request.POST, proposal=made, with_none=False)
    look(request, request_id=made.request_id, part="moment gekozen", ground=GROUND)
    if form.is_valid():
        moment = form.picked()

        def choose() -> None:
            if moment:
                letters.planned(made.choose(moment, by=request.user))

        do(request, _("Het gesprek staat op de kalender."), choose)
    return redirect("request_detail", made.request_id)
