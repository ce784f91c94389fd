"""The whole file to another team: asking, taking back, taking it there, and saying no at home."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from casework.choices import Act, Part, TeamAnswer
from casework.forms.team import AskTeamForm, ObjectForm, TeamOfferForm
from casework.models import CaseFile, TeamHandover, TeamOffer
from casework.models.team_handover import OFFER_IS_OVER, WAS_FIRST
from casework.views.doors import FORM, did, form_of, form_page, noted, reads, writes, writes_own
from casework.workflow import Refused
from wijkteam.access import look
from wijkteam.requests import SignedInRequest


@writes
@require_http_methods(FORM)
def team_ask(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The coordinator asks another team to go on with this family."""
    mine = CaseFile.objects.coordinated_by(request.user).select_related("household", "team")
    one = get_object_or_404(mine, pk=pk)
    form = form_of(request, AskTeamForm, one)
    return form_page(
        request,
        form,
        heading=_("Naar een ander wijkteam"),
        button=_("Vragen"),
        done=_("Gevraagd. Tot het andere wijkteam ja zegt, blijft u de regisseur."),
        part=Part.TEAM,
        to=reverse("table", args=[one.pk]),
        template="casework/team_ask.html",
    )


@writes
@require_POST
def team_withdraw(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """It is not asked any more. Who was taken from meanwhile, reads that."""
    one = get_object_or_404(CaseFile.objects.writable_by(request.user), pk=pk)
    found = TeamHandover.objects.visible_to(request.user).filter(case_file=one)
    asked = found.select_related("case_file", "to_team").first()
    if asked is None:
        raise Http404
    is_done = did(request, asked.withdraw, _("Ingetrokken. Het dossier blijft bij uw wijkteam."))
    noted(request, one, Part.TEAM, Act.CHANGED if is_done else Act.LOOKED)
    return redirect("table", one.pk)


@reads
@require_http_methods(FORM)
def team_offer(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Another team asks: from whom and why, and yes or no. Nothing of the file yet."""
    offer = next((one for one in TeamOffer.waiting() if one.pk == pk), None)
    if offer is None:
        return _answered(request, pk)
    form = TeamOfferForm(request.POST or None, by=request.user)
    done = form.is_valid() and _answer(form, offer)
    look(request, household_id=offer.household_id, part=Part.TEAM.value, ground="gevraagd",
         act=Act.CHANGED.value if done else Act.LOOKED.value)  # fmt: skip
    if not form.is_valid():
        return render(request, "casework/team_offer.html", {"offer": offer, "form": form})
    return _answered(request, pk, done)


def _answer(form: TeamOfferForm, offer: TeamOffer) -> bool:
    try:
        return bool(form.save(offer))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False


def _answered(request: SignedInRequest, pk: uuid.UUID, done: bool = False) -> HttpResponse:
    """What became of it: for whoever answered, clicks once more, or was just too late."""
    answer = TeamOffer.answer_to(pk)
    if answer is None:
        raise Http404
    taken = TeamHandover.objects.visible_to(request.user).filter(pk=pk, answer=TeamAnswer.TAKEN)
    mine = CaseFile.objects.coordinated_by(request.user).filter(team_handovers__in=taken).first()
    if mine:
        messages.success(request, _("U bent nu de regisseur van dit dossier."))
        return redirect("case_file", mine.pk)
    if done:
        messages.success(request, _("Wie het vroeg, leest uw antwoord."))
    else:
        messages.info(request, OFFER_IS_OVER[TeamAnswer(answer)])
    return redirect("day")


@writes_own
@require_http_methods(FORM)
def own_team(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Somebody of the family does not want it, in one press; with words when they like."""
    plan = get_object_or_404(
        CaseFile.objects.visible_to(request.user).select_related("household"), pk=pk
    )
    found = TeamHandover.objects.visible_to(request.user).filter(case_file=plan)
    asked = found.select_related("case_file", "to_team").first()
    if asked is None:
        raise Http404
    if not asked.waits:
        noted(request, plan, Part.TEAM)
        messages.error(request, WAS_FIRST[TeamAnswer(asked.answer)] % {"team": asked.to_team})
        return redirect("own_file", plan.pk)
    form = form_of(request, ObjectForm, plan, handover=asked)
    return form_page(
        request,
        form,
        heading=_("Wilt u dit niet?"),
        button=_("Ik wil dit niet"),
        done=_("Het gaat niet door. Uw regisseur krijgt bericht."),
        part=Part.TEAM,
        template="casework/own_team.html",
        handover=asked,
    )
