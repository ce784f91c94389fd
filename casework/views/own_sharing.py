"""The household's own yes and no, per organisation and life domain; and asking it at the table."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.choices import Part
from casework.forms.own_sharing import (
    AnswerSharingForm,
    AskSharingForm,
    ShareForm,
    StopSharingForm,
)
from casework.models import CaseFile, Seat, SharingGround, SharingQuestion
from casework.opening import seats_of
from casework.own_sharing import OwnSharing
from casework.standing import Standing
from casework.views.doors import form_of, form_page, noted, reads_own, writes, writes_own
from wijkteam.requests import SignedInRequest

FORM = ["GET", "HEAD", "POST"]


def _own(request: SignedInRequest, pk: uuid.UUID) -> tuple[CaseFile, OwnSharing, Standing]:
    files = CaseFile.objects.visible_to(request.user).select_related("household", "team")
    plan = get_object_or_404(files, pk=pk)
    standing = Standing.of(request.user, plan, seats_of(plan))
    return plan, OwnSharing(standing), standing


@reads_own
@require_safe
def own_sharing(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Who reads along about what, what is asked, and what was before."""
    plan, sharing, standing = _own(request, pk)
    noted(request, plan, Part.SHARING)
    context = {"case_file": plan, "sharing": sharing, "standing": standing}
    return render(request, "casework/own_sharing.html", context)


@writes_own
@require_http_methods(FORM)
def own_share(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """A yes for something more, with the organisation of whoever sits on this chair."""
    seat = get_object_or_404(Seat.objects.visible_to(request.user).open(), pk=pk)
    plan, sharing, standing = _own(request, seat.case_file_id)
    reader = next((reader for reader in sharing.readers if seat in reader.seats), None)
    if reader is None or not sharing.about:
        raise Http404
    form = ShareForm(
        request.POST or None, sharing=sharing, organisation=reader.organisation, case_file=plan,
        standing=standing,
    )  # fmt: skip
    return form_page(
        request,
        form,
        heading=_("Meer delen met %(name)s") % {"name": reader.organisation.name},
        button=_("Ja, dit mag gedeeld worden"),
        done=_("Uw ja staat er. U kunt het altijd terugnemen."),
        part=Part.SHARING,
        to=reverse("own_sharing", args=[plan.pk]),
    )


@writes_own
@require_http_methods(FORM)
def own_sharing_answer(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Yes or no to one question; about oneself, the family, or a child one decides for."""
    found = SharingQuestion.objects.visible_to(request.user)
    if request.method != "POST":
        found = found.waiting()
    question = get_object_or_404(found.select_related("organisation", "about"), pk=pk)
    plan, sharing, standing = _own(request, question.case_file_id)
    if not sharing.deciding.may(sharing.me, question.about):
        raise Http404
    form = AnswerSharingForm(
        request.POST or None, sharing=sharing, question=question, case_file=plan,
        standing=standing,
    )  # fmt: skip
    return form_page(
        request,
        form,
        heading=_("Mag %(name)s dit weten?") % {"name": question.organisation.name},
        button=_("Antwoorden"),
        done=_("Uw antwoord staat er. Uw regisseur krijgt bericht."),
        part=Part.SHARING,
        to=reverse("own_sharing", args=[plan.pk]),
        template="casework/own_sharing_answer.html",
        question=question,
    )


@writes_own
@require_http_methods(FORM)
def own_ground_withdraw(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """What was a yes becomes a no, at once: all of it, or for some life domains."""
    mine = SharingGround.objects.visible_to(request.user).valid().consents().for_list()
    ground = get_object_or_404(mine, pk=pk)
    plan, sharing, standing = _own(request, ground.case_file_id)
    if not sharing.deciding.may(sharing.me, ground.about):
        raise Http404
    form = StopSharingForm(
        request.POST if request.method == "POST" else None, ground=ground, case_file=plan,
        standing=standing,
    )  # fmt: skip
    return form_page(
        request,
        form,
        heading=_("Niet meer delen?"),
        button=_("Ja, stop met delen"),
        done=_("Gestopt. %(name)s leest dit niet meer.") % {"name": ground.organisation.name},
        part=Part.SHARING,
        to=reverse("own_sharing", args=[plan.pk]),
        template="casework/own_ground_withdraw.html",
        ground=ground,
    )


@writes
@require_http_methods(FORM)
def sharing_ask(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask the household on its own page; nothing is shared until they said yes."""
    one = get_object_or_404(
        CaseFile.objects.run_by(request.user).select_related("household"), pk=pk
    )
    form = form_of(request, AskSharingForm, one, initial={"reader": request.GET.get("wie")})
    return form_page(
        request,
        form,
        heading=_("Vragen of er meer gedeeld mag worden"),
        button=_("Vragen"),
        done=_("De vraag staat op de eigen pagina van de bewoner."),
        part=Part.SHARING,
        to=reverse("grounds", args=[one.pk]),
    )
