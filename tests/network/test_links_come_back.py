"""A link that came back stands on the day of who made it and of who holds the place."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from network.models import SignalLink, Vindplaats, VindplaatsContact
from tests.casework.test_locks_probed import tries
from tests.conftest import app_login
from tests.intake.team_doors import queries_of
from tests.network.conftest import words
from tests.page import check_page
from wijkteam import database
from wijkteam.models import OutboxMessage

ADDRESS = "els@voedselbank.example"
TOLD = "de link voor een signaal"


@pytest.fixture
def sent(els, colleague, professional) -> VindplaatsContact:
    """Youssef mailed Els a link; Sanne holds the place."""
    VindplaatsContact.objects.filter(pk=els.pk).update(email=ADDRESS)
    Vindplaats.objects.filter(pk=els.vindplaats_id).update(holder=professional)
    els.refresh_from_db()
    SignalLink.make(els, colleague)
    return els


def comes_back() -> None:
    OutboxMessage.objects.filter(to=ADDRESS).update(status="failed", error="kwam terug")


def test_it_stands_with_who_made_it_and_who_holds_the_place(
    sent, as_user, professional, colleague, team_lead, outsider, partner
):
    assert TOLD not in words(as_user(colleague).get("/werk/"))
    comes_back()
    for user in (colleague, professional):
        page = words(as_user(user).get("/werk/"))
        assert check_page(page) == []
        assert TOLD in page
        assert f"/netwerk/mensen/{sent.pk}/" in page
    for user in (team_lead, outsider, partner):
        assert TOLD not in words(as_user(user).get("/werk/"))


def test_it_goes_with_another_address_a_later_mail_or_the_link(sent, as_user, colleague):
    comes_back()
    client = as_user(colleague)
    OutboxMessage.objects.create(
        kind="mail", to=ADDRESS, subject="x", body="x", status="sent", sent_at=timezone.now(),
    )  # fmt: skip
    assert TOLD not in words(client.get("/werk/"))
    OutboxMessage.objects.filter(status="sent").delete()
    assert TOLD in words(client.get("/werk/"))
    SignalLink.objects.update(expires_at=timezone.now() - timedelta(days=1))
    assert TOLD not in words(client.get("/werk/"))
    SignalLink.objects.update(expires_at=timezone.now() + timedelta(days=1))
    VindplaatsContact.objects.filter(pk=sent.pk).update(email="els@anders.example")
    assert TOLD not in words(client.get("/werk/"))


def test_the_database_tells_a_name_and_no_link(sent, colleague, outsider, resident):
    comes_back()
    for user, told in ((colleague, 1), (outsider, 0)):
        with app_login(), database.role("professional", user.pk), connection.cursor() as cursor:
            cursor.execute("SELECT * FROM network_unreached()")
            assert len(cursor.fetchall()) == told
            assert not OutboxMessage.objects.filter(to=ADDRESS).exists()
    assert "permission denied" in tries(resident, "SELECT network_unreached()")


def test_it_costs_the_day_no_question_of_its_own(sent, as_user, colleague):
    client = as_user(colleague)
    client.get("/werk/")
    before = len(queries_of(lambda: client.get("/werk/")))
    comes_back()
    assert len(queries_of(lambda: client.get("/werk/"))) == before
