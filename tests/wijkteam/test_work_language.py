"""What colleagues read is in Dutch alone; what residents read is in the language they choose."""

import pytest

from network.models import Vindplaats, VindplaatsContact
from tests.page import check_page

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


def test_mail_follows_the_language_a_resident_chose(as_user, resident, professional, stranger):
    for user, language in [(resident, "ar"), (professional, "nl")]:
        assert as_user(user).post("/taal/", {"language": "ar"}).status_code == 302
        user.refresh_from_db()
        assert user.language == language
    stranger.cookies["django_language"] = "tr"  # chosen before signing in
    stranger.post("/inloggen/login/", {"login": resident.email, "password": "een lange zin"})
    resident.refresh_from_db()
    assert resident.language == "tr"


@pytest.mark.parametrize("path", ["/signaal/", "/signaal/persoon/", "/signaal/buurt/"])
def test_who_speaks_for_a_place_chooses(as_user, contact, team, path):
    place = Vindplaats.objects.create(name="Al Amal", kind="faith")
    VindplaatsContact.objects.create(vindplaats=place, name="Salma", user=contact)
    client = as_user(contact)
    client.cookies["django_language"] = "ar"
    page = client.get(path).content.decode()
    assert '<html lang="ar" dir="rtl"' in page
    assert "Türkçe" in page
    assert check_page(page) == []
