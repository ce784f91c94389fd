"""Seeing it differently, asking for a decision, and saying where it is stuck: at the table."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.choices import Part
from casework.forms.base import CaseForm
from casework.forms.differences import DifferenceForm, OwnDifferenceForm, PositionForm
from casework.forms.look_again import CompleteForm, LookAgainForm
from casework.forms.mandate import MandateAnswerForm, MandateForm, MandatePutForm
from casework.forms.stuck import SignForm, StuckForm
from casework.models import CaseFile, Difference, MandateQuestion, StuckPoint
from casework.views.doors import FORM, form_of, form_page, writable, writes, writes_own
from wijkteam.requests import SignedInRequest


@writes
@require_http_methods(FORM)
def difference_add(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    form = form_of(request, DifferenceForm, writable(request, pk))
    return form_page(
        request,
        form,
        heading=_("We zien dit verschillend"),
        button=_("Verschil bewaren"),
        alike=True,
        done=_("Het verschil staat in het dossier. De bewoner ziet het ook."),
        part=Part.DIFFERENCE,
        to="#verschillen",
        template="casework/difference.html",
    )


@writes
@require_http_methods(FORM)
def difference_review(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Looked at it together: go on trying, or it has ended. Afterwards: what was left open."""
    found = Difference.objects.writable_by(request.user).may_review()
    difference = get_object_or_404(found.select_related("case_file__household"), pk=pk)
    kind: type[CaseForm] = CompleteForm if difference.has_ended else LookAgainForm
    form = form_of(request, kind, difference.case_file, difference=difference)
    return form_page(
        request,
        form,
        heading=_("Aanvullen") if difference.has_ended else _("Samen naar het verschil kijken"),
        button=_("Bewaren"),
        done=_("Het verschil is bijgewerkt."),
        part=Part.DIFFERENCE,
        to="#eerder" if difference.has_ended else "#verschillen",
        quote=difference.subject,
    )


@writes
@require_http_methods(FORM)
def position_write(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    return position_page(request, get_object_or_404(
        Difference.objects.writable_by(request.user).still_open(), pk=pk))  # fmt: skip


@writes_own
@require_http_methods(FORM)
def own_difference(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The resident says it first. Not who reads the own part only: they would not find it back."""
    plans = CaseFile.objects.visible_to(request.user)
    plan = get_object_or_404(plans.select_related("household"), pk=pk)
    form = form_of(request, OwnDifferenceForm, plan)
    if not form.standing.reads_all:
        raise Http404
    return form_page(
        request,
        form,
        heading=_("Ik zie iets anders"),
        button=_("Opschrijven"),
        done=_("Het staat in uw plan. Uw regisseur krijgt bericht."),
        part=Part.DIFFERENCE,
        to="#verschillen",
    )


@writes_own
@require_http_methods(FORM)
def own_position(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The resident says it in person, also when someone wrote it down for them before."""
    return position_page(request, get_object_or_404(
        Difference.objects.visible_to(request.user).still_open(), pk=pk))  # fmt: skip


def position_page(request: SignedInRequest, difference: Difference) -> HttpResponse:
    form = form_of(request, PositionForm, difference.case_file, difference=difference)
    return form_page(
        request,
        form,
        heading=_("Zo zie ik het"),
        button=_("Opschrijven"),
        done=_("Het staat naast wat anderen zeiden."),
        part=Part.DIFFERENCE,
        to="#verschillen",
        quote=difference.subject,
    )


@writes
@require_http_methods(FORM)
def mandate_ask(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    form = form_of(request, MandateForm, writable(request, pk))
    return form_page(
        request,
        form,
        heading=_("Een beslissing vragen"),
        button=_("Vraag bewaren"),
        done=_("De vraag staat in het dossier."),
        part=Part.MANDATE,
        to="#wachten",
    )


@writes
@require_http_methods(FORM)
def mandate_answer(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """What was decided; and before that, whom it is put to."""
    found = MandateQuestion.objects.writable_by(request.user).unanswered()
    question = get_object_or_404(found.select_related("case_file__household"), pk=pk)
    kind: type[CaseForm] = MandateAnswerForm if question.asked_at else MandatePutForm
    form = form_of(request, kind, question.case_file, question=question)
    return form_page(
        request,
        form,
        heading=_("Er is een antwoord") if question.asked_at else _("Aan wie vragen we dit?"),
        button=_("Antwoord bewaren") if question.asked_at else _("Bewaren"),
        done=_("Het staat in het dossier."),
        part=Part.MANDATE,
        to="#plan",
        quote=question.words,
    )


@writes
@require_http_methods(FORM)
def stuck_write(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    form = form_of(request, StuckForm, writable(request, pk))
    return form_page(
        request,
        form,
        heading=_("Hier loopt het vast"),
        button=_("Vastloper bewaren"),
        alike=True,
        done=_("Bewaard. Vraag een collega aan tafel om mee te lezen."),
        part=Part.STUCK,
        to="#vastlopers",
    )


@writes
@require_http_methods(FORM)
def stuck_sign(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The second pair of eyes: no name in it, and it is true."""
    found = StuckPoint.objects.may_sign(request.user).in_open_files()
    stuck = get_object_or_404(found.select_related("case_file__household", "written_by"), pk=pk)
    form = form_of(request, SignForm, stuck.case_file, stuck=stuck)
    return form_page(
        request,
        form,
        heading=_("Meelezen en tekenen"),
        button=_("Ik heb meegelezen: teken"),
        done=_("Getekend. De teamleider stuurt de vastloper door, zonder namen."),
        part=Part.STUCK,
        to="#vastlopers",
        template="casework/stuck_sign.html",
        stuck=stuck,
        quote=stuck.words,
    )
