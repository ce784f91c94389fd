"""Documents stand in the one story, each on its day, for who may read them."""

from datetime import timedelta

from django.utils import timezone

from casework.models import Document, TimelineEntry
from casework.views.story import ENTRIES
from tests.casework.browser import words
from tests.casework.test_documents import make
from tests.page import check_page

TITLE = "Brief van de bank"


def story(client, url: str, **asked: str) -> str:
    response = client.get(url, asked)
    assert check_page(response.content.decode()) == []
    return words(response).split('id="verhaal"')[1]


def days_ago(days: int, document: Document) -> None:
    Document.objects.filter(pk=document.pk).update(at=timezone.localtime() - timedelta(days=days))


def test_a_document_stands_in_the_story_for_who_may_read_it(
    family, as_user, professional, partner, resident
):
    make(family.coordinator, "money", TITLE)
    told = story(as_user(professional), family.url)
    assert f'href="{family.url}documenten/">{TITLE}</a>' in told
    assert told.index(TITLE) < told.index(family.entries["money"].words)  # the newest first
    assert TITLE not in story(as_user(partner), family.url)  # sits there for another part
    assert f'href="{family.own_url}documenten/">{TITLE}</a>' in story(
        as_user(resident), family.own_url
    )


def test_it_is_found_with_what_fits(family, as_user, professional):
    make(family.coordinator, "money", TITLE)
    client, other = as_user(professional), str(family.els.pk)
    for asked in [{"zoek": "bank"}, {"leefgebied": "money"}, {"wie": str(family.coordinator.pk)}]:
        assert TITLE in story(client, family.url, **asked), asked
    for asked in [{"zoek": "huur"}, {"leefgebied": "housing"}, {"wie": other}]:
        assert TITLE not in story(client, family.url, **asked), asked


def test_every_document_stands_on_one_page_of_a_long_story(family, as_user, professional):
    now = timezone.localtime()
    TimelineEntry.objects.bulk_create(
        TimelineEntry(case_file=family.case_file, by=family.coordinator, words=f"Dag {n}",
                      at=now - timedelta(days=n))
        for n in range(1, 2 * ENTRIES + 1)
    )  # fmt: skip
    for days in [0, 10, ENTRIES, 30, 99]:
        days_ago(days, make(family.coordinator, title=f"Brief {days}."))
    pages = [story(as_user(professional), family.url, page=str(n)) for n in (1, 2, 3)]
    for days in [0, 10, ENTRIES, 30, 99]:
        assert sum(f">Brief {days}.<" in page for page in pages) == 1, days


def test_what_the_scanner_threw_away_is_not_there(family, as_user, professional):
    make(family.coordinator, title=TITLE)
    Document.objects.update(scan="found")
    assert TITLE not in story(as_user(professional), family.url)
