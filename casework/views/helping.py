"""People who help without an account: one action, one link, or one telephone call."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from casework.choices import Act, Part
from casework.forms.helping import (
    CodeAnswerForm,
    CodeForm,
    LinkedActionForm,
    PhoneAnswerForm,
    SendActionForm,
)
from casework.models import LinkedAction
from casework.views.actions import action_of
from casework.views.doors import FORM, form_of, form_page, writes
from wijkteam.access import look
from wijkteam.models import Team
from wijkteam.requests import SignedInRequest

opens = permission_required("casework.open_case_file", raise_exception=True)


@writes
@require_http_methods(FORM)
def action_send(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Send its owner just this action, with a link that works until it is done."""
    action = action_of(request, pk)
    if action.helper_seat is None:
        raise Http404
    form = form_of(request, SendActionForm, action.case_file, action=action)
    return form_page(
        request,
        form,
        heading=_("Stuur %(name)s deze afspraak") % {"name": action.owner.name},
        button=_("Versturen"),
        done=_("De afspraak is verstuurd."),
        part=Part.PLAN,
        to=f"#afspraak-{action.pk}",
        template="casework/action_send.html",
        action=action,
    )


@writes
@require_http_methods(FORM)
def action_phone(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Its owner called: write down what was said, and tick off in their name."""
    action = action_of(request, pk)
    if action.helper_seat is None:
        raise Http404
    form = form_of(request, PhoneAnswerForm, action.case_file, action=action)
    return form_page(
        request,
        form,
        heading=_("%(name)s aan de telefoon") % {"name": action.owner.name},
        button=_("Opschrijven"),
        done=_("Het staat in het verhaal."),
        part=Part.PLAN,
        to=f"#afspraak-{action.pk}",
        quote=action.words,
    )


@opens
@require_http_methods(FORM)
def action_by_code(request: SignedInRequest) -> HttpResponse:
    """At the desk: a helper calls and reads the code aloud. That one action, and its answer."""
    asked = CodeForm(request.POST if request.method == "POST" else None)
    if not asked.is_valid() or asked.action is None:
        return render(request, "casework/action_by_code.html", {"form": asked})
    one, is_answer = asked.action, "words" in request.POST
    form = CodeAnswerForm(request.POST if is_answer else None, initial=asked.cleaned_data)
    is_done = form.is_valid() and form.save(request.user)
    noted_by_link(request, one, is_done, "code aan de telefoon")
    if is_done:
        done = _("Het staat in het plan, uit naam van %(name)s.") % {"name": one.helper}
        messages.success(request, done)
        return redirect("action_by_code")
    return render(request, "casework/action_by_code.html", {"form": form, "one": one})


def noted_by_link(request: HttpRequest, one: LinkedAction, is_done: bool, ground: str) -> None:
    act = Act.CHANGED.value if is_done else Act.LOOKED.value
    look(request, household_id=one.household_id, part=Part.ACTION.value, act=act, ground=ground,
         why=one.helper)  # fmt: skip


@login_not_required
@never_cache
@require_http_methods(FORM)
def linked_action(request: HttpRequest, token: str) -> HttpResponse:
    """The one action behind a link. Looking does not use the link up: mail scanners look too. Nor
    does "not yet": whoever says so comes back with the same letter."""
    found = LinkedAction.behind(token)
    if found is None:
        return gone(request)
    form = LinkedActionForm(request.POST if request.method == "POST" else None)
    is_answered = form.is_valid() and form.save(token)
    noted_by_link(request, found, is_answered, "link aan een helper")
    if is_answered:
        return redirect("linked_thanks")
    if form.is_valid():  # somebody was first, or this went on all day
        return gone(request)
    context = {"one": found, "form": form, "team": Team.objects.get(pk=found.team_id)}
    return render(request, "casework/linked_action.html", context)


def gone(request: HttpRequest) -> HttpResponse:
    """What was typed comes back, to read aloud to whoever picks up the phone."""
    context = {"words": request.POST.get("words", "")}
    return render(request, "casework/linked_gone.html", context, status=404)


@login_not_required
@require_safe
def linked_thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "casework/linked_thanks.html")
