"""Mail to a colleague that came back: the lead of the team and the manager hear of it, by name."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from tests.conftest import app_login
from tests.intake.team_doors import words
from tests.page import check_page
from wijkteam import database
from wijkteam.models import OutboxMessage

LEAD, MANAGER = "/werk/", "/mensen/"
SAID = "Mail aan deze collega's komt niet aan"


def mail(to: str, status: str, days_ago: int = 0) -> None:
    at = timezone.localtime() - timedelta(days=days_ago)
    OutboxMessage.objects.create(
        kind="mail", to=to, subject="U behandelt een klacht", body="Over mevrouw Bakari",
        status=status, created_at=at, sent_at=at if status == "sent" else None,
    )  # fmt: skip


def told(client, url) -> str:
    page = words(client.get(url))
    assert check_page(page) == []
    return page.split(SAID)[1].split("</ul>")[0] if SAID in page else ""


def test_the_lead_and_the_manager_hear_who_is_not_reached(
    as_user, team_lead, manager, colleague, professional, outsider
):
    mail(colleague.email, "failed")
    mail(colleague.email, "failed", 2)
    mail(outsider.email, "failed")  # of another team: not for this lead
    mail("iemand@elders.example", "failed")
    lead, desk = told(as_user(team_lead), LEAD), told(as_user(manager), MANAGER)
    for page in (lead, desk):
        assert colleague.name in page
        assert page.count(colleague.email) == 1
        assert "klacht" not in page
        assert "Bakari" not in page
        assert "elders" not in page
    assert outsider.name not in lead
    assert outsider.name in desk
    assert f"/beheer/wijkteam/user/{colleague.pk}/" in desk
    assert not told(as_user(professional), LEAD)


def test_it_goes_when_the_address_is_mended_or_mail_arrives_again(
    as_user, team_lead, manager, colleague, professional
):
    for user in (colleague, professional):
        mail(user.email, "failed", 3)
    assert colleague.name in told(as_user(team_lead), LEAD)
    mail(professional.email, "sent", 4)  # before it came back
    assert professional.name in told(as_user(team_lead), LEAD)
    mail(professional.email, "sent", 1)
    assert professional.name not in told(as_user(team_lead), LEAD)
    colleague.email = "youssef@goed.example"
    colleague.save()
    assert not told(as_user(team_lead), LEAD)
    assert not told(as_user(manager), MANAGER)


def test_who_left_a_resident_and_long_ago_are_not_named(
    as_user, manager, colleague, professional, resident
):
    mail(colleague.email, "failed", 40)
    mail(resident.email, "failed")
    mail(professional.email, "failed")
    professional.is_active = False
    professional.save()
    assert not told(as_user(manager), MANAGER)


def test_the_database_tells_it_to_nobody_else(
    colleague, professional, privacy_officer, resident, team_lead, outsider
):
    mail(colleague.email, "failed")
    for user, role in [
        (professional, "professional"), (privacy_officer, "privacy_officer"), (resident, "resident")
    ]:  # fmt: skip
        with app_login(), database.role(role, user.pk):
            refused = pytest.raises(ProgrammingError)
            with refused, transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SELECT * FROM wijkteam_unreached()")
    with app_login(), database.role("team_lead", outsider.pk), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM wijkteam_unreached()")
        assert cursor.fetchall() == []  # whoever takes the role leads no team by that
