"""What colleagues read is in Dutch alone; what residents read is in the language they choose."""

import pytest

ENGLISH = {"accept-language": "en"}


@pytest.mark.parametrize("path", ["/werk/", "/werk/verzoeken/", "/netwerk/", "/werk/weg-ermee/"])
def test_a_page_for_work_is_dutch_whatever_the_browser_asks_for(as_user, professional, path):
    page = as_user(professional).get(path, headers=ENGLISH).content.decode()
    assert '<html lang="nl"' in page
    assert "Andere taal kiezen" not in page
    assert "العربية" not in page


def test_a_colleague_prints_the_form_in_the_language_of_who_needs_it(as_user, professional):
    client = as_user(professional)
    client.cookies["django_language"] = "ar"
    assert '<html lang="ar"' in client.get("/gesprek/formulier/").content.decode()


def test_a_resident_and_a_stranger_choose(as_user, resident, stranger, team):
    for client, path in [(as_user(resident), "/mijn/"), (stranger, "/")]:
        page = client.get(path, headers=ENGLISH).content.decode()
        assert '<html lang="en"' in page
        assert "العربية" in page
