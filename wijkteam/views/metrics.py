"""Figures for a Prometheus server: counts and times of pages by name, and what waits. No people.

The address answers only to whoever sends METRICS_TOKEN (`Authorization: Bearer ...`); without that
setting it does not exist. Several web processes share their counts through the folder that
PROMETHEUS_MULTIPROC_DIR names (prometheus-client's own setting).
"""

import os
import time
from collections.abc import Callable, Iterable

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, Min, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Histogram,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from wijkteam import database
from wijkteam.choices import MessageStatus
from wijkteam.models import OutboxMessage

PAGES = Histogram(
    "wijkteam_page_seconds",
    "Time of a page, by its name in the address book and the hundreds of its status.",
    ["page", "status"],
    buckets=(0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)


class MetricsMiddleware:
    """Counts the page by its URL name: an address could name a family."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = self.get_response(request)
        page = request.resolver_match.view_name if request.resolver_match else "none"
        status = f"{response.status_code // 100}xx"
        PAGES.labels(page, status).observe(time.perf_counter() - began)
        return response


class Outbox(Collector):
    """What waits to be sent, since when, and what could not be sent."""

    def collect(self) -> Iterable[GaugeMetricFamily]:
        with database.role("worker"):
            found = OutboxMessage.objects.aggregate(
                waiting=Count("pk", filter=Q(status=MessageStatus.WAITING)),
                failed=Count("pk", filter=Q(status=MessageStatus.FAILED)),
                oldest=Min("created_at", filter=Q(status=MessageStatus.WAITING)),
            )
        age = (timezone.now() - found["oldest"]).total_seconds() if found["oldest"] else 0
        for name, words, value in [
            ("wijkteam_outbox_waiting", "Messages that wait to be sent.", found["waiting"]),
            ("wijkteam_outbox_failed", "Messages that could not be sent.", found["failed"]),
            ("wijkteam_outbox_oldest_seconds", "How long the oldest one waits.", age),
        ]:
            yield GaugeMetricFamily(name, words, value=value)


@login_not_required
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    token = f"Bearer {settings.METRICS_TOKEN}"
    given = request.headers.get("Authorization", "")
    if not settings.METRICS_TOKEN or not constant_time_compare(given, token):
        raise Http404
    pages: CollectorRegistry = REGISTRY
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        pages = CollectorRegistry()
        MultiProcessCollector(pages)
    waiting = CollectorRegistry()
    waiting.register(Outbox())
    return HttpResponse(
        generate_latest(pages) + generate_latest(waiting), content_type=CONTENT_TYPE_LATEST
    )
