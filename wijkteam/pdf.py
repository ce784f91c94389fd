"""Paper: one template gives a page to print and a PDF that a screen reader can read (PDF/UA-1).

A template extends `paper.html`; its only stylesheet is `static/wijkteam/paper.css`. WeasyPrint is
imported when the first PDF is made: it is heavy, and needs Pango, which not every machine has.
Without Pango the reader gets the same page on the screen, with words that say how to print it.
Nothing is fetched while a PDF is made: no file, no address, so that typed text can pull in nothing.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

STYLE = Path(settings.BASE_DIR) / "static" / "wijkteam" / "paper.css"
SVG = re.compile(r"<svg\b[^>]*>")


class NoPango(Exception):
    """This machine can make no PDF; the words are for the screen."""


def pdf_bytes(
    template: str,
    context: Mapping[str, Any],
    request: HttpRequest | None = None,
    of_pictures: str = "",
) -> bytes:
    """The PDF of a template that extends `paper.html`. Raises NoPango, in words for the screen.

    `of_pictures` is the style that goes inside each SVG: a style sheet does not reach there.
    """
    html: str = render_to_string(template, {**context, "is_pdf": True}, request)
    if of_pictures:
        html = SVG.sub(lambda opened: f"{opened.group()}<style>{of_pictures}</style>", html)
    weasyprint = _weasyprint()
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=["data"])
    style = weasyprint.CSS(filename=str(STYLE), url_fetcher=fetcher)
    page = weasyprint.HTML(string=html, url_fetcher=fetcher)
    made: bytes = page.write_pdf(stylesheets=[style], pdf_variant="pdf/ua-1", pdf_tags=True)
    return made


def pdf_response(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    filename: str,
    of_pictures: str = "",
) -> HttpResponse:
    """The PDF to download; without Pango the print page, which says so.

    `filename` lands in someone's downloads: no names of people in it.
    """
    try:
        made = pdf_bytes(template, context, request, of_pictures)
    except NoPango as problem:
        messages.warning(request, str(problem))
        return paper_page(request, template, context)
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["Cache-Control"] = "no-store"
    return response


def paper_page(request: HttpRequest, template: str, context: Mapping[str, Any]) -> HttpResponse:
    """The same paper on the screen, to print from the browser.

    `back` and `pdf` in the context are addresses for the two links above the paper.
    """
    return render(request, template, {**context, "is_pdf": False})


def _weasyprint() -> Any:
    try:
        import weasyprint
    except (ImportError, OSError) as error:  # OSError: Pango itself is not there
        raise NoPango(
            _("Hier kan nu geen PDF worden gemaakt. Print deze pagina met uw browser (Ctrl + P).")
        ) from error
    return weasyprint
