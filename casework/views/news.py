"""How often a mail about what is new, and who is busy in this plan right now."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.choices import News
from casework.forms.news import NewsForm
from casework.models import CaseFile, NewsWish
from casework.presence import busy_in, here, stamp_of
from casework.views.doors import reads, reads_own
from wijkteam.access import no_family
from wijkteam.requests import SignedInRequest

FORM = ["GET", "HEAD", "POST"]


@reads
@require_http_methods(FORM)
def news_wish(request: SignedInRequest) -> HttpResponse:
    return wish_page(request, "news_wish", "case_files")


@reads_own
@require_http_methods(FORM)
def own_news_wish(request: SignedInRequest) -> HttpResponse:
    return wish_page(request, "own_news_wish", "own_plan")


def wish_page(request: SignedInRequest, name: str, back: str) -> HttpResponse:
    """One question. It is about one's own mail; no family is read."""
    initial = {"how": NewsWish.of(request.user)}
    form = NewsForm(request.POST if request.method == "POST" else None, initial=initial)
    no_family(request)
    if form.is_valid():
        form.save(request.user)
        never = _("Bewaard. U krijgt geen mail over nieuws.")
        is_never = form.cleaned_data["how"] == News.NEVER
        messages.success(request, never if is_never else _("Bewaard. Zo vaak krijgt u een mail."))
        return redirect(name)
    return render(request, "casework/news_wish.html", {"form": form, "back": back})


@reads
@require_safe
def presence(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Asked every 15 seconds by an open page. Nothing new: 204, and the page stays as it is.

    `gezien` is what the page shows now: who was here, and how the file stood.
    """
    one = get_object_or_404(CaseFile.objects.visible_to(request.user), pk=pk)
    no_family(request)  # names of colleagues at this table, nothing of the family
    busy, since = here(one, request.user), request.GET.get("sinds", "")
    is_changed = since != stamp_of(one)
    seen = f"{','.join(busy)}|{is_changed}"
    if seen == request.GET.get("gezien"):
        return HttpResponse(status=204)
    context = {"case_file": one, "busy": busy, "since": since, "is_changed": is_changed}
    return render(request, "casework/_presence.html", context | {"seen": seen})


@reads_own
@require_safe
def own_presence(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The resident sees who is busy in the own plan; that the resident looks, is seen by nobody."""
    one = get_object_or_404(CaseFile.objects.visible_to(request.user), pk=pk)
    no_family(request)  # names of whoever sits at this table
    busy = busy_in(one)
    if ",".join(busy) == request.GET.get("gezien"):
        return HttpResponse(status=204)
    return render(request, "casework/_own_presence.html", {"case_file": one, "busy": busy})
