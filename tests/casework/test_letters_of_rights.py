"""Requests on the own data on my day, and their answers on paper: for whoever answers alone."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from casework.keeping import destroy_what_is_due
from casework.models import RightsRequest
from tests.casework.browser import send, words
from tests.casework.test_home import other  # noqa: F401
from tests.conftest import app_login
from tests.intake.team_doors import queries_of
from tests.page import check_page
from wijkteam import database
from wijkteam.models import AccessLog, OutboxMessage

DAY, RIGHTS = "/werk/", "/toezicht/rechten/"


@pytest.fixture
def asked(family, resident) -> RightsRequest:
    """Of Mark, who has no e-mail."""
    resident.email = None
    resident.save()
    return RightsRequest.ask(resident, "correct", "De datum.", family.case_file, uuid4())


def seen_by(user, role: str) -> int:
    with app_login(), database.role(role, user.pk):
        return OutboxMessage.objects.filter(about_id__isnull=False).count()


def test_it_waits_on_the_day_of_the_coordinator_with_its_clock(
    asked, as_user, professional, colleague, partner, team_lead
):
    client = as_user(professional)
    page = words(client.get(DAY))
    assert f'href="{RIGHTS}{asked.pk}/"' in page
    assert "antwoord uiterlijk" in page
    assert check_page(page) == []
    RightsRequest.objects.update(due=timezone.localdate() - timedelta(days=1))
    assert "te laat, moest" in words(client.get(DAY))
    for user in (colleague, partner, team_lead):
        assert str(asked.pk) not in words(as_user(user).get(DAY))
    counts = [len(queries_of(lambda: client.get(DAY)))]
    for number in range(3):
        made = RightsRequest.ask(asked.asked_by, "look", f"{number}", asked.case_file, uuid4())
        made.extend("Veel papier.")
    counts.append(len(queries_of(lambda: client.get(DAY))))
    assert counts[0] == counts[1]
    asked.answer(professional, "granted", "Het klopt nu.")
    assert f'href="{RIGHTS}{asked.pk}/"' not in words(client.get(DAY))
    log = AccessLog.objects.filter(user=professional, part="mijn dag")
    assert log.filter(household_id=asked.household_id).exists()


def test_the_officer_reads_on_every_page_how_many_wait(asked, as_user, privacy_officer):
    client = as_user(privacy_officer)
    RightsRequest.ask(asked.asked_by, "look", "Alles", None, uuid4())
    assert "Verzoeken over gegevens (2)" in words(client.get("/toezicht/"))
    asked.answer(privacy_officer, "granted", "Het klopt nu.")
    assert "Verzoeken over gegevens (2)" in words(client.get("/toezicht/zegels/"))  # and a letter
    OutboxMessage.objects.update(status="sent", sent_at=timezone.now())
    assert "Verzoeken over gegevens (1)" in words(client.get("/toezicht/bewaren/"))


def test_the_letter_is_for_who_answers_in_the_database_too(
    asked, as_user, professional, colleague, outsider, partner, team_lead, privacy_officer
):
    asked.answer(professional, "granted", "Het klopt nu.")
    letter = OutboxMessage.objects.get(kind="letter")
    url = f"/toezicht/brieven/{letter.pk}/"
    for user, role in [(colleague, "professional"), (outsider, "professional"),
                       (partner, "professional"), (team_lead, "team_lead")]:  # fmt: skip
        assert seen_by(user, role) == 0
        assert as_user(user).get(url).status_code == (403 if user == partner else 404)
        assert as_user(user).post(f"{url}gedaan/").status_code in (403, 404)
    assert seen_by(professional, "professional") == seen_by(privacy_officer, "privacy_officer") == 1
    paper = as_user(professional).get(url)
    assert "Er is antwoord op uw vraag" in words(paper)
    assert "De datum" not in words(paper)
    assert check_page(paper.text) == []
    done = as_user(professional).post(f"{url}gedaan/", {"from": "day"})
    assert done.url == DAY
    letter.refresh_from_db()
    assert letter.sent_at
    assert as_user(privacy_officer).post(f"{url}gedaan/").status_code == 404  # done already


def test_a_mail_that_came_back_is_given_by_hand(family, as_user, resident, professional):
    one = RightsRequest.ask(resident, "correct", "De datum.", family.case_file, uuid4())
    one.answer(professional, "granted", "Het klopt nu.")
    client = as_user(professional)
    assert resident.email not in words(client.get(DAY))  # on its way
    OutboxMessage.objects.filter(to=resident.email).update(status="failed")
    assert "mail kwam niet aan" in words(client.get(DAY))
    letter = OutboxMessage.objects.get(to=resident.email)
    client.post(f"/toezicht/brieven/{letter.pk}/gedaan/")
    assert resident.email not in words(client.get(DAY))


def test_the_letter_about_an_erased_file_waits_for_the_officer(
    family, asked, as_user, professional, privacy_officer
):
    family.case_file.close(professional, "Klaar.")
    erase = RightsRequest.ask(asked.asked_by, "erase", "", family.case_file, uuid4())
    send(as_user(privacy_officer), f"{RIGHTS}{erase.pk}/", outcome="granted", words="Vannacht.")
    asked.answer(privacy_officer, "granted", "Het klopt nu.")
    with app_login():
        destroy_what_is_due()
    letter = OutboxMessage.objects.get(kind="letter")
    assert letter.about_id == erase.pk
    assert asked.name in words(as_user(privacy_officer).get(RIGHTS))
    with app_login(), database.role("worker"):
        RightsRequest.end_answers(timezone.localdate() + timedelta(days=733))
    assert not OutboxMessage.objects.filter(kind="letter").exists()


def test_in_a_house_kept_apart_the_other_does_not_read_that_somebody_asked(
    family, other, asked, as_user, professional  # noqa: F811
):  # fmt: skip
    client = as_user(professional)
    client.get(f"{RIGHTS}{asked.pk}/")
    send(client, f"{family.url}huisgenoten/", apart="yes")
    about = "de verzoeken over gegevens"
    assert about in words(as_user(asked.asked_by).get("/mijn/wie-keek/"))
    assert about not in words(as_user(other).get("/mijn/wie-keek/"))
    for user in (asked.asked_by, other):
        with app_login(), database.role("resident", user.pk):
            found = set(AccessLog.objects.values_list("pk", flat=True))
        assert found == set(AccessLog.objects.visible_to(user).values_list("pk", flat=True))
