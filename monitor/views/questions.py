"""Answering in a minute: with the link from our message, or typed in by the team."""

from contextlib import suppress
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from monitor.choices import Audience
from monitor.codes import code_hash, new_code, withdraw_code
from monitor.forms.questions import AnswerForm
from monitor.forms.typed import TypedForm
from monitor.models import Invitation, Questionnaire, Story
from monitor.models.invitations import AlreadyAnswered, hash_of
from wijkteam import database
from wijkteam.access import no_family
from wijkteam.envelopes import link_to
from wijkteam.forms import Form
from wijkteam.requests import SignedInRequest


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever holds the link answers, as a stranger: who is signed in here is not known."""
    chosen = request.GET.get("taal", "")
    if chosen in dict(settings.LANGUAGES):
        return in_language(request, chosen)
    with database.role("public"):
        database.secret(hash_of(token))
        asked = Invitation.objects.filter(token_hash=hash_of(token)).first()
        if asked is None or not (asked.is_open or request.method == "POST"):
            return over(request)
        form = AnswerForm(asked.questionnaire, request.POST or None)
        if request.method == "POST" and form.is_valid():
            return answer(request, asked, form, withdraw_code(token))
        context = {"form": form, "list": asked.questionnaire}
        return render(request, "monitor/questions.html", context)


def in_language(request: HttpRequest, code: str) -> HttpResponse:
    """The link in our message is in the language of the message; the page follows."""
    response = redirect(request.path)
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, code, samesite="Lax")
    return response


def answer(request: HttpRequest, asked: Invitation, form: AnswerForm, code: str) -> HttpResponse:
    """Kept once: who clicks twice is thanked twice, with the same code."""
    title = form.story_title
    with suppress(AlreadyAnswered):
        asked.answer(form.said(), title, code, form.reason)
    return render(request, "monitor/questions_thanks.html", {"code": code if title else ""})


def over(request: HttpRequest) -> HttpResponse:
    """Answered, too old, or mistyped: it makes no difference, and nobody did anything wrong."""
    return render(request, "monitor/questions_over.html")


class CodeForm(Form):
    code = forms.CharField(
        label=gettext_lazy("Uw code"),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "off", "dir": "ltr"}),
    )


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_story(request: HttpRequest) -> HttpResponse:
    """Take back a story that was told without an account. Any code gets the same answer."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"]
        with database.role("public"):
            database.secret(code_hash(code))
            Story.withdraw_with(code)
        messages.success(request, _("Als de code klopt, is uw verhaal nu weg."))
        return redirect("story_withdraw_code")
    return render(request, "monitor/story_withdraw_code.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("monitor.enter_answers", raise_exception=True)
def typed(request: SignedInRequest, pk: int) -> HttpResponse:
    """From paper or the telephone."""
    lists = Questionnaire.objects.exclude(audience=Audience.MUNICIPALITY)
    found = get_object_or_404(lists.prefetch_related("questions"), pk=pk)
    form = TypedForm(request.user, found, request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = form.save()
        messages.success(request, _("Bewaard, zonder naam. Gooi het papier weg."))
        if code:
            words = _("Lees deze code voor: %s. Daarmee haalt iemand het verhaal weer weg.")
            messages.info(request, words % code)
        return redirect("question_lists")
    return render(request, "monitor/questions_typed.html", {"form": form, "list": found})


@require_safe
@permission_required("monitor.view_team_figures", raise_exception=True)
def lists(request: SignedInRequest) -> HttpResponse:
    """What we ask whom, to read, to print and to type in."""
    no_family(request)
    current = Questionnaire.objects.current().prefetch_related("questions")
    return render(request, "monitor/question_lists.html", {"lists": current})


@never_cache
@require_safe
@permission_required("monitor.view_team_figures", raise_exception=True)
def paper(request: SignedInRequest, pk: int) -> HttpResponse:
    """One list on paper, to hand over at the table; for residents in each of their languages."""
    lists = Questionnaire.objects.exclude(audience=Audience.MUNICIPALITY)
    found = get_object_or_404(lists.prefetch_related("questions"), pk=pk)
    chosen = request.GET.get("taal", "")
    spoken = found.audience == Audience.RESIDENT and chosen in dict(settings.LANGUAGES)
    with translation.override(chosen if spoken else "nl"):
        form: Any = AnswerForm(found)
        context = {"form": form, "list": found, "code": new_code()}
        context["away"] = link_to("story_withdraw_code")
        return render(request, "monitor/questions_paper.html", context)
