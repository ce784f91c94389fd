"""With whom is shared, on which ground, and stopping it."""

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.choices import Part
from casework.forms.grounds import SeatGroundForm
from casework.forms.own_sharing import StopAtTableForm
from casework.models import CaseFile, Seat, SharingGround, SharingQuestion
from casework.standing import Standing
from casework.views.doors import form_of, form_page, noted, reads, writes
from wijkteam.requests import SignedInRequest

FORM = ["GET", "HEAD", "POST"]


@reads
@require_safe
def grounds(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Every ground there is and was. For the own team; partners see their own part only."""
    one = get_object_or_404(
        CaseFile.objects.visible_to(request.user).select_related("household"), pk=pk
    )
    noted(request, one, Part.SHARING)
    found = SharingGround.objects.visible_to(request.user).filter(case_file=one).for_list()
    asked = SharingQuestion.objects.visible_to(request.user).filter(case_file=one)
    people = ["organisation", "about", "first_yes_by", "answered_by", "ended_by_leaving"]
    context = {"case_file": one, "standing": Standing.of(request.user, one), "grounds": found}
    context["questions"] = asked.select_related(*people)[:50]
    return render(request, "casework/grounds.html", context)


@writes
@require_http_methods(FORM)
def seat_ground(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Why it may be shared with somebody who sits here and reads nothing yet."""
    files = CaseFile.objects.run_by(request.user).open()
    seats = Seat.objects.open().filter(case_file__in=files.values("pk"))
    found = seats.filter(user__organisation__isnull=False).select_related("user__organisation")
    seat = get_object_or_404(found.select_related("case_file__household"), pk=pk)
    form = form_of(request, SeatGroundForm, seat.case_file, sits=seat)
    return form_page(
        request,
        form,
        heading=_("Delen met %(name)s") % {"name": seat.name},
        button=_("Bewaren"),
        done=_("Dit staat erbij. Het gezin ziet het ook."),
        part=Part.SHARING,
        to=reverse("table", args=[seat.case_file_id]),
    )


@writes
@require_http_methods(FORM)
def ground_withdraw(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """All of it, some life domains, or everything with this organisation: at once."""
    files = CaseFile.objects.run_by(request.user)
    running = SharingGround.objects.valid().filter(case_file__in=files.values("pk"))
    ground = get_object_or_404(running.for_list().select_related("case_file__household"), pk=pk)
    form = form_of(request, StopAtTableForm, ground.case_file, ground=ground)
    return form_page(
        request,
        form,
        heading=_("Stoppen met delen?"),
        button=_("Ja, nu stoppen"),
        done=_("Gestopt. %(name)s leest dit niet meer.") % {"name": ground.organisation.name},
        part=Part.SHARING,
        to=reverse("grounds", args=[ground.case_file_id]),
        template="casework/ground_withdraw.html",
        ground=ground,
    )
