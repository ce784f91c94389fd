"""What the neighbourhood can give this family, and what it can give the neighbourhood."""

import uuid

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from casework import exchange
from casework.choices import Act, Part
from casework.models import CaseFile
from casework.standing import Standing
from casework.views.doors import did, noted, writes
from wijkteam.requests import SignedInRequest

reads_register = permission_required("network.view_register", raise_exception=True)


@writes
@reads_register
@require_safe
def neighbourhood(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Suggestions beside the plan; people decide."""
    one = get_object_or_404(CaseFile.objects.writable_by(request.user), pk=pk)
    standing = Standing.of(request.user, one)
    noted(request, one, Part.PLAN)
    context = {"case_file": one, "standing": standing, "matches": exchange.matches(standing)}
    return render(request, "casework/exchange.html", context)


@writes
@reads_register
@require_POST
def exchange_accept(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Somebody says yes to one suggestion: it becomes an action of that person."""
    one = get_object_or_404(CaseFile.objects.writable_by(request.user), pk=pk)
    standing = Standing.of(request.user, one)
    chosen = request.POST.get("match", "")
    match = next((m for m in exchange.matches(standing) if str(m.key) == chosen), None)
    if match:
        words = _("Met %(name)s bespreken: %(words)s")
        words %= {"name": match.place.name, "words": match.words}
        noted(request, one, Part.PLAN, Act.CHANGED)
        did(
            request,
            lambda: exchange.put_in_plan(match, standing, words),
            _("Het staat in het plan, bij u."),
        )
    return redirect("case_file", pk)
