"""The resident's own plan: the same table and the same words, with the resident's verbs."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from casework.choices import Part
from casework.forms.own_words import OwnEntryForm
from casework.forms.plan import ReviewForm
from casework.forms.table import AskLeaveForm
from casework.friction import Friction
from casework.models import CaseFile, Goal, Seat
from casework.opening import opened
from casework.own_sharing import OwnSharing
from casework.page import FilePage
from casework.standing import Standing
from casework.views.actions import action_ticked
from casework.views.doors import form_of, form_page, looked_at, reads_own, writes_own
from casework.views.log import log_page
from casework.views.story import story_of
from casework.views.table import requests_of
from wijkteam.access import looks
from wijkteam.models import AccessLog
from wijkteam.requests import SignedInRequest

FORM = ["GET", "HEAD", "POST"]


@reads_own
@require_safe
def own_plan(request: SignedInRequest) -> HttpResponse:
    """Straight to the one plan; a choice when there are more, a kind word when there is none."""
    plans = CaseFile.objects.visible_to(request.user).newest_first().select_related("household")
    if not plans.exists():
        CaseFile.welcome()
    found = list(plans.all())
    if len(found) == 1:
        return redirect("own_file", found[0].pk)
    households: list[uuid.UUID | None] = [plan.household_id for plan in found]
    looks(request, part=Part.LIST.value, ground="eigen plan", households=households)
    return render(request, "casework/own_plans.html", {"plans": found})


@reads_own
@require_safe
def own_file(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The plan, the table, with whom is shared, and the story as far as it is for the table."""
    found = opened(request.user, pk)
    if found is None:
        raise Http404
    plan, rights = found
    if request.session.get("team") != plan.team_id:
        request.session["team"] = plan.team_id  # whom to call, on every page from now on
    page = FilePage(plan, request.user, looked_at(request, plan), rights)
    context = {"page": page, "case_file": plan, "standing": page.standing}
    context["sharing"] = OwnSharing(page.standing)
    context["friction"] = friction = Friction(page)
    story = story_of(request, page)
    news = page.news(story.entries, friction.happened())
    context |= {"story": story, "news": news, "requests": requests_of(page)}
    return render(request, "casework/own_file.html", context)


@writes_own
@require_POST
def own_action_done(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    return action_ticked(request, pk, done=True)


@writes_own
@require_POST
def own_action_reopen(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    return action_ticked(request, pk, done=False)


@writes_own
@require_http_methods(FORM)
def own_entry(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    plan = get_object_or_404(CaseFile.objects.visible_to(request.user), pk=pk)
    form = form_of(request, OwnEntryForm, plan)
    return form_page(
        request,
        form,
        heading=_("Vertel iets aan uw tafel"),
        button=_("Opschrijven"),
        done=_("Het staat in uw verhaal."),
        part=Part.STORY,
        to="#verhaal",
    )


@writes_own
@require_http_methods(FORM)
def own_leave(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask that someone leaves my table: the coordinator answers within a week."""
    seats = Seat.objects.visible_to(request.user).open().filter(person__isnull=True)
    seat = get_object_or_404(seats.select_related("case_file__household"), pk=pk)
    form = form_of(request, AskLeaveForm, seat.case_file, leaves=seat)
    return form_page(
        request,
        form,
        heading=_("Vragen of %(name)s van tafel gaat") % {"name": seat.name},
        button=_("Vragen"),
        done=str(form.done),
        part=Part.TABLE,
        to="#tafel",
    )


@writes_own
@require_http_methods(FORM)
def own_mark(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The resident's own mark for how it goes with a goal."""
    goals = Goal.objects.visible_to(request.user).running().select_related("case_file", "whose")
    goal = get_object_or_404(goals, pk=pk)
    standing = Standing.of(request.user, goal.case_file)
    if not standing.may_mark(goal):
        raise Http404
    form = ReviewForm(request.POST or None, goal=goal, case_file=goal.case_file, standing=standing)
    return form_page(
        request,
        form,
        heading=_("Hoe gaat het nu?"),
        button=_("Cijfer bewaren"),
        done=_("Uw cijfer staat in het plan."),
        part=Part.PLAN,
        to=f"#doel-{goal.pk}",
        quote=goal.words,
    )


@reads_own
@require_safe
def who_looked(request: SignedInRequest) -> HttpResponse:
    """Everyone who looked at the own household or request: one query over the log."""
    plans = CaseFile.objects.visible_to(request.user)
    households = list(plans.values_list("household_id", flat=True).distinct())
    looks(request, part=Part.LOG.value, ground="eigen gegevens", households=[*households] or [None])
    rows = AccessLog.objects.visible_to(request.user)
    context = {"page": log_page(request, rows, request.user)}
    return render(request, "casework/who_looked.html", context)
