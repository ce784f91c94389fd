"""The register in and out as a list: read in with a look first, written out harmless."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from network import exporting, importing
from network.choices import VindplaatsKind
from network.columns import COLUMNS
from network.forms.imports import ImportForm
from network.forms.register import RegisterFilter
from network.models import RegisterImport, Vindplaats
from network.views.gate import team_only
from wijkteam.requests import SignedInRequest

CSV = "text/csv; charset=utf-8"
FORMATS = {
    "csv": (CSV, exporting.as_csv),
    "ods": ("application/vnd.oasis.opendocument.spreadsheet", exporting.as_ods),
}


def as_file(content: bytes, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
@team_only
def import_start(request: SignedInRequest) -> HttpResponse:
    """Choose a file. What it would do is shown first."""
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form = ImportForm(request.POST, request.FILES)
        made = form.save(request.user) if form.is_valid() else None
        if made:
            return redirect("import_check", made.pk)
    context = {"form": form, "columns": COLUMNS, "kinds": VindplaatsKind.labels}
    return render(request, "network/import.html", context)


@require_safe
@team_only
def import_check(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """What the list would do, or did: new, there already, wrong and why."""
    made = get_object_or_404(RegisterImport.objects.visible_to(request.user), pk=pk)
    fresh = [row for row in made.rows if "place" in row]
    wrong = [row for row in made.rows if row["errors"]]
    context = {
        "made": made,
        "fresh": fresh,
        "wrong": wrong,
        "doubles": [row for row in made.rows if row.get("double")],
        "page": Paginator(wrong, 25).get_page(request.GET.get("page")),
    }
    return render(request, "network/import_check.html", context)


@require_POST
@team_only
def import_put_in(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    made = get_object_or_404(RegisterImport.objects.visible_to(request.user), pk=pk)
    added = importing.put_in(made, request.user)
    if added:
        messages.success(request, _("%s plekken staan in het register.") % added)
    return redirect("import_check", pk)


@require_safe
@team_only
def import_wrong(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The wrong rows as a file, to mend and read in again."""
    made = get_object_or_404(RegisterImport.objects.visible_to(request.user), pk=pk)
    wrong = [row for row in made.rows if row["errors"]]
    return as_file(exporting.wrong_rows(made.columns, wrong), CSV, "niet-ingelezen.csv")


@require_safe
@permission_required("network.view_register", raise_exception=True)
def export(request: SignedInRequest, form: str) -> HttpResponse:
    """The places of the list, with the same filter."""
    if form not in FORMATS:
        raise Http404
    kind, write = FORMATS[form]
    chosen = RegisterFilter(request.GET)
    places = chosen.narrow(Vindplaats.objects.visible_to(request.user), request.user)
    places = places.select_related("holder", "substitute", "organisation")
    content = write(places.order_by("name", "pk").prefetch_related("neighbourhoods"))
    return as_file(content, kind, f"vindplaatsen-{timezone.localdate():%Y-%m-%d}.{form}")
