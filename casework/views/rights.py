"""Requests on the own data: asked by the resident, answered by the officer or the coordinator."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from casework.choices import Act, Part
from casework.forms.rights import AnswerRight, AskRight, ExtendRight, LiftRight
from casework.letters_of_rights import for_somebody, home_of
from casework.models import CaseFile, Export, RightsRequest
from casework.views.doors import did
from casework.workflow import Refused, SentTwice
from wijkteam import files
from wijkteam.access import look, looks
from wijkteam.forms import Form
from wijkteam.requests import SignedInRequest

asks = permission_required("casework.ask_right", raise_exception=True)
answers = permission_required("casework.answer_right", raise_exception=True)
FORM = ["GET", "HEAD", "POST"]
ON_A_PAGE = 50


def _noted_own(request: SignedInRequest, part: Part, act: Act = Act.LOOKED) -> list[CaseFile]:
    """One row per own household; one without a household when there is none."""
    plans = list(CaseFile.objects.visible_to(request.user).newest_first())
    homes: list[uuid.UUID | None] = list(dict.fromkeys(plan.household_id for plan in plans))
    looks(
        request, part=part.value, act=act.value, ground="eigen gegevens", households=homes or [None]
    )
    return plans


@asks
@require_safe
def own_rights(request: SignedInRequest) -> HttpResponse:
    """What I can ask, what I asked, and everything to take along."""
    plans = _noted_own(request, Part.RIGHTS)
    asked = RightsRequest.objects.visible_to(request.user).order_by("-asked_at")
    context = {
        "asked": asked.select_related("answered_by", "case_file__household")[:ON_A_PAGE],
        "has_more_plans": len(plans) > 1,
        "export": Export.objects.visible_to(request.user).first(),
    }
    return render(request, "casework/own_rights.html", context)


@asks
@require_http_methods(FORM)
def own_right_ask(request: SignedInRequest) -> HttpResponse:
    is_sent = request.method == "POST"
    plans = _noted_own(request, Part.RIGHTS, Act.CHANGED if is_sent else Act.LOOKED)
    first = {"key": uuid.uuid4(), "kind": request.GET.get("wat", "")}
    form = AskRight(request.POST if is_sent else None, plans=plans, initial=first)
    if form.is_valid():
        try:
            made = form.save(request.user)
        except SentTwice:
            return redirect("own_rights")
        day = date_format(made.due, "j E Y")
        messages.success(request, _("Verstuurd. U krijgt antwoord uiterlijk op %s.") % day)
        return redirect("own_rights")
    return render(request, "casework/own_right_ask.html", {"form": form})


@asks
@require_POST
def own_export_ask(request: SignedInRequest) -> HttpResponse:
    _noted_own(request, Part.EXPORT, Act.CHANGED)
    Export.ask(request.user)
    return redirect("own_rights")


@asks
@require_safe
def own_export_state(request: SignedInRequest) -> HttpResponse:
    """How far it is, for a page that asks every few seconds."""
    _noted_own(request, Part.EXPORT)
    export = Export.objects.visible_to(request.user).first()
    return render(request, "casework/_export.html", {"export": export})


@asks
@require_safe
def own_export(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The file itself, for nobody but the person it is about, while it is kept."""
    found = Export.objects.visible_to(request.user).filter(status="ready")
    export = get_object_or_404(found, pk=pk)
    _noted_own(request, Part.EXPORT, Act.DOWNLOADED)
    try:
        file = export.file.open("rb")
    except FileNotFoundError as error:
        raise Http404(_("Dit bestand is er niet meer.")) from error
    response: Any = files.send(file, "mijn-gegevens.zip", "application/zip")
    response["Content-Type"] = "application/zip"
    return response


@answers
@require_safe
def rights(request: SignedInRequest) -> HttpResponse:
    """What waits, the first due on top, letters to print, then what was answered."""
    found = RightsRequest.objects.visible_to(request.user)
    page = Paginator(found.answered(), ON_A_PAGE).get_page(request.GET.get("page"))
    waiting = list(found.waiting()[: 4 * ON_A_PAGE])
    letters = list(for_somebody(request.user)[: 4 * ON_A_PAGE])
    homes = [_home(one) for one in [*waiting, *page]] + [home_of(one) for one in letters]
    looks(request, part=Part.RIGHTS.value, ground="toezicht",
          households=list(dict.fromkeys(homes)) or [None])  # fmt: skip
    context = {"waiting": waiting, "page": page, "letters": letters}
    return render(request, "casework/rights.html", context)


@answers
@require_http_methods(FORM)
def right_answer(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """One request, and the answer to it."""
    found = RightsRequest.objects.visible_to(request.user).select_related("answered_by")
    one = get_object_or_404(found, pk=pk)
    is_sent = request.method == "POST"
    form = AnswerRight(request.POST if is_sent else None)
    look(request, part=Part.RIGHTS.value, act=Act.CHANGED.value if is_sent else Act.LOOKED.value,
         ground="toezicht", household_id=_home(one))  # fmt: skip
    if is_sent and form.is_valid():
        try:
            form.save(one, request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Uw antwoord staat klaar voor de bewoner."))
            return redirect("rights")
    longer, lift = ExtendRight(prefix="langer"), LiftRight(prefix="opheffen")
    return _page(request, one, form=form, longer=longer, lift=lift)


def _page(request: SignedInRequest, one: RightsRequest, **forms: Form) -> HttpResponse:
    """With the way to the plan it is about, for whoever may read that: the officer may not."""
    plan = None
    if one.case_file_id and request.user.has_perm("casework.open_case_file"):
        found = CaseFile.objects.visible_to(request.user).select_related("household")
        plan = found.filter(pk=one.case_file_id).first()
    context = {"one": one, "plan": plan, **forms}
    return render(request, "casework/right_answer.html", context)


@answers
@require_POST
def right_extend(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    found = RightsRequest.objects.visible_to(request.user)
    one = get_object_or_404(found, pk=pk)
    form = ExtendRight(request.POST, prefix="langer")
    look(request, part=Part.RIGHTS.value, act=Act.CHANGED.value, ground="toezicht",
         household_id=_home(one))  # fmt: skip
    if form.is_valid():
        did(request, lambda: form.save(one), _("De bewoner krijgt bericht."))
        return redirect("right_answer", pk)
    return _page(request, one, form=AnswerRight(), longer=form)


@answers
@require_POST
def right_lift(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The end of a restriction: the table reads again."""
    found = RightsRequest.objects.visible_to(request.user).select_related("answered_by")
    one = get_object_or_404(found, pk=pk)
    form = LiftRight(request.POST, prefix="opheffen")
    look(request, part=Part.RIGHTS.value, act=Act.CHANGED.value, ground="toezicht",
         household_id=_home(one))  # fmt: skip
    if form.is_valid():
        did(request, lambda: form.save(one, request.user), _("De afscherming is opgeheven."))
        return redirect("right_answer", pk)
    return _page(request, one, lift=form)


def _home(one: RightsRequest) -> uuid.UUID | None:
    """The household, as far as the one who looks may know it: the officer reads no file."""
    return one.household_id
