"""Where we know somebody, where nobody, and how far it is: the matrix and the map."""

from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from network.choices import Reach
from network.coverage import Coverage, missing_partners
from network.forms.where import CoverageFilter, MapFilter
from network.models import Outline, Vindplaats
from wijkteam.choices import LifeDomain
from wijkteam.requests import SignedInRequest

A_PAGE = 40


@require_safe
@permission_required("network.view_register", raise_exception=True)
def coverage(request: SignedInRequest) -> HttpResponse:
    """Neighbourhood by life domain, as a picture to see it and a table to read it."""
    form = CoverageFilter(request.GET)
    wijken = form.wijken()
    teams = {wijk.team_id: wijk.team for wijk in wijken}
    context = {
        "filter": form,
        "coverage": Coverage(wijken, timezone.localdate()),
        "domains": LifeDomain.choices,
        "reaches": Reach.choices,
        "missing": missing_partners(sorted(teams.values(), key=str)),
    }
    return render(request, "network/coverage.html", context)


@require_safe
@permission_required("network.view_register", raise_exception=True)
def places_map(request: SignedInRequest) -> HttpResponse:
    """Nearest first, as a list; the map shows the same page of the list."""
    form = MapFilter(request.GET)
    places = form.narrow(Vindplaats.objects.visible_to(request.user).in_use())
    near = form.near(request.user)
    if near:
        places = places.nearest_first(near.latitude, near.longitude)
    page = Paginator(places.for_list(), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filter": form,
        "page": page,
        "near": near,
        "shown_until": form.asked().get("tot") or timezone.now(),
        "tiles": settings.MAP_TILES,
        "credit": settings.MAP_TILES_CREDIT,
    }
    return render(request, "network/map.html", context)


@require_safe
@cache_control(private=True, max_age=3600)
@permission_required("network.view_register", raise_exception=True)
def outlines(request: SignedInRequest) -> HttpResponse:
    """The outlines of the neighbourhoods as GeoJSON."""
    return JsonResponse(Outline.as_geojson())
