"""Codes on paper for someone at the table who has no e-mail."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from casework.choices import Act, Part
from casework.models import Seat
from casework.views.doors import noted, writes
from casework.workflow import NotAllowed
from wijkteam.models.paper_codes import ninety_days_from_now
from wijkteam.references import readable
from wijkteam.requests import SignedInRequest


@writes
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def paper_codes(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask first; then show the sheet, this once. A second click makes a new sheet."""
    seats = Seat.objects.of_household_run_by(request.user)
    seat = get_object_or_404(seats.select_related("case_file__household", "person"), pk=pk)
    codes = made(request, seat) if request.method == "POST" else []
    noted(request, seat.case_file, Part.TABLE, Act.CHANGED if codes else Act.LOOKED)
    context = {"seat": seat, "case_file": seat.case_file, "codes": [readable(c) for c in codes]}
    context |= {"today": timezone.localdate(), "until": ninety_days_from_now()}
    return render(request, "casework/paper_codes.html", context)


def made(request: SignedInRequest, seat: Seat) -> list[str]:
    assert seat.person
    try:
        return seat.person.make_paper_codes()
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
        return []
