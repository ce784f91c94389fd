"""The resident's own words beside those of others."""

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.choices import Part
from casework.forms.own_words import BesideForm
from casework.models import TimelineEntry
from casework.standing import Standing
from casework.views.doors import form_page, writes_own
from wijkteam.requests import SignedInRequest

FORM = ["GET", "HEAD", "POST"]


@writes_own
@require_http_methods(FORM)
def own_beside(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """How the resident sees it, beside what somebody wrote."""
    visible = TimelineEntry.objects.visible_to(request.user).filter(corrects=None)
    entry = get_object_or_404(visible.select_related("case_file"), pk=pk)
    standing = Standing.of(request.user, entry.case_file)
    form = BesideForm(
        request.POST or None, entry=entry, case_file=entry.case_file, standing=standing
    )
    return form_page(
        request,
        form,
        heading=_("Uw woorden ernaast"),
        button=_("Ernaast zetten"),
        done=_("Uw woorden staan ernaast."),
        part=Part.STORY,
        to="#verhaal",
        quote=entry.words,
    )
