"""Actions: who does what. Agreed on, changed, ticked off."""

import uuid

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRefresh

from casework.choices import Act, Part
from casework.forms.actions import ActionChangeForm, ActionForm
from casework.models import Action, CaseFile, Goal
from casework.presence import stamp_of
from casework.querysets import GoalQuerySet
from casework.standing import Standing
from casework.views.doors import (
    FORM,
    file_url,
    form_of,
    form_page,
    in_place,
    noted,
    writable,
    writes,
)
from casework.workflow import Refused
from wijkteam.requests import SignedInRequest, after


@writes
@require_http_methods(FORM)
def action_add(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    one = writable(request, pk)
    goals = one.goals.writable_by(request.user).running()
    form = form_of(request, ActionForm, one, initial=asked_for(request, goals), goals=goals)
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
@require_http_methods(FORM)
def action_change(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """When a colleague was first, both texts stand side by side."""
    action = action_of(request, pk)
    form = form_of(request, ActionChangeForm, action.case_file, action=action)
    return form_page(
        request,
        form,
        heading=_("Afspraak veranderen"),
        button=_("Bewaren"),
        done=_("De afspraak is veranderd."),
        part=Part.PLAN,
        to=f"#afspraak-{action.pk}",
        template="casework/action_change.html",
    )


def action_of(request: SignedInRequest, pk: uuid.UUID) -> Action:
    """An open action in a part of the file that this person may write in."""
    files = CaseFile.objects.writable_by(request.user)
    actions = Action.objects.writable_by(request.user).visible_to(request.user).open()
    rows = actions.filter(case_file__in=files.values("pk"))
    found = rows.select_related("case_file__household", "case_file__team", "owner")
    return get_object_or_404(found, pk=pk)


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
        context = {"action": action, "standing": standing, "case_file": standing.case_file}
        context |= {"stamp": stamp_of(standing.case_file)}
        context["following"] = Action.objects.filter(follows=action).first()
        return render(request, "casework/_action_ticked.html", context)
    if in_place(request):
        return HttpResponseClientRefresh()
    return redirect(after(request, f"{url}#afspraak-{pk}"))


def tick(request: SignedInRequest, action: Action, standing: Standing, done: bool) -> bool:
    try:
        chair = standing.chair
        action.finish(chair) if done else action.reopen()
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    return True
