"""Courage to act, and with instead of about: said on the file, gently."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from casework.models import Action, CaseFile, TimelineEntry
from tests.casework.browser import send, words

REMARK = "Vier weken gepraat en doorverwezen"


@pytest.fixture
def only_talk(family):
    """Open for six weeks, with a meeting and nothing done."""
    CaseFile.objects.update(opened_at=timezone.localtime() - timedelta(days=42))
    TimelineEntry(case_file=family.case_file, by=family.coordinator, kind="meeting",
                  words="Overlegd.", resident_present=False).write()  # fmt: skip
    return family


def test_a_gentle_remark_to_who_works_here(only_talk, as_user, professional, resident):
    assert REMARK in words(as_user(professional).get(only_talk.url))
    assert REMARK not in words(as_user(resident).get(only_talk.own_url))


def test_not_when_something_was_done(only_talk, as_user, professional):
    only_talk.actions["own"].finish(only_talk.resident)
    page = words(as_user(professional).get(only_talk.url))
    assert REMARK not in page
    assert "De eerste daad kwam na 42 dagen" in page


def test_not_to_who_reads_a_part_of_the_plan_and_cannot_know(only_talk, as_user, partner):
    only_talk.actions["own"].finish(only_talk.resident)  # about money: not for the school
    TimelineEntry(case_file=only_talk.case_file, by=only_talk.partner, kind="contact",
                  words="Gebeld.", resident_present=True, audience="domain",
                  life_domain="parenting").write()  # fmt: skip
    only_talk.actions["school"].finish(only_talk.partner)
    Action.objects.filter(pk=only_talk.actions["school"].pk).update(
        done_at=timezone.localtime() - timedelta(days=30)
    )
    page = words(as_user(partner).get(only_talk.url))
    assert REMARK not in page
    assert "De eerste daad" not in page


def test_not_in_the_first_weeks_and_not_without_talk(family, as_user, professional):
    assert REMARK not in words(as_user(professional).get(family.url))
    CaseFile.objects.update(opened_at=timezone.localtime() - timedelta(days=42))
    page = words(as_user(professional).get(family.url))
    assert REMARK not in page
    assert "De eerste daad" not in page


def test_a_deed_of_long_ago_does_not_count(only_talk, as_user, professional):
    only_talk.actions["own"].finish(only_talk.resident)
    Action.objects.filter(done_at__isnull=False).update(
        done_at=timezone.localtime() - timedelta(days=35)
    )
    page = words(as_user(professional).get(only_talk.url))
    assert REMARK in page
    assert "De eerste daad kwam na 7 dagen" in page


@pytest.mark.parametrize("kind", ["visit", "contact", "meeting"])
def test_each_visit_contact_and_meeting_says_with_or_without(
    family, as_user, professional, resident, kind
):
    client, url = as_user(professional), f"{family.url}bericht/"
    page = words(send(client, url, words="Gepraat over geld.", kind=kind))
    assert "Zeg erbij of de bewoner erbij was." in page
    send(client, url, words="Gepraat over geld.", kind=kind, resident_present="no")
    assert "zonder u" in words(as_user(resident).get(family.own_url))
    entry = TimelineEntry(case_file=family.case_file, by=family.coordinator, kind=kind, words="x")
    with pytest.raises(IntegrityError, match="meeting_says_with"), transaction.atomic():
        entry.write()
