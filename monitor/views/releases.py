"""What was released, as it was frozen: to read, to print and to take along."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from monitor.council import council
from monitor.downloads import KINDS
from monitor.models import Publication
from monitor.released import chosen, tables_of
from wijkteam.pdf import paper_page, pdf_response
from wijkteam.requests import SignedInRequest

reads = permission_required("monitor.view_releases", raise_exception=True)
PAPER = "monitor/paper_release.html"
# A picture in a PDF knows no other style than the one inside it.
PAPER_CHARTS = settings.BASE_DIR / "static" / "monitor" / "paper_charts.css"


def publication(request: SignedInRequest, year: int, quarter: int) -> Publication:
    seen = Publication.objects.visible_to(request.user)
    return get_object_or_404(seen, year=year, quarter=quarter)


@require_safe
@reads
def release(request: SignedInRequest, year: int, quarter: int) -> HttpResponse:
    """One release; the filters choose among its tables and rows, and nothing is worked out."""
    found = publication(request, year, quarter)
    every = tables_of(found.cells.all())
    table, row = request.GET.get("tabel", ""), request.GET.get("rij", "")
    context = {"release": found, "every": every, "table": table, "row": row, "kinds": list(KINDS)}
    return render(request, "monitor/release.html", context | {"tables": chosen(every, table, row)})


@require_safe
@reads
def release_download(request: SignedInRequest, year: int, quarter: int, kind: str) -> HttpResponse:
    if kind not in KINDS:
        raise Http404
    found = publication(request, year, quarter)
    make, content_type = KINDS[kind]
    response = HttpResponse(make(found), content_type=content_type)
    name = f"wijkteam-{found.year}-{found.quarter}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def paper(request: SignedInRequest, year: int, quarter: int) -> dict[str, Any]:
    """What the council gets on paper, on the screen or as a PDF."""
    found = publication(request, year, quarter)
    return council(request.user, found) | {
        "back": reverse("release", args=[year, quarter]),
        "pdf": reverse("release_pdf", args=[year, quarter]),
    }


@require_safe
@reads
def release_paper(request: SignedInRequest, year: int, quarter: int) -> HttpResponse:
    return paper_page(request, PAPER, paper(request, year, quarter))


@require_safe
@reads
def release_pdf(request: SignedInRequest, year: int, quarter: int) -> HttpResponse:
    name = f"wijkteam-{year}-{quarter}.pdf"
    charts = PAPER_CHARTS.read_text("utf-8")
    return pdf_response(request, PAPER, paper(request, year, quarter), name, charts)
