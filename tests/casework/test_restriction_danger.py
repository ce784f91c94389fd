"""In acute danger there is a road into a restricted file: with a reason, to read, for a day."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone

from casework.models import (
    CaseFile,
    CaseFileUserObjectPermission,
    Emergency,
    Goal,
    RightsRequest,
    TimelineEntry,
)
from tests.casework.browser import send, words
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database
from wijkteam.models import AccessLog, OutboxMessage

REASON = "De buren horen geschreeuw en de regisseur neemt niet op."


@pytest.fixture
def restricted(family, resident, professional) -> RightsRequest:
    asked = RightsRequest.ask(resident, "restrict", "Even niet", family.case_file, uuid4())
    asked.answer(professional, "granted", "Goed.")
    return asked


def goals_in_sql(user) -> int:
    with transaction.atomic(), app_login(), database.role("professional", user.pk):
        return Goal.objects.count()


def test_who_sits_there_breaks_the_glass(
    restricted, family, as_user, colleague, professional, privacy_officer, resident
):
    client = as_user(colleague)
    closed = client.get(family.url)
    assert closed.status_code == 403
    assert check_page(closed.content.decode()) == []
    url = f"/werk/nood/{family.case_file.household_id}/"
    assert url in words(closed)
    assert "020 123 4501" in words(closed)
    page = client.get(url)
    assert check_page(page.content.decode()) == []
    assert "Dit dossier is afgeschermd: de bewoner vroeg dat." in words(page)
    assert "Jansen" not in words(page)
    assert send(client, url, reason=REASON).url == family.url
    assert family.money.words in words(client.get(family.url))
    assert goals_in_sql(colleague) == Goal.objects.count()
    told = set(OutboxMessage.objects.values_list("to", flat=True))
    assert {professional.email, privacy_officer.email} <= told
    assert AccessLog.objects.filter(act="noodtoegang", why=REASON, user=colleague).exists()
    assert "geschreeuw" in words(as_user(resident).get("/mijn/wie-keek/"))
    assert "geschreeuw" in words(as_user(privacy_officer).get("/toezicht/nood/"))


def test_nothing_is_written_and_it_ends_after_a_day(restricted, family, as_user, colleague):
    client = as_user(colleague)
    send(client, f"/werk/nood/{family.case_file.household_id}/", reason=REASON)
    before = TimelineEntry.objects.count()
    answer = client.post(f"{family.url}bericht/", {"words": "toch iets", "kind": "note"})
    assert answer.status_code in {403, 404}
    assert TimelineEntry.objects.count() == before
    opened = CaseFileUserObjectPermission.objects.get(opened_until__isnull=False)
    assert opened.opened_until - timezone.now() <= timedelta(hours=24)
    opened.opened_until -= timedelta(days=2)
    opened.save()
    assert client.get(family.url).status_code == 403
    assert goals_in_sql(colleague) == 0
    assert not CaseFile.objects.visible_to(colleague).exists()
    send(client, f"/werk/nood/{family.case_file.household_id}/", reason=REASON)
    assert client.get(family.url).status_code == 200
    assert Emergency.objects.filter(user=colleague).count() == 2


def test_the_chair_is_whole_when_the_restriction_is_lifted(
    restricted, family, as_user, colleague, professional
):
    client = as_user(colleague)
    send(client, f"/werk/nood/{family.case_file.household_id}/", reason=REASON)
    restricted.lift(professional, "Uitgezocht.")
    send(client, f"{family.url}bericht/", words="Weer aan het werk")
    assert TimelineEntry.objects.filter(words="Weer aan het werk").exists()


def test_a_partner_has_no_hammer(restricted, family, as_user, partner):
    page = words(as_user(partner).get(family.url))
    assert "Tijdelijk afgeschermd" in page
    assert "Openen in nood" not in page
    url = f"/werk/nood/{family.case_file.household_id}/"
    assert as_user(partner).post(url, {"reason": REASON}).status_code == 403
    assert goals_in_sql(partner) == 0


def test_a_short_reason_opens_nothing(restricted, family, as_user, colleague):
    page = send(as_user(colleague), f"/werk/nood/{family.case_file.household_id}/", reason="nood")
    assert "ten minste één hele zin" in words(page)
    assert goals_in_sql(colleague) == 0
