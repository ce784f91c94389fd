"""The team lead's page: who waits how long, who carries how much, what runs late."""

from datetime import timedelta

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from intake.load import load_of
from intake.models import Complaint, ConversationRequest
from wijkteam.access import looks
from wijkteam.requests import SignedInRequest

ROWS = 15
GROUND = "leiding van het wijkteam"


@permission_required("intake.lead_team", raise_exception=True)
@require_safe
def leading(request: SignedInRequest) -> HttpResponse:
    """Names and clocks, never a story: what is late, who waits longest, and the load per person."""
    today = timezone.localdate()
    visible = ConversationRequest.objects.visible_to(request.user).open()
    late = list(visible.most_urgent_first(today).late(today).for_list()[:ROWS])
    longest = list(visible.without_conversation().with_next_clock().for_list()[:ROWS])
    about = list({row.pk for row in [*late, *longest]})
    looks(request, part="leiding", requests=about, ground=GROUND)
    week = today + timedelta(days=7)
    context = {
        "late": late,
        "late_number": visible.late(today).count(),
        "longest": longest,
        "waiting_number": visible.without_conversation().count(),
        "load": load_of(request.user, today, week),
        "complaints_open": Complaint.objects.visible_to(request.user).open().count(),
        "unheld": visible.unheld().count(),
    }
    return render(request, "intake/team/leading.html", context)
