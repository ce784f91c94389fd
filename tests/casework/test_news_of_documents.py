"""A document that one may read is news: on the page, and in the mail; for nobody else."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from casework.choices import Scan
from casework.models import Document, LastLook
from casework.models.case_files import NewPerson
from casework.tasks import send_news
from tests import factories
from tests.casework.browser import words
from tests.casework.counting import queries
from wijkteam.models import OutboxMessage, User

TITLE = "Beschikking over de huur"


@pytest.fixture
def readers(family, professional, colleague, partner, resident) -> list[User]:
    """Everyone at the table, with Karin who lives there too; they looked two days ago."""
    karin = factories.user("Karin", "resident")
    family.case_file.add_person(NewPerson("Karin", user=karin, has_seat=True), professional)
    found = [professional, colleague, partner, resident, karin]
    now = timezone.localtime()
    for user in found:
        LastLook.objects.create(user=user, case_file=family.case_file, at=now)
    return found


def hand_in(seat, previous=None, **more) -> Document:
    upload = SimpleUploadedFile("b.pdf", b"%PDF-1.4")
    document = Document(case_file=seat.case_file, by=seat, title=TITLE, previous=previous, **more)
    document.add(upload)
    return document


def told(readers, family, as_user, verb="zette een document erbij") -> list[str]:
    """Who reads it as new on the page. The mail says it to the same people, and to nobody else."""
    send_news()
    mails = OutboxMessage.objects.filter(subject="Er is iets nieuws")
    mailed = set(mails.values_list("to", flat=True))
    two_days = timezone.localtime() - timedelta(days=2)
    LastLook.objects.update(at=two_days, before=two_days)
    found = []
    for user in readers:
        url = family.own_url if user.role == "resident" else family.url
        page = words(as_user(user).get(url))
        assert "Nieuw sinds" in page
        said = f'{verb}: <span dir="auto">{TITLE}' in page
        assert said is (user.email in mailed), user.name
        found += [user.name.split()[0]] if said else []
    assert not mails.filter(body__contains=TITLE).exists()
    return found


@pytest.mark.parametrize(
    ("who", "more", "hear"),
    [
        ("coordinator", {}, ["Youssef", "Femke", "Mark", "Karin"]),
        ("coordinator", {"life_domain": "money"}, ["Youssef", "Mark", "Karin"]),
        ("partner", {"life_domain": "parenting"}, ["Sanne", "Youssef", "Mark", "Karin"]),
        ("resident", {}, ["Sanne", "Youssef", "Femke"]),
        ("resident", {"for_household": True}, ["Sanne", "Youssef", "Femke", "Karin"]),
    ],
)
def test_it_is_news_for_who_may_read_it(readers, family, as_user, who, more, hear):
    hand_in(getattr(family, who), **more)
    assert told(readers, family, as_user) == hear


@pytest.mark.parametrize(("shared", "hear"), [(True, ["Mark", "Karin"]), (False, [])])
def test_in_a_house_kept_apart_only_what_is_for_the_house(
    readers, family, as_user, professional, shared, hear
):
    family.case_file.keep_apart(professional, True)
    hand_in(family.coordinator, for_household=shared)
    hand_in(family.resident, for_household=True)
    at_home = [user for user in readers if user.role == "resident"]
    assert told(at_home, family, as_user) == hear


def test_a_newer_version_is_called_so(readers, family, as_user):
    first = hand_in(family.coordinator, life_domain="money")
    Document.objects.update(at=timezone.localtime() - timedelta(days=9))
    hand_in(family.coordinator, first, life_domain="money", version=2)
    verb = "zette een nieuwe versie erbij van"
    assert told(readers, family, as_user, verb) == ["Youssef", "Mark", "Karin"]


def test_what_was_thrown_away_is_no_news(readers, family, as_user):
    hand_in(family.coordinator)
    Document.objects.update(scan=Scan.FOUND)
    assert told(readers, family, as_user) == []


def test_what_the_scanner_still_has_to_see_stands_there_already(readers, family, as_user, settings):
    settings.SCANNER = "tests.casework.test_documents.scan"
    hand_in(family.coordinator)
    assert "Femke" in told(readers, family, as_user)


@pytest.mark.parametrize(("domain", "days_ago", "asks"), [("money", 0, 0), ("", 3, 1), ("", 0, 1)])
def test_only_where_there_is_one_to_read_the_page_asks_for_it(
    readers, family, as_user, partner, domain, days_ago, asks
):
    """Not of what the school may not read; once for the story and for what is new."""
    hand_in(family.coordinator, life_domain=domain)
    now = timezone.localtime()
    Document.objects.update(at=now - timedelta(days=days_ago))
    LastLook.objects.update(at=now, before=now - timedelta(days=2))
    client = as_user(partner)
    with queries() as asked:
        page = words(client.get(family.url))
    assert "Nieuw sinds" in page
    assert len([sql for sql in asked if 'FROM "casework_document"' in sql]) == asks


def test_also_on_the_second_visit_ever(readers, family, as_user, partner):
    """The first one had nothing before it."""
    LastLook.objects.update(at=timezone.localtime() - timedelta(days=2), before=None)
    hand_in(family.coordinator)
    assert f'erbij: <span dir="auto">{TITLE}' in words(as_user(partner).get(family.url))
