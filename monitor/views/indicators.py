"""One released figure: question, chart and table, a story beside it, and what was said of it."""

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monitor.models import Period, Publication, PublishedCell, Remark, Story
from monitor.over_time import QUESTIONS, drawn, of_quarters
from monitor.release_catalogue import ABOUT, TOLD
from monitor.release_tables import TABLE
from monitor.released import tables_of
from monitor.tables import published_table
from monitor.views.remarks import may_speak
from wijkteam.requests import SignedInRequest


@require_safe
@permission_required("monitor.view_releases", raise_exception=True)
def indicators(request: SignedInRequest) -> HttpResponse:
    """Every figure there is, by its question."""
    there = set(PublishedCell.objects.order_by().values_list("indicator", flat=True).distinct())
    figures = [{"key": key, "question": words} for key, words in QUESTIONS.items() if key in there]
    return render(request, "monitor/indicators.html", {"figures": figures})


@require_safe
@permission_required("monitor.view_releases", raise_exception=True)
def indicator(request: SignedInRequest, key: str) -> HttpResponse:
    if key not in QUESTIONS:
        raise Http404
    stories = Story.objects.visible_to(request.user).released().stories()
    context = {
        "key": key,
        "question": QUESTIONS[key],
        "about": ABOUT.get(key),
        "stories": stories.filter(indicator=key)[:2],
        "remarks": Remark.objects.visible_to(request.user).about(key),
        "may_speak": may_speak(request.user),
    }
    if key in TABLE:
        table, releases = of_quarters(key)
        context |= {"drawn": drawn(key, table), "releases": releases}
        return render(request, "monitor/indicator.html", context)
    last = Publication.objects.filter(cells__indicator=key).order_by("-year", "-quarter").first()
    cells = list(PublishedCell.objects.filter(publication=last, indicator=key))
    context |= {"last": last, "of_year": bool(cells) and cells[0].period == Period.YEAR}
    context |= {"cells": cells, "told": key in TOLD, "table": published_table(cells)}
    context |= {"grid": tables_of(cells)[0].grid if cells else None}
    return render(request, "monitor/indicator_year.html", context)
