"""Who belongs to the household."""

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.choices import Part
from casework.forms.household import HouseMovesForm, MovesOutForm
from casework.models import CaseFile, Seat
from casework.standing import Standing
from casework.views.doors import FORM, form_page, writes
from wijkteam.requests import SignedInRequest


@writes
@require_http_methods(FORM)
def moves_out(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Someone of the house lives somewhere else now, and reads nothing more: the coordinator says
    so."""
    mine = CaseFile.objects.coordinated_by(request.user).open().values("pk")
    seats = Seat.objects.of_household_run_by(request.user).filter(case_file__in=mine)
    seat = get_object_or_404(seats.select_related("case_file__household", "person"), pk=pk)
    assert seat.person
    standing = Standing.of(request.user, seat.case_file)
    form = MovesOutForm(
        request.POST or None, leaves=seat.person, case_file=seat.case_file, standing=standing
    )
    return form_page(
        request,
        form,
        heading=_("%(name)s woont hier niet meer") % {"name": seat.name},
        button=_("Bewaren"),
        done=_("Bewaard. Deze persoon leest niets meer."),
        part=Part.HOME,
        to=reverse("table", args=[seat.case_file_id]),
    )


@writes
@require_http_methods(FORM)
def house_moves(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The whole house goes to another address: the coordinator says so."""
    files = CaseFile.objects.coordinated_by(request.user).select_related("household", "team")
    one = get_object_or_404(files, pk=pk)
    standing = Standing.of(request.user, one)
    form = HouseMovesForm(request.POST or None, case_file=one, standing=standing)
    return form_page(
        request,
        form,
        heading=_("Het huishouden verhuist"),
        button=_("Bewaren"),
        done=form.done if form.is_valid() else "",
        part=Part.HOME,
        to=reverse("table", args=[one.pk]),
        template="casework/house_moves.html",
        people=one.household.people(),
    )
