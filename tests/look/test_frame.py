"""The page frame: on every page the phone number and whom to call in danger, in both directions."""

import re
from types import SimpleNamespace
from uuid import UUID

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from tests.page import check_page

ERRORS = ["400", "401", "403", "403_csrf", "404", "405", "429", "500", "503"]
TEAM = SimpleNamespace(
    name="Wijkteam Zonnewijk",
    phone="020 123 45 67",
    address="Lindeplein 4",
    walk_in="vandaag inloop 13-17 uur",
    hours_now="nu open, tot 20.00 uur",
    out_of_hours_phone="020 765 43 21",
)


@pytest.mark.parametrize("name", ERRORS)
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_error_pages_need_no_database_and_say_whom_to_call(name, language):
    # No `db` fixture: pytest-django lets this test fail on the first question to the database.
    with translation.override(language):
        html = render_to_string(f"{name}.html", {"default_phone": "14 0200"})
    assert check_page(html) == []
    assert 'href="tel:140200"' in html
    assert 'href="tel:112"' in html
    assert 'href="tel:08002000"' in html
    assert f'lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in html


def test_the_address_of_a_button_gives_a_page_with_a_way_back(as_user, resident, stranger):
    """Typed, or found in the history of the browser: nothing happens, and it says so."""
    tick = f"/mijn/afspraken/{UUID(int=7)}/klaar/"
    for client, url, back in [(as_user(resident), tick, "/start/"),
                              (stranger, "/klacht/stand/opnieuw/", "/")]:  # fmt: skip
        response = client.get(url)
        page = response.content.decode()
        assert response.status_code == 405, url
        assert response["Allow"] == "POST"
        assert check_page(page) == []
        assert "Hier is geen pagina" in page
        assert f'href="{back}"' in page
    assert client.head(url).content == b""


def test_an_error_page_stands_without_any_context(settings):
    """Django's own last resort renders 500.html with nothing at all."""
    settings.MUNICIPALITY_PHONE = "14 0200"
    html = render_to_string("500.html")
    assert check_page(html) == []
    assert 'href="tel:140200"' in html
    assert 'href="tel:112"' in html


def test_the_error_page_does_not_ask_for_the_team():
    class Asked:
        def __getattr__(self, name):
            raise AssertionError(f"asked for {name}")

    html = render_to_string("503.html", {"contact_team": Asked(), "user": Asked(), "nav": Asked()})
    assert "De website is even dicht" in html


def contact(**context) -> str:
    return re.sub(r"\s+", " ", render_to_string("_contact.html", context))


def test_the_team_of_the_neighbourhood_is_shown():
    html = contact(contact_team=TEAM, default_phone="14 0200")
    assert 'href="tel:0201234567"' in html
    assert "nu open, tot 20.00 uur" in html
    assert "Lindeplein 4" in html
    assert "14 0200" not in html


def test_without_a_team_the_number_of_the_municipality_is_shown():
    html = contact(contact_team=None, default_phone="14 0200")
    assert 'href="tel:140200"' in html


def test_the_current_page_is_marked_in_the_menu():
    nav = [
        {"label": "Mijn dag", "url": "/werk/", "current": False},
        {"label": "Verzoeken", "url": "/werk/verzoeken/", "current": True},
    ]
    html = render_to_string("_nav.html", {"nav": nav})
    assert re.findall(r'href="([^"]+)" aria-current="page"', html) == ["/werk/verzoeken/"]


def test_paging_keeps_the_filters(rf):
    from django.core.paginator import Paginator

    page = Paginator(range(60), 25).page(2)
    request = rf.get("/werk/verzoeken/?wijk=oude+haven&page=2")
    html = render_to_string("_pagination.html", {"page": page, "request": request})
    assert "?wijk=oude+haven&amp;page=1" in html
    assert "?wijk=oude+haven&amp;page=3" in html
    assert "Pagina 2 van 3" in html
