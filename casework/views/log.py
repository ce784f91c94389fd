"""The access log of a household, one line per person, day and deed."""

import uuid

from django.contrib.postgres.aggregates import ArrayAgg
from django.core.paginator import Page, Paginator
from django.db.models import Count, Max
from django.db.models.functions import TruncDate

from wijkteam.models import AccessLog
from wijkteam.requests import SignedInRequest

LINES = 50


def log_page(request: SignedInRequest, households: list[uuid.UUID]) -> Page:
    """Newest first. Whoever looked three times on one day stands there once, with the number."""
    lines = (
        AccessLog.objects.filter(household_id__in=households)
        .order_by()
        .values("user_name", "role", "organisation", "act", "why", day=TruncDate("at"))
        .annotate(times=Count("pk"), last=Max("at"), parts=ArrayAgg("part", distinct=True))
        .order_by("-last")
    )
    return Paginator(lines, LINES).get_page(request.GET.get("page"))
