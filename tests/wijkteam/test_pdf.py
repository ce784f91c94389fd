"""Paper: a PDF that is tagged, a page to print, and neither pulls anything in."""

import builtins
import re
import zlib
from contextlib import suppress

import pytest
from django.contrib.messages.middleware import MessageMiddleware
from django.http import HttpResponse
from django.template import engines

from tests.page import check_page
from wijkteam import pdf

CONTEXT = {"words": 'Post <img src="file:///etc/passwd"> open'}


@pytest.fixture
def letter(monkeypatch, settings, tmp_path):
    """A template of the one test, beside those of the house."""
    (tmp_path / "letter.html").write_text(
        '{% extends "paper.html" %}{% block title %}Brief{% endblock %}'
        "{% block content %}<h1>Brief</h1><p>{{ words|safe }}</p>{% endblock %}"
    )
    engine = engines["django"].engine
    monkeypatch.setattr(engine.template_loaders[0], "loaders", _loaders(engine, tmp_path), False)
    return "letter.html"


def _loaders(engine, folder):
    from django.template.loaders.filesystem import Loader

    return [Loader(engine, [str(folder)]), *engine.template_loaders[0].loaders]


@pytest.fixture
def visit(rf):
    request = rf.get("/")
    request.COOKIES = {}
    request.session = {}
    MessageMiddleware(lambda _request: HttpResponse()).process_request(request)
    return request


def unpacked(made: bytes) -> bytes:
    parts = [made]
    for stream in re.findall(rb"stream\n(.*?)\nendstream", made, re.DOTALL):
        with suppress(zlib.error):
            parts.append(zlib.decompress(stream))
    return b"".join(parts)


@pytest.mark.django_db
def test_the_pdf_says_what_it_is_for_who_cannot_see_it(letter, visit):
    response = pdf.pdf_response(visit, letter, CONTEXT, "brief.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert 'filename="brief.pdf"' in response["Content-Disposition"]
    assert response.content.startswith(b"%PDF")
    inside = unpacked(response.content)
    assert b"pdfuaid" in inside
    assert b"(nl)" in inside
    assert b"StructTreeRoot" in inside


@pytest.mark.django_db
def test_the_same_paper_is_a_page_to_print(letter, visit):
    html = pdf.paper_page(visit, letter, CONTEXT | {"back": "/terug/", "words": "x"})
    page = html.content.decode()
    assert check_page(page) == []
    assert 'href="/terug/"' in page
    assert "Ctrl + P" in page


@pytest.mark.django_db
def test_without_pango_the_print_page_says_what_to_do(letter, visit, monkeypatch):
    real = builtins.__import__

    def without(name, *args, **kwargs):
        if name == "weasyprint":
            raise OSError("cannot load library 'libgobject-2.0-0'")
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    response = pdf.pdf_response(visit, letter, CONTEXT | {"words": "x"}, "brief.pdf")
    assert response["Content-Type"].startswith("text/html")
    assert "geen PDF" in response.content.decode()
