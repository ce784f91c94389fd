"""The plan: goals, marks, and who does what."""

import uuid

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRefresh

from casework.choices import Act, GoalStatus, Part
from casework.forms.plan import ActionForm, GoalChangeForm, GoalForm, GoalMoveForm, ReviewForm
from casework.models import Action, CaseFile, Goal
from casework.querysets import GoalQuerySet
from casework.standing import Standing
from casework.views.doors import file_url, form_page, in_place, noted, writes
from casework.workflow import Refused
from wijkteam.requests import SignedInRequest

FORM = ["GET", "HEAD", "POST"]
# the last part of the address -> where the goal goes, heading and button
MOVES = {
    "gelukt": (GoalStatus.REACHED, gettext_lazy("Dit is gelukt"), gettext_lazy("Gelukt!")),
    "loslaten": (GoalStatus.LET_GO, gettext_lazy("Dit doel loslaten"), gettext_lazy("Loslaten")),
    "oppakken": (GoalStatus.RUNNING, gettext_lazy("Dit doel weer oppakken"),
                 gettext_lazy("Weer oppakken")),
}  # fmt: skip


def goal_of(request: SignedInRequest, pk: uuid.UUID) -> tuple[Goal, Standing]:
    """A goal in a life domain that this person may write in."""
    goals = Goal.objects.writable_by(request.user).select_related("case_file__household")
    goal = get_object_or_404(goals, pk=pk)
    return goal, Standing.of(request.user, goal.case_file)


@writes
@require_http_methods(FORM)
def goal_add(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    one = get_object_or_404(CaseFile.objects.writable_by(request.user), pk=pk)
    standing = Standing.of(request.user, one)
    form = GoalForm(request.POST or None, case_file=one, standing=standing)
    return form_page(
        request,
        form,
        heading=_("Een doel erbij"),
        button=_("Doel bewaren"),
        done=_("Het doel staat in het plan."),
        part=Part.PLAN,
        to="#plan",
    )


@writes
@require_http_methods(FORM)
def goal_change(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """When a colleague changed it meanwhile, both texts stand side by side."""
    goal, standing = goal_of(request, pk)
    form = GoalChangeForm(
        request.POST or None, goal=goal, case_file=goal.case_file, standing=standing
    )
    return form_page(
        request,
        form,
        heading=_("Doel veranderen"),
        button=_("Bewaren"),
        done=_("Het doel is veranderd."),
        part=Part.PLAN,
        to=f"#doel-{goal.pk}",
        template="casework/goal_change.html",
        goal=goal,
    )


@writes
@require_http_methods(FORM)
def goal_move(request: SignedInRequest, pk: uuid.UUID, how: str) -> HttpResponse:
    """Reached, let go, or running again, with a few words if one likes."""
    goal, standing = goal_of(request, pk)
    if how not in MOVES:
        raise Http404
    status, heading, button = MOVES[how]
    form = GoalMoveForm(
        request.POST or None,
        goal=goal,
        status=status,
        case_file=goal.case_file,
        standing=standing,
    )
    return form_page(
        request,
        form,
        heading=str(heading),
        button=str(button),
        done=_("Bewaard: %(status)s.") % {"status": status.label},
        part=Part.PLAN,
        to="#plan",
        quote=goal.words,
    )


@writes
@require_http_methods(FORM)
def goal_review(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    goal, standing = goal_of(request, pk)
    form = ReviewForm(request.POST or None, goal=goal, case_file=goal.case_file, standing=standing)
    return form_page(
        request,
        form,
        heading=_("Samen terugkijken"),
        button=_("Cijfer bewaren"),
        done=_("Het cijfer staat in het plan."),
        part=Part.PLAN,
        to=f"#doel-{goal.pk}",
        quote=goal.words,
    )


@writes
@require_http_methods(FORM)
def action_add(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    one = get_object_or_404(CaseFile.objects.writable_by(request.user), pk=pk)
    goals = one.goals.writable_by(request.user).running()
    form = ActionForm(
        request.POST or None,
        initial=asked_for(request, goals),
        goals=goals,
        case_file=one,
        standing=Standing.of(request.user, one),
    )
    return form_page(
        request,
        form,
        heading=_("Een afspraak erbij"),
        button=_("Afspraak bewaren"),
        done=_("De afspraak staat in het plan."),
        part=Part.PLAN,
        to="#plan",
    )


def asked_for(request: SignedInRequest, goals: GoalQuerySet) -> dict[str, Goal | None]:
    """The goal that a link named, when it is one of these."""
    try:
        return {"goal": goals.filter(pk=request.GET.get("doel", "")).first()}
    except ValidationError:
        return {}


@writes
@require_POST
def action_done(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    return action_ticked(request, pk, done=True)


@writes
@require_POST
def action_reopen(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    return action_ticked(request, pk, done=False)


def action_ticked(request: SignedInRequest, pk: uuid.UUID, done: bool) -> HttpResponse:
    """One click; in place where there is JavaScript."""
    actions = Action.objects.writable_by(request.user).visible_to(request.user)
    action = get_object_or_404(actions.select_related("case_file", "owner"), pk=pk)
    standing = Standing.of(request.user, action.case_file)
    is_done = tick(request, action, standing, done)
    noted(request, action.case_file, Part.PLAN, Act.CHANGED if is_done else Act.LOOKED)
    url = file_url(action.case_file, standing)
    if in_place(request) and is_done:
        action = Action.objects.select_related("owner", "done_by").get(pk=action.pk)
        context = {"action": action, "standing": standing, "today": timezone.localdate()}
        return render(request, "casework/_action.html", context)
    return HttpResponseClientRefresh() if in_place(request) else redirect(f"{url}#afspraak-{pk}")


def tick(request: SignedInRequest, action: Action, standing: Standing, done: bool) -> bool:
    try:
        chair = standing.chair
        action.finish(chair) if done else action.reopen()
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    return True
