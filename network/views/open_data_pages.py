"""A list of the open data, page by page."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import JsonResponse

from network.forms.open_data import PageAsked


def page_of(found: Any, asked: PageAsked, shown: Callable[[Any], Any]) -> JsonResponse:
    """A page as the standard writes it. A page past the end is empty, and says so."""
    paginator = Paginator(found, asked.size)
    rows = list(paginator.page(asked.number)) if asked.number <= paginator.num_pages else []
    return JsonResponse(
        {
            "total_items": paginator.count,
            "total_pages": paginator.num_pages,
            "page_number": asked.number,
            "size": len(rows),
            "first_page": asked.number == 1,
            "last_page": asked.number >= paginator.num_pages,
            "empty": not rows,
            "contents": shown(rows),
        }
    )
