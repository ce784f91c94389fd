"""The same questions on paper, out of the same forms."""

import pytest

from tests.filling import visit
from tests.page import check_page
from tests.wijkteam.test_pdf import unpacked

pytestmark = pytest.mark.usefixtures("team")


def test_the_pdf_is_tagged_and_has_a_code_to_scan(stranger):
    response = stranger.get("/gesprek/formulier.pdf")
    assert response["Content-Type"] == "application/pdf"
    inside = unpacked(response.content)
    for mark in [b"pdfuaid", b"StructTreeRoot", b"(nl)", b"/Figure", b"/H1"]:
        assert mark in inside
    assert b"csrf" not in inside


@pytest.mark.parametrize("address", ["/gesprek/formulier/"])
def test_the_questions_are_those_of_the_screen(stranger, address):
    paper = visit(stranger, address)
    assert check_page(paper.text) == []
    assert "Code om te scannen: " in paper.text
    for page in ["/gesprek/", "/gesprek/bereiken/", "/gesprek/wensen/", "/gesprek/vertellen/"]:
        for label in visit(stranger, page).reader.labels:
            if label != "Hoe mogen we u noemen?":
                assert label in paper.text, label


def test_a_complaint_on_paper_asks_what_the_screen_asks(stranger):
    assert 'href="/klacht/formulier/"' in visit(stranger, "/klacht/").text
    paper = visit(stranger, "/klacht/formulier/")
    assert check_page(paper.text) == []
    for label in visit(stranger, "/klacht/").reader.labels:
        assert label in paper.text, label
    assert "Wijkteam Zonnewijk" in paper.text


def test_without_pango_it_is_a_page_to_print(stranger, monkeypatch):
    from wijkteam import pdf

    def without():
        raise pdf.NoPango("Print deze pagina met uw browser.")

    monkeypatch.setattr(pdf, "_weasyprint", without)
    text = stranger.get("/gesprek/formulier.pdf").content.decode()
    assert check_page(text) == []
    assert "Print deze pagina met uw browser." in text
    assert "data:image/svg+xml" in text
    assert "112" in text
