"""The meldcode: a closed compartment. Its looks stand in the log without the household."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from casework.choices import Act, MeldcodeStepKind
from casework.forms.meldcode import BeginForm, NameForm, StepForm
from casework.models import CaseFile, Meldcode
from casework.models.meldcode import MeldcodeQuerySet
from casework.standing import Standing
from casework.views.doors import did
from casework.workflow import Refused, SentTwice
from wijkteam.access import look
from wijkteam.requests import SignedInRequest

uses = permission_required("casework.use_meldcode", raise_exception=True)
FORM = ["GET", "HEAD", "POST"]


def _noted(request: SignedInRequest, mark: str, act: Act = Act.LOOKED) -> None:
    look(request, part="meldcode", act=act.value, ground="meldcode", why=mark)


@uses
@require_http_methods(FORM)
def meldcode_begin(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """To the one that runs, for who reads it; else step one, in a file that is open. What others
    began and this one does not read, changes nothing here: not even that it is there is told."""
    one = get_object_or_404(CaseFile.objects.visible_to(request.user), pk=pk)
    mine = Meldcode.objects.visible_to(request.user).filter(case_file=one)
    is_sent = request.method == "POST"
    running = list(mine.open()[:2])
    if len(running) == 1 and not is_sent:
        return redirect("meldcode", running[0].pk)
    runs = CaseFile.objects.run_by(request.user).open().filter(pk=pk).exists()
    if not runs or running and not is_sent:
        return _older(request, one, mine)
    form = BeginForm(request.POST if is_sent else None, initial={"key": uuid.uuid4()})
    mark = f"begin {one.pk}"
    if form.is_valid():
        try:
            made = form.save(one, Standing.of(request.user, one).chair)
        except SentTwice:
            return redirect("meldcode", form.cleaned_data["key"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            _noted(request, made.mark, Act.CHANGED)
            messages.success(
                request, _("Stap 1 staat erin. Alleen wie hier genoemd is, leest dit.")
            )
            return redirect("meldcode", made.pk)
    _noted(request, mark)
    context = {"form": form, "case_file": one, "older": mine}
    return render(request, "casework/meldcode_begin.html", context)


def _older(request: SignedInRequest, one: CaseFile, mine: MeldcodeQuerySet) -> HttpResponse:
    """What was written down, for who was named and for after the closing. Nothing is begun here."""
    if not (older := list(mine)):
        raise Http404
    _noted(request, f"begin {one.pk}")
    context = {"case_file": one, "older": older}
    return render(request, "casework/meldcode_begin.html", context)


@uses
@require_safe
def meldcode(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The steps, who reads this, and who looked."""
    one = get_object_or_404(_mine(request), pk=pk)
    _noted(request, one.mark)
    steps = list(one.steps.select_related("by"))
    taken = {step.kind for step in steps}
    context = {
        "one": one,
        "case_file": one.case_file,
        "steps": steps,
        "road": [(kind.label, kind.value in taken) for kind in MeldcodeStepKind],
        "others": _mine(request).filter(case_file=one.case_file_id).exclude(pk=one.pk),
        "members": one.members.filter(until__isnull=True).select_related("user__organisation"),
        "looks": one.looks().order_by("-at")[:30],
        "form": StepForm(initial=_next(taken)),
        "name_form": NameForm(meldcode=one),
        "may_close": MeldcodeStepKind.DECIDE in taken,
    }
    return render(request, "casework/meldcode.html", context)


@uses
@require_http_methods(FORM)
def meldcode_step(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    one = get_object_or_404(_mine(request).open(), pk=pk)
    is_sent = request.method == "POST"
    taken = set(one.steps.values_list("kind", flat=True))
    form = StepForm(request.POST if is_sent else None, initial=_next(taken))
    _noted(request, one.mark, Act.CHANGED if is_sent else Act.LOOKED)
    if form.is_valid():
        try:
            form.save(one, request.user)
        except SentTwice:
            return redirect("meldcode", pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("De stap staat erin."))
            return redirect("meldcode", pk)
    context = {"one": one, "case_file": one.case_file, "form": form}
    return render(request, "casework/meldcode_step.html", context)


@uses
@require_POST
def meldcode_name(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Someone at this table reads it too from now on."""
    one = get_object_or_404(_mine(request).open(), pk=pk)
    form = NameForm(request.POST, meldcode=one)
    _noted(request, one.mark, Act.CHANGED)
    if form.is_valid():
        did(request, lambda: form.save(request.user), _("Deze collega leest nu mee."))
    else:
        messages.error(request, _("Kies wie er mee mag lezen."))
    return redirect("meldcode", pk)


@uses
@require_POST
def meldcode_close(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    one = get_object_or_404(_mine(request).open(), pk=pk)
    _noted(request, one.mark, Act.CHANGED)
    did(request, one.close, _("De meldcode is afgesloten."))
    return redirect("meldcode", pk)


def _next(taken: set[str]) -> dict[str, object]:
    """The first step that was not taken yet is filled in already."""
    left = [kind for kind in MeldcodeStepKind if kind.value not in taken]
    return {"key": uuid.uuid4(), "kind": left[0] if left else MeldcodeStepKind.DECIDE}


def _mine(request: SignedInRequest) -> MeldcodeQuerySet:
    return Meldcode.objects.visible_to(request.user).select_related("case_file__household")
