"""The same questions on paper: to print, and as a PDF for a screen reader; and a complaint."""

from typing import Any

import segno
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from intake.forms.complaints import ComplaintForm
from intake.forms.public import PAGES
from wijkteam import pdf
from wijkteam.envelopes import link_to

# On paper there is one form for whoever it is about.
PAPER = [(name == "reach", form) for name, form in PAGES.items()]


@login_not_required
@require_safe
def paper(request: HttpRequest) -> HttpResponse:
    """The same questions on paper, out of the same forms."""
    return render(request, "intake/public/paper.html", on_paper())


def on_paper() -> dict[str, Any]:
    """The questions, and a code to scan for whoever would rather use a phone after all."""
    link = link_to("whom")
    pages = [form(other=other) for other, form in PAPER]
    return {
        "pages": pages, "link": link, "qr": segno.make(link, error="m").svg_data_uri(border=0)
    }  # fmt: skip


@login_not_required
@require_safe
def paper_pdf(request: HttpRequest) -> HttpResponse:
    """The same paper as a PDF that a screen reader can read, with a code that leads here."""
    values = {**on_paper(), "back": reverse("home")}
    name = "ik-wil-met-iemand-praten.pdf"
    return pdf.pdf_response(request, "intake/public/paper_form.html", values, name)


@login_not_required
@require_safe
def paper_complaint(request: HttpRequest) -> HttpResponse:
    """A complaint on paper, out of the form of the screen. The desk types it in."""
    return render(request, "intake/public/paper_complaint.html", {"pages": [ComplaintForm()]})
