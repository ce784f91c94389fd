"""What one person of a house keeps to themselves: who at home reads the own goals."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.choices import Part
from casework.consent import Deciding
from casework.forms.home import OwnReadersForm
from casework.models import CaseFile
from casework.views.doors import FORM, form_of, form_page, writes_own
from wijkteam.requests import SignedInRequest


@writes_own
@require_http_methods(FORM)
def own_readers(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """For who may decide it; in a house that is kept apart nobody reads it, and that stays so."""
    plans = CaseFile.objects.visible_to(request.user).filter(is_apart=False)
    plan = get_object_or_404(plans.select_related("household"), pk=pk)
    deciding = Deciding.of(plan.household)
    me = deciding.own(request.user)
    if me is None or not deciding.may_keep(me):
        raise Http404
    form = form_of(request, OwnReadersForm, plan, deciding=deciding, me=me)
    return form_page(
        request,
        form,
        heading=_("Wat alleen van u is"),
        button=_("Bewaren"),
        done=_("Zo is het nu. U kunt het altijd veranderen."),
        part=Part.SHARING,
        to=reverse("own_sharing", args=[plan.pk]),
        template="casework/own_readers.html",
    )
