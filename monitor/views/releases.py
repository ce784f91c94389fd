"""What was released, as it was frozen."""

from itertools import groupby

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from monitor.catalogue import BY_KEY
from monitor.models import Publication
from monitor.tables import published_table
from wijkteam.requests import SignedInRequest


@require_safe
@permission_required("monitor.view_releases", raise_exception=True)
def release(request: SignedInRequest, year: int, quarter: int) -> HttpResponse:
    """One release, as it was frozen."""
    found = get_object_or_404(Publication, year=year, quarter=quarter)
    figures = []
    for key, cells in groupby(found.cells.all(), key=lambda cell: cell.indicator):
        table = published_table(cells)
        figures.append({"key": key, "indicator": BY_KEY.get(key), "table": table})
    return render(request, "monitor/release.html", {"release": found, "figures": figures})
