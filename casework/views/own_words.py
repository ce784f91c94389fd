"""The resident's own words beside those of others."""

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.choices import Part
from casework.forms.own_words import BesideForm, GoalAnswerForm, OwnGuestForm
from casework.models import CaseFile, Goal, TimelineEntry
from casework.views.doors import form_of, form_page, writes_own
from wijkteam.requests import SignedInRequest

FORM = ["GET", "HEAD", "POST"]


@writes_own
@require_http_methods(FORM)
def own_beside(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """How the resident sees it, beside what somebody wrote."""
    visible = TimelineEntry.objects.visible_to(request.user).filter(corrects=None)
    entry = get_object_or_404(visible.select_related("case_file"), pk=pk)
    form = form_of(request, BesideForm, entry.case_file, entry=entry)
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


@writes_own
@require_http_methods(FORM)
def own_goal_answer(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Agree with a goal or see it otherwise; said again later, the last one counts."""
    goals = Goal.objects.visible_to(request.user).running().select_related("case_file")
    goal = get_object_or_404(goals, pk=pk)
    form = form_of(request, GoalAnswerForm, goal.case_file, goal=goal)
    return form_page(
        request,
        form,
        heading=_("Wilt u dit ook?"),
        button=_("Bewaren"),
        done=_("Uw antwoord staat bij het doel."),
        part=Part.PLAN,
        to=f"#doel-{goal.pk}",
        quote=goal.words,
    )


@writes_own
@require_http_methods(FORM)
def own_guest(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Someone of my own at my table: who reads nothing here, and whom the table can ask."""
    plan = get_object_or_404(CaseFile.objects.visible_to(request.user), pk=pk)
    form = form_of(request, OwnGuestForm, plan)
    return form_page(
        request,
        form,
        heading=_("Iemand van mijzelf erbij"),
        button=_("Aan tafel vragen"),
        done=_("Deze persoon zit nu aan uw tafel. Uw regisseur krijgt bericht."),
        part=Part.TABLE,
        to="#tafel",
    )
