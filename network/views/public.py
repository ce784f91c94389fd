"""The public side of the network: places near you, on a list and a map, and a guide to print.

All of it reads the table of what places agreed to show, and nothing else of the network.
"""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from network.forms.public import PublicFilter
from network.models import Outline, PublicPlace
from wijkteam import pdf
from wijkteam.models import Neighbourhood
from wijkteam.pace import Pace

A_PAGE = 30
MOST_IN_A_GUIDE = 150
GUIDES = Pace("guide", most=20, seconds=60)


@login_not_required
@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """Places where you can go: nearest first, when you say where you are."""
    form = PublicFilter(request.GET)
    found = form.narrow(PublicPlace.objects.select_related("organisation"))
    spot = form.spot()
    found = found.nearest_first(spot) if spot else found.order_by("name", "number")
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filter": form,
        "page": page,
        "near": spot,
        "wijken": names_of(page),
        "wijk": form.asked().get("wijk"),
        "shown_until": form.asked().get("tot") or PublicPlace.objects.newest_number(),
        "tiles": getattr(settings, "MAP_TILES", ""),
        "credit": getattr(settings, "MAP_TILES_CREDIT", ""),
    }
    return render(request, "network/public/places.html", context)


def names_of(places: Any) -> dict[str, str]:
    """Code -> name of the neighbourhoods of these places, in one query."""
    codes = {code for place in places for code in place.neighbourhood_codes}
    return dict(Neighbourhood.objects.filter(code__in=codes).values_list("code", "name"))


@login_not_required
@require_safe
@cache_control(public=True, max_age=3600)
def public_outlines(request: HttpRequest) -> HttpResponse:
    """The outlines of the neighbourhoods as GeoJSON: the office of statistics shows them too."""
    return JsonResponse(Outline.as_geojson())


@login_not_required
@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """The guide of a neighbourhood, in large type, as a page to print."""
    values = guide_of(request) | {"pdf": f"{reverse('guide_pdf')}?{request.GET.urlencode()}"}
    return pdf.paper_page(request, "network/public/guide.html", values)


@login_not_required
@require_safe
def guide_pdf(request: HttpRequest) -> HttpResponse:
    """The same as a PDF to hand out."""
    if GUIDES.is_exceeded(request):
        return render(request, "429.html", status=429)
    values = guide_of(request)
    return pdf.pdf_response(request, "network/public/guide.html", values, "plekken-in-de-buurt.pdf")


def guide_of(request: HttpRequest) -> dict[str, Any]:
    form = PublicFilter(request.GET)
    found = form.narrow(PublicPlace.objects.select_related("organisation")).order_by("name")
    shown = list(found[:MOST_IN_A_GUIDE])
    wijk = form.asked().get("wijk")
    return {
        "places": shown,
        "more": found.count() - len(shown),
        "wijk": wijk,
        "back": f"{reverse('places')}?{request.GET.urlencode()}",
    }
