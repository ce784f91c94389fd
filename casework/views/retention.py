"""How long what is kept: for the privacy officer. Days and numbers, no families."""

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.db.models import Count
from django.db.models.functions import ExtractYear
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework.models import CaseFile, Destruction
from wijkteam.access import look
from wijkteam.requests import SignedInRequest
from wijkteam.retention import LAW, years

ON_A_PAGE = 50


@permission_required("casework.see_every_right", raise_exception=True)
@require_safe
def retention(request: SignedInRequest) -> HttpResponse:
    """The law, what will be destroyed in which year, and what was destroyed."""
    look(request, part="bewaartermijnen", ground="toezicht")
    closed = CaseFile.objects.closed().order_by()
    ahead = (
        closed.annotate(year=ExtractYear("destroy_on"))
        .values("year")
        .annotate(number=Count("pk"))
        .order_by("year")
    )
    today = timezone.localdate()
    records = Destruction.objects.visible_to(request.user).select_related("team")
    context = {
        "law": [(rule, years(rule.what, today)) for rule in LAW],
        "ahead": ahead[:30],
        "late": closed.filter(destroy_on__lt=today).count(),
        "page": Paginator(records, ON_A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "casework/retention.html", context)
