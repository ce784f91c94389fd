"""My case files, one of them, and its closing."""

import uuid

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.choices import Act, Part
from casework.forms.base import CLOSED
from casework.forms.files import CloseForm, FileSearch, ReopenForm
from casework.forms.home import ApartForm
from casework.friction import Friction
from casework.lists import rows_of
from casework.models import (
    CaseFile,
    CaseFileUserObjectPermission,
    Emergency,
    Signpost,
)
from casework.opening import opened
from casework.page import FilePage
from casework.presence import stamp_of
from casework.views.doors import already, did, form_of, form_page, looked_at, noted, reads, writes
from casework.views.log import log_page
from casework.views.story import story_of
from wijkteam.access import looks, no_family
from wijkteam.models import AccessLog
from wijkteam.requests import SignedInRequest

FILES = 25
FORM = ["GET", "HEAD", "POST"]


@reads
@require_safe
def case_files(request: SignedInRequest) -> HttpResponse:
    """The files at whose table I sit, newest change first."""
    search = FileSearch(request.GET)
    found = search.narrow(request.user).newest_first().select_related("household", "team")
    page = Paginator(found, FILES).get_page(request.GET.get("page"))
    act = Act.SEARCHED if search.cleaned_data.get("zoek") else Act.LOOKED
    households = [case_file.household_id for case_file in page]
    looks(request, part=Part.LIST.value, act=act.value, households=households)
    rows = rows_of(list(page), request.user, timezone.localdate())
    context = {"search": search, "page": page, "rows": rows}
    context["shielded"] = CaseFileUserObjectPermission.objects.shielded(request.user).count()
    return render(request, "casework/case_files.html", context)


@reads
@require_safe
def case_file(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The whole page: who, what is new, the plan, the story."""
    found = opened(request.user, pk)
    if found is None:
        return shielded_page(request, pk)
    one, rights = found
    page = FilePage(one, request.user, looked_at(request, one), rights)
    context = {"page": page, "case_file": one, "standing": page.standing}
    context["friction"] = friction = Friction(page)
    story = story_of(request, page)
    news = page.news(story.entries, friction.happened())
    context |= {"story": story, "news": news, "stamp": stamp_of(one)}
    return render(request, "casework/case_file.html", context)


def shielded_page(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Whoever sits at this table hears that it is restricted, whom to call, and the way in acute
    danger; for others there is nothing here."""
    kept = CaseFileUserObjectPermission.objects.shielded(request.user)
    get_object_or_404(kept, content_object=pk)
    no_family(request)
    signpost = None
    if request.user.has_perm("casework.break_glass"):
        household = Emergency.kept_from_me().get(pk)
        signpost = Signpost.objects.to_call().filter(pk=household).first()
    return render(request, "casework/shielded.html", {"signpost": signpost}, status=403)


@writes
@require_http_methods(FORM)
def case_file_close(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The outcome in the resident's words; then everyone stands up."""
    one = get_object_or_404(CaseFile.objects.coordinated_by(request.user), pk=pk)
    if one.closed_at:
        return already(request, one, str(CLOSED))
    form = form_of(request, CloseForm, one)
    return form_page(
        request,
        form,
        heading=_("Het dossier afsluiten"),
        button=_("Afsluiten"),
        done=_("Het dossier is afgesloten. Alles wat met anderen werd gedeeld, stopt nu."),
        part=Part.CLOSING,
        template="casework/close.html",
    )


@writes
@require_http_methods(FORM)
def case_file_reopen(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The same file goes on where it stopped."""
    one = get_object_or_404(CaseFile.objects.coordinated_by(request.user), pk=pk)
    if one.closed_at is None:
        return already(request, one, _("Dit dossier is al open."))
    form = ReopenForm(request.POST or None)
    noted(request, one, Part.CLOSING, Act.CHANGED if request.method == "POST" else Act.LOOKED)
    if request.method == "POST" and form.is_valid():
        did(request, lambda: form.save(one, request.user), _("Het dossier is weer open."))
        return redirect("case_file", one.pk)
    return render(request, "casework/reopen.html", {"form": form, "case_file": one})


@writes
@require_http_methods(FORM)
def case_file_apart(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Whether people in this house read each other's part."""
    one = get_object_or_404(CaseFile.objects.coordinated_by(request.user), pk=pk)
    if one.closed_at:
        return already(request, one, str(CLOSED))
    form = form_of(request, ApartForm, one, initial={"apart": "yes" if one.is_apart else "no"})
    return form_page(
        request,
        form,
        heading=_("Wie in huis leest wat"),
        button=_("Bewaren"),
        done=_("Bewaard. Het werkt meteen."),
        part=Part.HOME,
        template="casework/apart.html",
    )


@reads
@require_safe
def case_file_log(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Who looked in this file: for its coordinator."""
    one = get_object_or_404(CaseFile.objects.coordinated_by(request.user), pk=pk)
    noted(request, one, Part.LOG)
    rows = AccessLog.objects.filter(household_id=one.household_id)
    context = {"case_file": one, "page": log_page(request, rows)}
    return render(request, "casework/log.html", context)
