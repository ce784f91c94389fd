"""One released figure: question, chart and table, a story beside it, and what was said of it."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monitor.models import Period, Publication, PublishedCell, PublishedMark, Remark, Story
from monitor.over_time import QUALITIES, QUESTIONS, SPOKEN_OF, drawn, of_quarters
from monitor.qualities import ABOUT as ABOUT_QUALITIES
from monitor.qualities import asked_about, figure_of
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
    said = PublishedMark.objects.exists()
    qualities = [{"key": key, "question": one.label} for key, one in QUALITIES.items() if said]
    context = {"figures": figures, "qualities": qualities}
    return render(request, "monitor/indicators.html", context)


@require_safe
@permission_required("monitor.view_releases", raise_exception=True)
def indicator(request: SignedInRequest, key: str) -> HttpResponse:
    if key not in SPOKEN_OF:
        raise Http404
    stories = Story.objects.visible_to(request.user).released().stories()
    context = {
        "key": key,
        "question": SPOKEN_OF[key],
        "about": ABOUT.get(key),
        "stories": stories.filter(indicator=key)[:2],
        "remarks": Remark.objects.visible_to(request.user).about(key),
        "may_speak": may_speak(request.user),
    }
    if key in QUALITIES:
        context["stories"] = stories.filter(quality=QUALITIES[key])[:2]
        return render(request, "monitor/quality.html", context | of_quality(key))
    if key in TABLE:
        table, releases = of_quarters(key)
        context |= {"drawn": drawn(key, table), "releases": releases}
        return render(request, "monitor/indicator.html", context)
    return render(request, "monitor/indicator_year.html", context | of_year(key))


def of_year(key: str) -> dict[str, Any]:
    """What is released once a year, or in words: of the last release that had it."""
    last = Publication.objects.filter(cells__indicator=key).order_by("-year", "-quarter").first()
    cells = list(PublishedCell.objects.filter(publication=last, indicator=key))
    return {
        "last": last,
        "of_year": bool(cells) and cells[0].period == Period.YEAR,
        "cells": cells,
        "told": key in TOLD,
        "table": published_table(cells),
        "grid": tables_of(cells)[0].grid if cells else None,
    }


def of_quality(key: str) -> dict[str, Any]:
    quality = QUALITIES[key]
    return {
        "about": ABOUT_QUALITIES[key],
        "quality": quality,
        "figure": figure_of(quality),
        "asked": asked_about(quality),
    }
