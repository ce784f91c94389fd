"""Open data in the Open Referral standard (HSDS 3.1): only what the places agreed to show."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from network import datapackage, hsds, openapi
from network.forms.open_data import PageAsked, ServicesAsked, said
from network.models import PublicPlace
from network.views.open_data_pages import page_of
from wijkteam.pace import Pace

READING = Pace("open data", most=240, seconds=60)
View = Callable[..., HttpResponse]
NOT_FOUND = {"error": "Not found."}
SLOWER = {"error": "Too many requests. Wait a minute, or take the whole data package at once."}


def state() -> tuple[int, datetime | None]:
    """How many places there are, and when one last changed: one query."""
    found = PublicPlace.objects.aggregate(number=Count("pk"), last=Max("changed_at"))
    return found["number"], found["last"]


def etag(request: HttpRequest, **_kwargs: Any) -> str:
    """With the day in it: names of organisations and neighbourhoods have no clock of their own."""
    number, last = state()
    return f'"{number}-{last.timestamp() if last else 0}-{timezone.localdate()}"'


def open_data_view(view: View) -> View:
    """For anyone, from any site, kept by caches for five minutes, and not too fast.

    What went wrong is kept by nobody: a cache between us would tell it to others.
    """
    kept = cache_control(public=True, max_age=300)(condition(etag_func=etag)(view))

    @wraps(view)
    def shown(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if READING.is_exceeded(request):
            response: HttpResponse = JsonResponse(SLOWER, status=429)
            response["Retry-After"] = str(READING.seconds)
        else:
            response = kept(request, **kwargs)
        if response.status_code >= 400:
            del response["ETag"]
            response["Cache-Control"] = "no-store"
        response["Access-Control-Allow-Origin"] = "*"
        return response

    return login_not_required(require_safe(shown))


@open_data_view
def about(request: HttpRequest) -> HttpResponse:
    """What this is, and by which version of the standard."""
    base = settings.BASE_URL
    return JsonResponse(
        {
            "version": hsds.VERSION,
            "profile": hsds.PROFILE,
            "openapi_url": base + reverse("openapi"),
            "description": f"Plekken in de buurt waar mensen terechtkunnen, {publisher()}.",
            "publisher": {"name": publisher(), "website": base},
            "data_package_url": base + reverse("data_package"),
        }
    )


def publisher() -> str:
    return str(settings.MUNICIPALITY_NAME)


@open_data_view
def openapi_file(request: HttpRequest) -> HttpResponse:
    return JsonResponse(openapi.document())


def places() -> Any:
    """In the order of arrival: a place that comes in meanwhile is added at the end."""
    return PublicPlace.objects.select_related("organisation").order_by("number")


@open_data_view
def services(request: HttpRequest) -> HttpResponse:
    asked = ServicesAsked(request.GET)
    if not asked.is_valid():
        return JsonResponse(said(asked), status=400)
    found = asked.narrow(places())
    if asked.cleaned_data["minimal"]:
        return page_of(found, asked, minimal)
    return page_of(found, asked, in_full if asked.cleaned_data["full"] else short)


def minimal(rows: list[PublicPlace]) -> list[dict[str, Any]]:
    return [{"id": str(one.pk), "last_modified": one.changed_at.isoformat()} for one in rows]


def short(rows: list[PublicPlace]) -> list[dict[str, Any]]:
    return [hsds.short_service(one) for one in rows]


def in_full(rows: list[PublicPlace]) -> list[dict[str, Any]]:
    wijken = hsds.wijken_of(rows)
    return [hsds.service(one, wijken) for one in rows]


def known_key(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None


@open_data_view
def service(request: HttpRequest, key: str) -> HttpResponse:
    one = places().filter(pk=known_key(key)).first()
    return JsonResponse(in_full([one])[0]) if one else JsonResponse(NOT_FOUND, status=404)


@open_data_view
def organizations(request: HttpRequest) -> HttpResponse:
    asked = PageAsked(request.GET)
    if not asked.is_valid():
        return JsonResponse(said(asked), status=400)
    found = asked.narrow(PublicPlace.objects.select_related("organisation"))
    found = found.order_by("organisation_key", "number").distinct("organisation_key")
    return page_of(found, asked, lambda rows: [hsds.organization(one) for one in rows])


@open_data_view
def organization(request: HttpRequest, key: str) -> HttpResponse:
    """With the places it has."""
    rows = list(places().filter(organisation_key=known_key(key))[:500])
    if not rows:
        return JsonResponse(NOT_FOUND, status=404)
    whole = hsds.organization(rows[0])
    whole["services"] = short(rows)
    whole["locations"] = [hsds.location(one) for one in rows]
    return JsonResponse(whole)


@open_data_view
def locations(request: HttpRequest) -> HttpResponse:
    asked = PageAsked(request.GET)
    if not asked.is_valid():
        return JsonResponse(said(asked), status=400)
    return page_of(asked.narrow(places()), asked, lambda rows: [hsds.location(one) for one in rows])


@open_data_view
def location(request: HttpRequest, key: str) -> HttpResponse:
    found = known_key(key)
    one = places().filter(pk=hsds.location_key(found)).first() if found else None
    return JsonResponse(hsds.location(one)) if one else JsonResponse(NOT_FOUND, status=404)


@open_data_view
def data_package(request: HttpRequest) -> HttpResponse:
    """All of it at once: CSV files with a description, zipped."""
    response = HttpResponse(datapackage.zipped(places()), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="plekken-hsds.zip"'
    return response


@login_not_required
@require_safe
def explained(request: HttpRequest) -> HttpResponse:
    """For people: what there is, and how to ask for it."""
    context = {"paths": openapi.document()["paths"], "version": hsds.VERSION}
    return render(request, "network/public/open_data.html", context)
