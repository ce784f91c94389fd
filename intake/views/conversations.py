"""A conversation: on the calendar, written down, read together and given to the resident."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.forms.boundfield import BoundField
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from intake import letters
from intake.calendars import calendar_file
from intake.forms.conversations import ReactionForm, ReportForm
from intake.forms.planning import CancelForm, PlanForm
from intake.models import Conversation, ConversationRequest
from intake.models.agenda import Busy
from intake.views.team import GROUND, do, posted
from intake.workflow import Refused
from wijkteam.access import look
from wijkteam.requests import SignedInRequest

handles = permission_required("intake.handle_request", raise_exception=True)


@handles
@require_http_methods(["GET", "HEAD", "POST"])
def request_plan(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Put a conversation on the calendar, with what the resident wished filled in."""
    one = get_object_or_404(ConversationRequest.objects.visible_to(request.user), pk=pk)
    talk = Conversation(
        request=one,
        professional=request.user,
        place=one.place,
        address=one.address,
        company=one.company,
    )
    form = PlanForm(posted(request), instance=talk)
    look(request, request_id=one.pk, part="gesprek plannen", ground=GROUND)
    if request.method == "POST" and form.is_valid():
        try:
            done = _("Het gesprek staat op de kalender.")
            if do(request, done, lambda: talk.plan(request.user), (Busy,)):
                letters.planned(talk)
            return redirect("request_detail", one.pk)
        except Busy as reason:
            form.refuse(reason)
    return render(request, "intake/team/plan.html", {"form": form, "one": one})


@handles
@require_http_methods(["GET", "HEAD", "POST"])
def conversation_move(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Another day, hour or place."""
    talk = get_object_or_404(visible(request), pk=pk)
    form = PlanForm(posted(request), instance=talk)
    look(request, request_id=talk.request_id, part="gesprek verzetten", ground=GROUND)
    if request.method == "POST" and form.is_valid():
        try:
            if do(request, _("Het gesprek is verzet."), lambda: talk.move(request.user), (Busy,)):
                letters.planned(talk)
            return redirect("request_detail", talk.request_id)
        except Busy as reason:
            form.refuse(reason)
    context = {"form": form, "one": talk.request, "talk": talk}
    return render(request, "intake/team/plan.html", context)


@handles
@require_http_methods(["GET", "HEAD", "POST"])
def conversation_cancel(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """It does not go on; the resident hears so."""
    talk = get_object_or_404(visible(request), pk=pk)
    form = CancelForm(posted(request))
    look(request, request_id=talk.request_id, part="gesprek afzeggen", ground=GROUND)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"]
        if do(request, _("Het gesprek is afgezegd."), lambda: talk.cancel(request.user, words)):
            letters.cancelled(talk)
        return redirect("request_detail", talk.request_id)
    return render(request, "intake/team/cancel.html", {"form": form, "talk": talk})


@handles
@require_safe
def conversation_calendar(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The appointment as a file for the professional's own calendar."""
    talk = get_object_or_404(visible(request).filter(planned_at__isnull=False), pk=pk)
    look(request, request_id=talk.request_id, part="afspraak", act="gedownload", ground=GROUND)
    response = HttpResponse(calendar_file(talk), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="afspraak-wijkteam.ics"'
    return response


@handles
@require_POST
def report_begin(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """To the report of the planned talk, or of one that happened without a plan."""
    one = get_object_or_404(ConversationRequest.objects.visible_to(request.user), pk=pk)
    try:
        talk = Conversation.begin(one, request.user)
    except Refused as reason:
        messages.error(request, str(reason))
        return redirect("request_detail", one.pk)
    look(request, request_id=one.pk, part="verslag", act="begonnen", ground=GROUND)
    return redirect("report", talk.pk)


@handles
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Six headings in the order of the talk, with the resident's own words beside them."""
    talk = get_object_or_404(visible(request).not_cancelled(), pk=pk)
    look(request, request_id=talk.request_id, part="verslag", ground=GROUND)
    if talk.sent_at:
        return _sent_report(request, talk)
    form = ReportForm(posted(request), instance=talk, initial={"version": talk.version})
    if request.method == "POST" and form.is_valid():
        try:
            saved = form.save_as(request.user)
        except Refused as reason:
            messages.error(request, str(reason))
            return _report_page(request, form)
        if not saved:
            return _both_texts(request, pk)
        words = _("Het verslag is bewaard.") if talk.held_at else _("Uw voorbereiding is bewaard.")
        messages.success(request, words)
        return redirect("report_send" if "read" in request.POST else "report", talk.pk)
    return _report_page(request, form)


def _sent_report(request: SignedInRequest, talk: Conversation) -> HttpResponse:
    if request.method == "POST":
        messages.error(request, _("De bewoner heeft dit verslag al. Het verandert niet meer."))
    form = ReactionForm(request=talk.request)
    context = {"talk": talk, "one": talk.request, "form": form}
    return render(request, "intake/team/report_sent.html", context)


def _report_page(request: SignedInRequest, form: ReportForm, **more: Any) -> HttpResponse:
    sections: list[tuple[BoundField, str]] = [(form[name], "") for name in Conversation.SECTIONS]
    context = {"form": form, "talk": form.instance, "one": form.instance.request}
    return render(request, "intake/team/report.html", context | {"sections": sections} | more)


def _both_texts(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """A colleague saved meanwhile: both texts side by side, nothing lost. Saving again wins."""
    theirs = get_object_or_404(visible(request), pk=pk)
    if theirs.sent_at:
        return _sent_report(request, theirs)
    typed = request.POST.copy()
    typed["version"] = str(theirs.version)
    form = ReportForm(typed, instance=get_object_or_404(visible(request), pk=pk))
    form.is_valid()
    sections = [
        (form[name], getattr(theirs, name) if changed(form[name], theirs) else "")
        for name in Conversation.SECTIONS
    ]
    return _report_page(request, form, sections=sections, theirs=theirs)


def changed(field: BoundField, theirs: Conversation) -> bool:
    """Line ends differ between a browser and what was stored; that is no change."""
    mine = "".join(str(field.value() or "").split("\r")).strip()
    return mine != getattr(theirs, field.name).replace("\r", "").strip()


@handles
@require_POST
def report_save(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """While typing: 'bewaard om 14.03'. Without JavaScript nobody comes here."""
    talk = get_object_or_404(visible(request).not_cancelled(), pk=pk)
    form = ReportForm(request.POST, instance=talk)
    look(request, request_id=talk.request_id, part="verslag", act="bewaard", ground=GROUND)
    state = "invalid"
    if form.is_valid():
        try:
            state = "saved" if form.save_as(request.user) else "conflict"
        except Refused:
            state = "invalid"
    return render(request, "intake/team/_saved.html", {"talk": talk, "state": state})


def visible(request: SignedInRequest) -> Any:
    """The conversations this visitor may see, with the request and its own words."""
    return Conversation.objects.visible_to(request.user).select_related(
        "request__own_words", "request__team", "professional", "saved_by"
    )
