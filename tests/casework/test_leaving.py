"""Whoever stops working here leaves every table at once, and no file is left alone."""

import pytest

from casework.models import CaseFile, Seat
from tests import factories
from wijkteam.models import OutboxMessage, User


@pytest.fixture
def files(professional, colleague, team, partner):
    """Sanne coordinates two files; Youssef and the school sit at the first."""
    made = [factories.case_file(professional, team, number=str(n)) for n in (12, 14)]
    factories.consent(made[0], partner.organisation, ["parenting"], professional)
    for user, domains in [(colleague, None), (partner, ["parenting"])]:
        factories.says_yes(Seat.invite(made[0], user, professional, "", domains))
    OutboxMessage.objects.all().delete()
    return made


def test_a_coordinator_stops_only_with_a_successor(as_user, manager, professional, files):
    client = as_user(manager)
    page = client.get(f"/mensen/{professional.pk}/stopt/").content.decode()
    assert "regisseur van 2 gezinnen" in page
    assert "Jansen" not in page
    response = client.post(f"/mensen/{professional.pk}/stopt/", {})
    assert "Kies een collega die de tafels overneemt." in response.content.decode()
    assert User.objects.get(pk=professional.pk).is_active


def test_the_successor_takes_over_everything(as_user, manager, professional, colleague, files):
    response = as_user(manager).post(
        f"/mensen/{professional.pk}/stopt/", {"successor": colleague.pk}
    )
    assert response.status_code == 302
    assert not User.objects.get(pk=professional.pk).is_active
    assert not Seat.objects.open().filter(user=professional).exists()
    for file in files:
        assert file.seats.open().get(is_coordinator=True).user == colleague
    assert CaseFile.objects.coordinated_by(colleague).count() == 2
    assert CaseFile.objects.visible_to(professional).count() == 0
    assert "niet meer" in OutboxMessage.objects.get(to=colleague.email).body
    client = as_user(colleague)
    assert client.get(f"/werk/dossiers/{files[1].pk}/").status_code == 200


def test_who_stopped_is_out_at_once(as_user, manager, professional, colleague, files):
    theirs = as_user(colleague)
    assert theirs.get("/werk/").status_code == 200
    as_user(manager).post(f"/mensen/{colleague.pk}/stopt/", {})
    assert theirs.get("/werk/").url.startswith("/inloggen/login/")
    assert CaseFile.objects.visible_to(colleague).count() == 0
    assert OutboxMessage.objects.filter(to=professional.email).count() == 1


def test_a_colleague_of_another_team_cannot_take_over(
    as_user, manager, professional, outsider, files
):
    response = as_user(manager).post(
        f"/mensen/{professional.pk}/stopt/", {"successor": outsider.pk}
    )
    assert response.status_code == 200
    assert files[0].seats.open().get(is_coordinator=True).user == professional


def test_who_goes_to_another_team_keeps_the_account(
    as_user, manager, professional, colleague, other_team, files
):
    professional.join_team(other_team)
    url, team = f"/mensen/{professional.pk}/stopt/", files[0].team
    client = as_user(manager)
    refused = client.post(url, {"stops": team.pk}).content.decode()
    assert "nog regisseur" in refused
    assert client.post(url, {"stops": team.pk, "successor": colleague.pk}).status_code == 302
    assert User.objects.get(pk=professional.pk).is_active
    assert [one.team for one in professional.memberships.filter(until=None)] == [other_team]
    assert not Seat.objects.open().filter(user=professional).exists()
    assert CaseFile.objects.coordinated_by(colleague).count() == 2


def test_an_organisation_stops_with_all_its_people(as_user, manager, partner, files):
    response = as_user(manager).post(f"/organisaties/{partner.organisation_id}/stopt/")
    assert response.status_code == 302
    assert not User.objects.get(pk=partner.pk).is_active
    assert CaseFile.objects.visible_to(partner).count() == 0


def test_only_the_manager(as_user, stranger, professional, team_lead, privacy_officer, files):
    for user in [professional, team_lead, privacy_officer]:
        assert as_user(user).get("/mensen/").status_code == 403
    assert stranger.get("/mensen/").url.startswith("/inloggen/login/")
