"""The timeline: writing in it, and correcting what stands there."""

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.choices import Part
from casework.forms.story import CorrectionForm, EntryForm
from casework.models import CaseFile, TimelineEntry
from casework.standing import Standing
from casework.views.doors import form_page, writes
from wijkteam.requests import SignedInRequest

FORM = ["GET", "HEAD", "POST"]


@writes
@require_http_methods(FORM)
def entry_write(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    one = get_object_or_404(CaseFile.objects.writable_by(request.user), pk=pk)
    standing = Standing.of(request.user, one)
    form = EntryForm(request.POST or None, case_file=one, standing=standing)
    return form_page(
        request,
        form,
        heading=_("Schrijf iets"),
        button=_("Opschrijven"),
        done=_("Het staat in het verhaal."),
        part=Part.STORY,
        to="#verhaal",
    )


@writes
@require_http_methods(FORM)
def entry_correct(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The first text is never changed; the better one stands beside it."""
    visible = TimelineEntry.objects.visible_to(request.user).writable_by(request.user)
    entry = get_object_or_404(visible.select_related("case_file"), pk=pk)
    standing = Standing.of(request.user, entry.case_file)
    form = CorrectionForm(
        request.POST or None, entry=entry, case_file=entry.case_file, standing=standing
    )
    return form_page(
        request,
        form,
        heading=_("Verbeteren"),
        button=_("Ernaast zetten"),
        done=_("De verbetering staat naast de eerste tekst."),
        part=Part.STORY,
        to="#verhaal",
        quote=entry.words,
    )
