"""Breaking the glass: with a reason, to read, for a day, and in everyone's sight."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from casework.models import CaseFile, CaseFileUserObjectPermission, Emergency
from tests import factories
from tests.casework.test_locks_probed import tries
from tests.conftest import app_login
from wijkteam import database
from wijkteam.models import AccessLog, OutboxMessage

REASON = "De buren horen geschreeuw en de regisseur neemt niet op."


@pytest.fixture
def file(professional, team, resident, privacy_officer) -> CaseFile:
    return factories.case_file(professional, team, resident=resident)


def break_it(client, file, reason=REASON):
    return client.post(f"/werk/nood/{file.household_id}/", {"reason": reason})


def test_the_address_tells_whom_to_call_and_nothing_more(as_user, outsider, file):
    page = as_user(outsider).get("/werk/nood/?postcode=1311 ab&house_number=12").content.decode()
    assert "Sanne de Wit" in page
    assert "020 123 4501" in page
    assert "Jansen" not in page


def test_a_reason_opens_the_file_to_read_for_a_day(as_user, outsider, file):
    client = as_user(outsider)
    assert client.get(f"/werk/dossiers/{file.pk}/").status_code == 404
    assert break_it(client, file).url == f"/werk/dossiers/{file.pk}/"
    assert client.get(f"/werk/dossiers/{file.pk}/").status_code == 200
    assert client.get(f"/werk/dossiers/{file.pk}/bericht/").status_code in {403, 404}
    right = CaseFileUserObjectPermission.objects.get(user=outsider)
    assert right.until - timezone.now() <= timedelta(hours=24)
    CaseFileUserObjectPermission.objects.filter(user=outsider).update(until=timezone.now())
    assert client.get(f"/werk/dossiers/{file.pk}/").status_code == 404


def test_everyone_concerned_hears_of_it(
    as_user, outsider, file, professional, privacy_officer, resident
):
    break_it(as_user(outsider), file)
    told = set(OutboxMessage.objects.filter(household_id=file.household_id).values_list("to"))
    assert {(professional.email,), (privacy_officer.email,)} <= told
    assert AccessLog.objects.filter(act="noodtoegang", why=REASON, user=outsider).exists()
    assert "schreeuw" in as_user(resident).get("/mijn/wie-keek/").content.decode()
    own = as_user(resident).get(f"/mijn/plan/{file.pk}/").content.decode()
    assert "opende uw plan in nood" in own
    assert "schreeuw" in own
    # The mail says whose it was by its link alone; the page of the file says why.
    mail = OutboxMessage.objects.get(to=professional.email, household_id=file.household_id)
    assert f"/werk/dossiers/{file.pk}/" in mail.body
    assert "schreeuw" not in mail.body
    page = as_user(professional).get(f"/werk/dossiers/{file.pk}/").content.decode()
    assert "opende dit dossier in nood" in page
    assert "schreeuw" in page
    assert "schreeuw" not in as_user(outsider).get(f"/werk/dossiers/{file.pk}/").content.decode()


def test_in_a_house_that_is_kept_apart_nobody_at_home_reads_why(
    as_user, outsider, privacy_officer, file, professional, resident
):
    """It may say who told us what. That it was opened, when and by whom, everybody reads."""
    CaseFile.objects.update(is_apart=True)
    break_it(as_user(outsider), file)
    one = Emergency.objects.get()
    judged = {"review": "Terecht: het geschreeuw hield aan."}
    as_user(privacy_officer).post(f"/toezicht/nood/{one.pk}/", judged)
    own = as_user(resident).get(f"/mijn/plan/{file.pk}/").content.decode()
    assert "opende uw plan in nood" in own
    assert "De reden was" not in own
    for url in [f"/mijn/plan/{file.pk}/", "/mijn/wie-keek/", "/mijn/gegevens/"]:
        assert "schreeuw" not in as_user(resident).get(url).content.decode()
    with app_login(), database.role("resident", resident.pk), connection.cursor() as cursor:
        assert [(one.reason, one.review) for one in Emergency.objects.all()] == [("", "")]
        assert not AccessLog.objects.filter(why__contains="schreeuw").exists()
        cursor.execute("SELECT casework_emergency_told(%s, 'reason')", [one.pk])
        assert cursor.fetchone() == ("",)
    for column in ["reason", "review"]:
        assert "permission denied" in tries(resident, f"SELECT {column} FROM casework_emergency")
    assert "schreeuw" in as_user(professional).get(f"/werk/dossiers/{file.pk}/").content.decode()
    assert "schreeuw" in as_user(privacy_officer).get("/toezicht/nood/").content.decode()


def test_too_short_a_reason_opens_nothing(as_user, outsider, file):
    response = break_it(as_user(outsider), file, "spoed")
    assert "ten minste één hele zin" in response.content.decode()
    assert not Emergency.objects.exists()


def test_who_writes_the_reason_is_told_that_the_whole_house_reads_it(as_user, outsider, file):
    """Also the one who is feared: who called us for help may not stand in it."""
    page = as_user(outsider).get(f"/werk/nood/{file.household_id}/").content.decode()
    assert "Noem niet wie u iets vertelde of wie bang is" in page


def test_who_sits_at_the_table_needs_no_hammer(as_user, professional, file):
    response = break_it(as_user(professional), file)
    assert "u zit er al aan tafel" in response.content.decode()


def test_a_partner_may_not(as_user, partner, file):
    assert break_it(as_user(partner), file).status_code == 403


def test_the_privacy_officer_judges_once(as_user, outsider, privacy_officer, file):
    break_it(as_user(outsider), file)
    client = as_user(privacy_officer)
    assert REASON in client.get("/toezicht/nood/").content.decode()
    url = f"/toezicht/nood/{Emergency.objects.get().pk}/"
    assert client.post(url, {"review": "Terecht: er was gevaar."}).status_code == 302
    assert Emergency.objects.get().review == "Terecht: er was gevaar."
    assert client.post(url, {"review": "Nog eens"}).status_code == 404
