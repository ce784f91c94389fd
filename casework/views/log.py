"""The access log of a household, one line per person, day and deed."""

from django.contrib.postgres.aggregates import ArrayAgg
from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Max
from django.db.models.expressions import Combinable
from django.db.models.functions import TruncDate

from wijkteam.models import User
from wijkteam.models.access import AccessLogQuerySet
from wijkteam.requests import SignedInRequest

LINES = 50


def log_page(request: SignedInRequest, rows: AccessLogQuerySet, asker: User | None = None) -> Page:
    """Newest first. Whoever looked three times on one day stands there once, with the number.

    For a resident who may ask why, with the row to ask about and what was asked before.
    """
    if asker:
        rows = rows.with_question_of(asker)
    lines = (
        rows.order_by()
        .values("user_name", "role", "organisation", "act", "why", day=TruncDate("at"))
        .annotate(times=Count("pk"), last=Max("at"), parts=ArrayAgg("part", distinct=True))
        .order_by("-last")
    )
    if asker:
        asked_first: list[str | Combinable] = [F("own__asked_at").desc(nulls_last=True), "-at"]
        lines = lines.annotate(
            rows=ArrayAgg("pk", order_by=asked_first),
            asked=Max("own__asked_at"),
            due=Max("own__due"),
            answered=Max("own__answered_at"),
        )
    return Paginator(lines, LINES).get_page(request.GET.get("page"))
