"""The plan: goals and their marks."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casework.choices import GoalStatus, Part
from casework.forms.plan import GoalChangeForm, GoalForm, GoalMoveForm, ReviewForm
from casework.models import Goal
from casework.views.doors import FORM, form_of, form_page, writable, writes
from wijkteam.requests import SignedInRequest

# the last part of the address -> where the goal goes, heading and button
MOVES = {
    "gelukt": (GoalStatus.REACHED, gettext_lazy("Dit is gelukt"), gettext_lazy("Gelukt!")),
    "loslaten": (GoalStatus.LET_GO, gettext_lazy("Dit doel loslaten"), gettext_lazy("Loslaten")),
    "oppakken": (GoalStatus.RUNNING, gettext_lazy("Dit doel weer oppakken"),
                 gettext_lazy("Weer oppakken")),
}  # fmt: skip


def goal_of(request: SignedInRequest, pk: uuid.UUID) -> Goal:
    """A goal in a life domain that this person may write in."""
    goals = Goal.objects.writable_by(request.user).select_related("case_file__household")
    return get_object_or_404(goals, pk=pk)


@writes
@require_http_methods(FORM)
def goal_add(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    form = form_of(request, GoalForm, writable(request, pk))
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
    goal = goal_of(request, pk)
    form = form_of(request, GoalChangeForm, goal.case_file, goal=goal)
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
    goal = goal_of(request, pk)
    if how not in MOVES:
        raise Http404
    status, heading, button = MOVES[how]
    form = form_of(request, GoalMoveForm, goal.case_file, goal=goal, status=status)
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
    goal = goal_of(request, pk)
    form = form_of(request, ReviewForm, goal.case_file, goal=goal)
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
