"""How long what is kept: for the privacy officer. Days and numbers, no families."""

import uuid
from datetime import timedelta

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractYear
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from casework.models import CaseFile, Destruction
from wijkteam.access import look
from wijkteam.requests import SignedInRequest
from wijkteam.retention import LAW, years

ON_A_PAGE = 50
# So long before its day a file can be looked at, by numbers.
DAYS_AHEAD = 30
KINDS = {
    "casework_person": _("mensen van het huis"), "casework_seat": _("plekken aan tafel"),
    "casework_goal": _("doelen"), "casework_action": _("afspraken"),
    "casework_timelineentry": _("berichten in het verhaal"), "casework_document": _("documenten"),
    "casework_difference": _("verschillen van inzicht"),
    "casework_sharingground": _("keren ja om te delen"),
    "casework_meldcode": _("meldcodes"), "intake_conversationrequest": _("verzoeken"),
    "intake_conversation": _("keukentafelgesprekken"), "intake_complaint": _("klachten"),
}  # fmt: skip


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
    soon = _soon().order_by("destroy_on", "pk")
    records = Destruction.objects.visible_to(request.user).select_related("team")
    context = {
        "law": [(rule, years(rule.what, today)) for rule in LAW],
        "ahead": ahead[:30],
        "soon": soon[:ON_A_PAGE],
        "late": closed.filter(destroy_on__lt=today).count(),
        "page": Paginator(records, ON_A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "casework/retention.html", context)


@permission_required("casework.see_every_right", raise_exception=True)
@require_safe
def retention_ahead(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """What goes with one file, before its day: days and numbers."""
    one = get_object_or_404(_soon(), pk=pk)
    look(request, part="bewaartermijnen", ground="toezicht")
    counted, at_home, looked = Destruction.ahead(pk)
    kinds = [(label, counted.pop(table)) for table, label in KINDS.items() if table in counted]
    context = {"one": one, "kinds": kinds, "others": sum(counted.values()), "at_home": at_home,
               "looked": looked}  # fmt: skip
    return render(request, "casework/retention_ahead.html", context)


def _soon() -> QuerySet[CaseFile]:
    """Closed files that go within a month, as far as the officer may see them."""
    last = timezone.localdate() + timedelta(days=DAYS_AHEAD)
    found = CaseFile.objects.closed().filter(destroy_on__lte=last).select_related("team")
    return found.only("opened_at", "closed_at", "destroy_on", "team__name")
