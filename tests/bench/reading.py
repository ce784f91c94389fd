"""T3, T4, T7: how hard the pages are to read, what stands in the way, and in which languages."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests import reading
from tests.bench.browser import context
from tests.bench.figures import Figure
from tests.browser.portal import Portal


def measure(portal: Portal) -> list[Figure]:
    return [*ease(portal), barriers(portal), *languages()]


def walked(portal: Portal, who: str, language: str) -> Iterator[tuple[Page, str]]:
    """Every page of one visitor, in a browser."""
    from tests.browser.entrances import come_in
    from tests.browser.visits import VISITORS

    with context(portal, language=language) as phone:
        page = phone.new_page()
        come_in(page, who, language, portal)
        for stop in VISITORS[who]:
            page.goto(stop.path(portal))
            yield page, stop.label


def ease(portal: Portal) -> list[Figure]:
    """The hardest page, and the longest sentence of all."""
    from tests.browser.visits import RESIDENTS

    hardest, longest = (1000.0, ""), (0, "")
    for who in RESIDENTS:
        for page, label in walked(portal, who, "nl"):
            blocks = reading.blocks_of(page.content())
            if not blocks or label.startswith(("demo", "open_data")):
                continue
            hardest = min(hardest, (reading.ease(blocks), label))
            for one in reading.sentences_of(blocks):
                longest = max(longest, (len(reading.words_of(one)), label))
    return [
        Figure("T3", "reading ease of the hardest page", "", hardest[1], hardest[0], ">= 60"),
        Figure("T3", "words in the longest sentence", "", longest[1], longest[0], "<= 20"),
    ]


def barriers(portal: Portal) -> Figure:
    """All pages of all roles, wide, narrow and wrong; those of residents in Arabic too."""
    from tests.browser.entrances import come_in
    from tests.browser.people import Person
    from tests.browser.test_axe import WALKS, look
    from tests.browser.visits import VISITORS

    found: list[str] = []
    for who, language in WALKS:
        with context(portal, language=language) as phone:
            page = phone.new_page()
            come_in(page, who, language, portal)
            for stop in VISITORS[who]:
                found += look(Person(page, language), stop, portal)
    for one in found:
        print(one)
    number = sum(len(stops) for stops in VISITORS.values())
    return Figure("T4", "axe violations", f"{number} pages", "", len(found), "<= 0")


def languages() -> list[Figure]:
    from django.conf import settings

    from wijkteam.translations import texts, untranslated

    codes = [code for code, _name in settings.LANGUAGES]
    left = {code: len(untranslated(code)) for code in codes}
    of = f"{len(texts())} texts"
    words = ", ".join(f"{code} {number}" for code, number in left.items() if number)
    return [
        Figure("T7", "languages of residents", "", " ".join(codes), len(codes), ">= 7"),
        Figure("T7", "untranslated texts", of, words, sum(left.values()), "<= 0"),
    ]
