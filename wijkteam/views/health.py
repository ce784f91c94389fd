"""For machines: is the process up, and do all its parts work?"""

import redis
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache

from wijkteam.celery import app


@login_not_required
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


@login_not_required
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when database, Redis and a worker answer; 503 and which one does not."""
    parts = {"database": _database(), "redis": _redis()}
    if not settings.SITE:  # the municipality's own site has no work in the background
        parts["worker"] = parts["redis"] and bool(app.control.ping(timeout=1.0, limit=1))
    status = 200 if all(parts.values()) else 503
    return JsonResponse(parts, status=status)


def _database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM wijkteam_team LIMIT 1")
    except DatabaseError:
        return False
    return True


def _redis() -> bool:
    try:
        return bool(redis.from_url(settings.REDIS_URL, socket_timeout=1).ping())
    except redis.RedisError:
        return False
