"""The first page of the monitor, as the municipality sees it."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monitor.models import Publication
from wijkteam.requests import SignedInRequest


@require_safe
@permission_required("monitor.view_releases", raise_exception=True)
def monitor(request: SignedInRequest) -> HttpResponse:
    """What the municipality sees and never sees, and the releases so far."""
    releases = Publication.objects.all()
    return render(request, "monitor/monitor.html", {"releases": releases})
