"""A page in another language has no Dutch left in it, but for names."""

import re
from html.parser import HTMLParser

import pytest

from tests.filling import visit
from tests.intake.test_public_path import NAME, PHONE
from wijkteam.choices import Language

NAMES = {
    "Wijkteam Zonnewijk", "Gemeente Voorbeeldstad", "Lindeplein 4", "Jo", "113 / 0800-0113",
    "jo@voorbeeld.example", "E-mail", "Postcode", *Language.labels,
}  # fmt: skip
PAGES = [
    "/", "/gesprek/", "/gesprek/?ander", "/gesprek/bereiken/", "/gesprek/bereiken/?fout=1",
    "/gesprek/wensen/", "/gesprek/vertellen/", "/gesprek/formulier/", "/gesprek/later/",
    "/gesprek/verder/", "/gesprek/controle/", "/gesprek/stand/", "/inloggen/login/code/",
    "/inloggen/signup/", "/bestaat-niet/",
]  # fmt: skip


class Texts(HTMLParser):
    """What can be read on a page: texts, alternatives and labels."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.found |= {" ".join(data.split())}

    def handle_starttag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        self.found |= {v or "" for name, v in pairs if name in ("aria-label", "alt", "title")}


def readable(client, address: str, language: str) -> set[str]:
    html = client.get(address, headers={"accept-language": language}).content.decode()
    assert f'<html lang="{language}"' in html
    words = {text for text in Texts(html).found if re.search(r"[a-z]{2}", text)}
    return {text for text in words if text not in NAMES and not text.startswith("Wijkteam")}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_dutch_is_left(stranger, team, language):
    visit(stranger, "/gesprek/bereiken/").fill({NAME: "Jo", PHONE: "0612345678"}).press("Verder")
    for address in PAGES:
        left = readable(stranger, address, "nl") & readable(stranger, address, language)
        assert left == set(), address


def test_messages_are_in_the_language_of_the_request(stranger, team):
    from wijkteam.models import OutboxMessage

    stranger.cookies["django_language"] = "ar"
    page = visit(stranger, "/gesprek/bereiken/")
    page = page.fill({"ماذا نناديك؟": "Jo", "بريد إلكتروني": True})
    page = page.fill({"عنوان البريد الإلكتروني": "jo@voorbeeld.example"})
    page.press("تخطَّ الباقي").press("إرسال")
    mail = OutboxMessage.objects.get()
    assert mail.language == "ar"
    assert mail.subject == "وصلت رسالتك"
    assert "رقمك" in mail.body
    assert not re.search(r"\b(een|het|uw|wij)\b", mail.body)
