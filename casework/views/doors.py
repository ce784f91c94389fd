"""What every page about one case file shares: who may, who looked, and a refusal in words."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRefresh

from casework.choices import Act, Part
from casework.forms.base import CLOSED, CaseForm
from casework.models import CaseFile, LastLook
from casework.models.looks import Look
from casework.standing import Standing
from casework.workflow import Refused, SentTwice
from wijkteam.access import look, looking
from wijkteam.requests import SignedInRequest

AForm = TypeVar("AForm", bound=CaseForm)
View = Callable[..., HttpResponseBase]
FORM = ["GET", "HEAD", "POST"]
reads = permission_required("casework.view_case_files", raise_exception=True)
writes = permission_required("casework.write_case_files", raise_exception=True)


def _at_home(codename: str) -> Callable[[View], View]:
    """Of the own plan. A mail may lead straight to a page of a chair that still waits for whoever
    just signed in for the first time: they are seated, and the page is asked again."""
    allowed = permission_required(codename, raise_exception=True)

    def decorate(view: View) -> View:
        @wraps(view)
        def welcoming(request: SignedInRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            try:
                return view(request, *args, **kwargs)
            except Http404:
                if not CaseFile.welcome():
                    raise
                return view(request, *args, **kwargs)

        return allowed(welcoming)

    return decorate


reads_own = _at_home("casework.view_own_plan")
writes_own = _at_home("casework.write_own_plan")


def noted(request: SignedInRequest, case_file: CaseFile, part: Part, act: Act = Act.LOOKED) -> None:
    """One row in the access log, before anything of this family leaves."""
    household, ground = case_file.household_id, _ground(request)
    look(request, household_id=household, part=part.value, act=act.value, ground=ground)


def looked_at(request: SignedInRequest, case_file: CaseFile) -> Look:
    """The same for the plan itself, with what is new there since the last time."""
    household, ground = case_file.household_id, _ground(request)
    log = looking(request, household_id=household, part=Part.PLAN.value, ground=ground)
    return LastLook.renew(case_file, request.user, *log)


def _ground(request: SignedInRequest) -> str:
    own = request.user.has_perm("casework.view_own_plan")
    return "eigen plan" if own else "plek aan tafel"


def writable(request: SignedInRequest, pk: uuid.UUID) -> CaseFile:
    """The file of this address, when the visitor may write in it."""
    files = CaseFile.objects.writable_by(request.user).select_related("household", "team")
    return get_object_or_404(files, pk=pk)


def form_of(request: SignedInRequest, kind: type[AForm], case_file: CaseFile, **more: Any) -> AForm:
    """Empty, or with what was sent."""
    sent = request.POST if request.method == "POST" else None
    standing = Standing.of(request.user, case_file)
    return kind(sent, case_file=case_file, standing=standing, **more)


def form_page(
    request: SignedInRequest,
    form: CaseForm,
    *,
    heading: str,
    button: str,
    done: str,
    part: Part,
    to: str = "",
    template: str = "casework/form.html",
    **context: Any,
) -> HttpResponse:
    """Show the form, or carry out its verb and say so. What was typed stays when it is refused."""
    if request.method != "POST" and form.is_too_late:
        return _too_late(request, form)
    is_done = request.method == "POST" and (
        form.was_sent_before() or (form.is_valid() and carried_out(form))
    )
    is_new = is_done and not form.changes_nothing()
    noted(request, form.case_file, part, Act.CHANGED if is_new else Act.LOOKED)
    # The time it took is of the team whose file it is; a second click is not a second time.
    request.writes_for = form.case_file.team_id if hasattr(form, "cleaned_data") else None
    url = to if to.startswith("/") else file_url(form.case_file, form.standing) + to
    if is_done:
        say_done(request, done if is_new else "")
        there = url.partition("#")[0] + form.anchor if form.anchor else url
        return done_in_place(there) if in_place(request) else redirect(there)
    context |= {"form": form, "case_file": form.case_file, "back": url, "heading": heading,
                "button": button}  # fmt: skip
    if in_place(request):
        return render(request, "casework/_form.html", context)
    form.start_writing()
    return render(request, template, context)


def already(request: SignedInRequest, case_file: CaseFile, why: str) -> HttpResponse:
    """The page that was behind, or a second click: to the file, which says how it stands now."""
    messages.info(request, why)
    return redirect("case_file", case_file.pk)


def _too_late(request: SignedInRequest, form: CaseForm) -> HttpResponse:
    """The file was closed meanwhile: back to it, where that can be read."""
    messages.error(request, str(CLOSED))
    to_file = file_url(form.case_file, form.standing)
    return HttpResponseClientRefresh() if in_place(request) else redirect(to_file)


def in_place(request: SignedInRequest) -> bool:
    """Asked for by htmx: a piece of the page is enough."""
    return bool(request.htmx)  # type: ignore[attr-defined]


def done_in_place(url: str) -> HttpResponse:
    """The page anew, at what was written: with the form gone it is shorter, and who stays at the
    old height sees neither that nor the message."""
    response = HttpResponseClientRefresh()
    response["HX-Redirect"] = url
    return response


def say_done(request: SignedInRequest, done: str) -> None:
    if done:
        messages.success(request, done)
    else:
        messages.info(request, _("Er is niets veranderd."))


def carried_out(form: CaseForm) -> bool:
    """False when the verb refused; the form then says why. Sent at once by two thumbs is done."""
    if form.changes_nothing():
        return True
    try:
        form.save()
    except SentTwice:
        return True
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def file_url(case_file: CaseFile, standing: Standing) -> str:
    """Of a plan that was closed they at home have no chair any more, and read it still."""
    at_home = standing.is_household or standing.user.has_perm("casework.view_own_plan")
    return reverse("own_file" if at_home else "case_file", args=[case_file.pk])


def did(request: SignedInRequest, verb: Callable[[], object], done: str) -> bool:
    """A verb behind one button: do it and say so, or say why not."""
    try:
        verb()
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, done)
    return True
