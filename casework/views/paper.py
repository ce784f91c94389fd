"""The plan on paper: two sheets for the kitchen table, and what changed in it."""

import uuid
from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework.choices import Act, Part
from casework.consent import Deciding
from casework.friction import Friction
from casework.history import History
from casework.models import CaseFile
from casework.page import FilePage
from casework.views.doors import file_url, noted, reads, reads_own
from wijkteam.pdf import paper_page, pdf_response
from wijkteam.requests import SignedInRequest

LATELY = timedelta(days=56)
TEMPLATE = "casework/paper_plan.html"


def page_of(request: SignedInRequest, pk: uuid.UUID, part: Part, act: Act) -> FilePage:
    files = CaseFile.objects.visible_to(request.user).select_related("household", "team")
    one = get_object_or_404(files, pk=pk)
    noted(request, one, part, act)
    return FilePage(one, request.user)


def sheet(request: SignedInRequest, pk: uuid.UUID, name: str) -> dict[str, Any]:
    """What stands on the two sheets: what runs, what went well lately, and room to write."""
    page, is_own = page_of(request, pk, Part.PAPER, Act.PRINTED), name == "own_paper"
    if not is_own:
        leave_off(page)
    areas = page.areas()
    since = timezone.now() - LATELY
    return {
        "page": page,
        "case_file": page.case_file,
        "standing": page.standing,
        "areas": [area for area in areas if area.running or area.loose],
        "reached": [view.goal for area in areas for view in area.ended
                    if view.goal and view.goal.status == "reached"],
        "done": [a for a in page.actions if a.done_at and a.done_at > since][-12:],
        "is_own": is_own,
        "in_the_way": in_the_way(page, is_own),
        "looks": sorted({g.review_on for g in page.goals if g.review_on and g.status == "running"}),
        "back": file_url(page.case_file, page.standing),
        "pdf": reverse(f"{name}_pdf", args=[pk]),
    }  # fmt: skip


def in_the_way(page: FilePage, is_own: bool) -> Friction | None:
    """What waits and what is not agreed. Where not everyone in the house reads that, it is not on
    the sheet that a professional lays on the table; on the own sheet is what one may read."""
    hides = not is_own and page.case_file.has_own_parts
    return None if hides else Friction(page)


def leave_off(page: FilePage) -> None:
    """The sheet lies on the kitchen table: not on it what somebody keeps from others at home. That
    person prints it from the own page."""
    kept = Deciding.of(page.case_file.household).keepers()
    hidden = {goal.pk for goal in page.goals if goal.whose in kept}
    page.goals = [goal for goal in page.goals if goal.pk not in hidden]
    page.actions = [action for action in page.actions if action.goal_id not in hidden]


@reads
@require_safe
def plan_paper(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    return paper_page(request, TEMPLATE, sheet(request, pk, "plan_paper"))


@reads
@require_safe
def plan_paper_pdf(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    return pdf_response(request, TEMPLATE, sheet(request, pk, "plan_paper"), "plan.pdf")


@reads_own
@require_safe
def own_paper(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    return paper_page(request, TEMPLATE, sheet(request, pk, "own_paper"))


@reads_own
@require_safe
def own_paper_pdf(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    return pdf_response(request, TEMPLATE, sheet(request, pk, "own_paper"), "mijn-plan.pdf")


@reads
@require_safe
def plan_history(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    return history_page(request, pk)


@reads_own
@require_safe
def own_history(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Of all that one may read; who reads the own part only is not told that this is everything."""
    return history_page(request, pk)


def history_page(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    page = page_of(request, pk, Part.HISTORY, Act.LOOKED)
    history = History(page, request.GET.get("page"))
    context = {"case_file": page.case_file, "history": history, "page": history.page}
    context |= {"back": file_url(page.case_file, page.standing)}
    return render(request, "casework/history.html", context)
