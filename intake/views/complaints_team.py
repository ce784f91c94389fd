"""Complaints inside: written down by the desk, divided by the lead, answered by an outsider."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from intake import letters_complaints, letters_team
from intake.forms.complaints import DeskComplaintForm
from intake.forms.complaints_team import AnswerForm, AssignForm, ExtendForm
from intake.models import Complaint, ConversationRequest
from intake.views.team import do, key_asked, posted
from wijkteam.access import look, looks
from wijkteam.models import User
from wijkteam.pdf import paper_page, pdf_response
from wijkteam.requests import SignedInRequest

ROWS = 25
GROUND = "behandeling van een klacht"
handles = permission_required("intake.handle_complaint", raise_exception=True)
leads = permission_required("intake.lead_complaints", raise_exception=True)


@permission_required("intake.enter_complaint", raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def complaint_new(request: SignedInRequest) -> HttpResponse:
    """Written down while someone talks, or from paper. The desk does not see it again."""
    asked = _request_asked(request)
    mine = request.user.memberships.filter(until__isnull=True).values("team")
    colleagues = User.objects.filter(memberships__team__in=mine, is_active=True).distinct()
    form = DeskComplaintForm(posted(request), colleagues=colleagues, initial=_known(asked))
    if request.method == "POST" and form.is_valid():
        asked = asked or _request_typed(request, form)
        try:
            with transaction.atomic():
                made = form.save_for(asked, entered_by=request.user, **_team_of(request.user))
                letters_complaints.complaint_received(made)
        except IntegrityError as error:
            if "submission" not in str(error):
                raise
            messages.info(request, _("Deze klacht was al opgeslagen."))
            return redirect("day")
        look(request, request_id=made.pk, part="klacht", act="ingevoerd", ground=GROUND)
        words = _(
            "Opgeslagen. Lees het nummer voor: %(number)s. De teamleider kiest wie het uitzoekt."
        )
        messages.success(request, words % {"number": made.readable_reference})
        return redirect("day")
    return render(request, "intake/team/complaint_new.html", {"form": form, "one": asked})


def _request_asked(request: SignedInRequest) -> ConversationRequest | None:
    """The request in the address, when the complaint is about that."""
    pk = key_asked(request, "verzoek")
    if pk is None:
        return None
    asked = get_object_or_404(ConversationRequest.objects.visible_to(request.user), pk=pk)
    look(request, request_id=asked.pk, part="verzoek", ground=GROUND)
    return asked


def _request_typed(request: SignedInRequest, form: DeskComplaintForm) -> ConversationRequest | None:
    """The request of the own teams with the number that was typed; any other number links none."""
    visible = ConversationRequest.objects.visible_to(request.user)
    return visible.filter(reference=form.cleaned_data["number"] or "-").first()


def _known(asked: ConversationRequest | None) -> dict[str, Any]:
    if asked is None:
        return {"route": "phone"}
    return {
        "route": "phone",
        "number": asked.readable_reference,
        "name": asked.sender_name or asked.name,
        "email": asked.email,
        "phone": str(asked.phone) if asked.phone else "",
        "address": asked.address,
    }


def _team_of(user: User) -> dict[str, Any]:
    membership = user.memberships.filter(until__isnull=True).select_related("team").first()
    return {"team": membership.team} if membership else {}


@handles
@require_safe
def complaints(request: SignedInRequest) -> HttpResponse:
    """The lead's: all of the own teams, soonest first. A handler's: those in hand."""
    visible = Complaint.objects.visible_to(request.user).select_related("handler", "team")
    done = "klaar" in request.GET
    rows = visible.answered().order_by("-answered_at") if done else visible.open()
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    looks(request, part="klachten", requests=[row.pk for row in page], ground=GROUND)
    return render(request, "intake/team/complaints.html", {"page": page, "done": done})


@handles
@require_safe
def complaint(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """What was said, and what can be done now."""
    return _page(request, _one(request, pk))


def _one(request: SignedInRequest, pk: uuid.UUID, act: str = "bekeken") -> Complaint:
    visible = Complaint.objects.visible_to(request.user)
    one = get_object_or_404(visible.select_related("team", "handler", "about_user"), pk=pk)
    look(request, request_id=one.pk, part="klacht", act=act, ground=GROUND)
    return one


def _page(request: SignedInRequest, one: Complaint, **bound: Any) -> HttpResponse:
    lead = request.user.has_perm("intake.lead_complaints")
    forms = {
        "assign": AssignForm(complaint=one) if lead and one.is_open else None,
        "extend": ExtendForm() if one.is_open and not one.extended_at else None,
        "answer": AnswerForm() if one.is_open and one.handler_id == request.user.pk else None,
    }
    mails = letters_complaints.came_back(request.user).filter(about_id=one.pk)
    context = {"one": one, "came_back": mails, **forms}
    return render(request, "intake/team/complaint.html", context | bound)


@handles
@require_POST
def complaint_reached(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Who complains heard it in another way than by the mail that came back."""
    one = _one(request, pk, "gedaan")
    mails = list(letters_complaints.came_back(request.user).filter(about_id=one.pk))
    for mail in mails:
        mail.mark_sent()
    said = _("Bewaard: dit is gedaan.") if mails else _("Er was niets meer te doen.")
    messages.success(request, said)
    return redirect("complaint", one.pk)


@leads
@require_POST
def complaint_assign(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Choose who looks into it."""
    one = _one(request, pk, "verdeeld")
    form = AssignForm(request.POST, complaint=one)
    if not form.is_valid():
        return _page(request, one, assign=form)
    if do(request, _("Bewaard. Wie de klacht behandelt, krijgt een mail."), form.save):
        letters_team.complaint_yours(one)
    return redirect("complaint", one.pk)


@handles
@require_POST
def complaint_extend(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Four weeks more, with a reason that the complainant reads."""
    one = _one(request, pk, "verlengd")
    form = ExtendForm(request.POST)
    if not form.is_valid():
        return _page(request, one, extend=form)
    why = form.cleaned_data["why"]
    if do(request, _("Bewaard: er zijn vier weken bij."), lambda: one.extend(why)):
        letters_complaints.complaint_extended(one)
    return redirect("complaint", one.pk)


@handles
@require_POST
def complaint_answer(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The answer, by whoever handles it."""
    one = _one(request, pk, "beantwoord")
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, one, answer=form)
    said = form.cleaned_data
    deed = lambda: one.give_answer(request.user, said["words"], said["judgement"])  # noqa: E731
    if do(request, _("Bewaard. De klager kan het antwoord lezen."), deed):
        letters_complaints.complaint_answered(one)
    return redirect("complaint", one.pk)


@handles
@require_safe
def complaint_print(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The answer as a letter, for whoever has no e-mail."""
    one = _one(request, pk, "geprint")
    if not one.answered_at:
        raise Http404
    back, pdf = reverse("complaint", args=[one.pk]), f"{request.path}?pdf"
    context = {"one": one, "back": back, "pdf": pdf}
    if "pdf" in request.GET:
        return pdf_response(request, "intake/team/complaint_print.html", context, "antwoord.pdf")
    return paper_page(request, "intake/team/complaint_print.html", context)
