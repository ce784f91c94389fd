"""A mail about a complaint that came back stands on the day of whoever looks into it."""

import pytest
from django.db import ProgrammingError, connection, transaction

from intake import letters_complaints
from tests.conftest import app_login
from tests.intake.complaints.words import url
from tests.intake.team_doors import looked, words
from tests.page import check_page
from wijkteam import database
from wijkteam.models import OutboxMessage

SAID = "mail kwam niet aan"


@pytest.fixture
def back(made) -> OutboxMessage:
    """What we wrote when it arrived."""
    letters_complaints.complaint_received(made)
    message = OutboxMessage.objects.get(to=made.email)
    OutboxMessage.objects.update(status="failed", error="kwam terug: 5.1.1")
    return message


def test_it_stands_on_the_day_of_who_looks_into_it(
    back, made, as_user, team_lead, colleague, professional
):
    made.assign(colleague)
    client = as_user(colleague)
    day = words(client.get("/werk/"))
    assert check_page(day) == []
    assert SAID in day
    assert f"{url(made)}#mail" in day
    assert "klachten" in looked(colleague, made)
    page = words(client.get(url(made)))
    assert check_page(page) == []
    assert "Deze mail kwam niet aan" in page
    assert back.subject in page
    for other in (team_lead, professional):
        assert SAID not in words(as_user(other).get("/werk/"))
    for _second_click in range(2):
        assert client.post(url(made, "bereikt/")).url == url(made)
    assert SAID not in words(client.get("/werk/"))
    assert "kwam niet aan" not in words(client.get(url(made)))
    back.refresh_from_db()
    assert back.status == "sent"


def test_as_long_as_nobody_does_it_is_for_the_lead(back, made, as_user, team_lead, colleague):
    lead = as_user(team_lead)
    assert f"{url(made)}#mail" in words(lead.get("/werk/"))
    assert "Deze mail kwam niet aan" in words(lead.get(url(made)))
    assert SAID not in words(as_user(colleague).get("/werk/"))
    assert as_user(colleague).post(url(made, "bereikt/")).status_code == 404
    back.refresh_from_db()
    assert back.status == "failed"


def test_also_when_who_did_left(back, made, as_user, team_lead, colleague):
    made.assign(colleague)
    colleague.is_active = False
    colleague.save()
    assert f"{url(made)}#mail" in words(as_user(team_lead).get("/werk/"))


def test_the_lead_whom_it_is_about_reads_it_nowhere(back, made, as_user, team_lead):
    type(made).objects.filter(pk=made.pk).update(kept_out=[team_lead.pk])
    assert SAID not in words(as_user(team_lead).get("/werk/"))


def seen(user) -> list[str]:
    with app_login(), database.role(user.role, user.pk):
        return list(OutboxMessage.objects.values_list("to", flat=True))


def test_the_database_shows_it_to_the_same_people(
    back, made, team_lead, colleague, professional, outsider
):
    assert seen(team_lead) == [made.email]
    for other in (colleague, professional, outsider):
        assert seen(other) == []
    made.assign(colleague)
    assert seen(colleague) == [made.email]
    type(made).objects.filter(pk=made.pk).update(kept_out=[team_lead.pk])
    assert seen(team_lead) == []


def test_and_lets_them_do_nothing_else_with_it(back, made, colleague):
    made.assign(colleague)
    with app_login(), database.role("professional", colleague.pk):
        for change in ("status = 'waiting'", "error = 'x'"):
            refused = pytest.raises(ProgrammingError)
            with refused, transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"UPDATE wijkteam_outboxmessage SET {change}")  # noqa: S608
