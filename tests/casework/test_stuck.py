"""Where it is stuck: read by two, sent on without a family, answered on the table."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from casework.models import CaseFile, ForwardedStuckPoint, Household, Seat, StuckPoint
from casework.workflow import NotAllowed, SomebodyWasFirst
from tests import factories
from tests.casework.browser import send, words
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database
from wijkteam.access import FAMILY_TABLE
from wijkteam.models import AccessLog

TEXT = "Wie een schuld heeft, mag niet in de opvang, en zonder adres komt er geen regeling."


@pytest.fixture
def stuck(family) -> StuckPoint:
    found = StuckPoint(case_file=family.case_file, kind="rule", words=TEXT,
                       written_by=family.coordinator)  # fmt: skip
    found.write()
    return found


@pytest.fixture
def signed(family, stuck) -> ForwardedStuckPoint:
    stuck.sign(family.colleague)
    return ForwardedStuckPoint.objects.get()


@pytest.fixture
def forwarded(signed, team_lead) -> ForwardedStuckPoint:
    signed.forward(team_lead, "afdeling Wmo", timezone.localdate() + timedelta(days=7))
    return ForwardedStuckPoint.objects.get()


def test_a_name_does_not_leave_the_file(family, as_user, professional):
    client, url = as_user(professional), f"{family.url}vastloper/"
    page = words(send(client, url, kind="rule", words="Voor Noortje is er geen plek."))
    assert "wijst: noortje. Haal het weg." in page
    assert "Voor Noortje is er geen plek." in page
    assert not StuckPoint.objects.exists()
    send(client, url, twice=True, kind="rule", words=TEXT)
    assert StuckPoint.objects.get().written_by == family.coordinator
    assert AccessLog.objects.filter(part="vastloper", act="veranderd").count() == 2


def test_the_words_are_enough_and_who_reads_along_says_what_it_is(
    family, as_user, professional, colleague
):
    send(as_user(professional), f"{family.url}vastloper/", words=TEXT)
    stuck = StuckPoint.objects.get()
    assert stuck.kind == "other"
    send(as_user(colleague), f"/werk/vastlopers/{stuck.pk}/", kind="rule")
    stuck.refresh_from_db()
    assert (stuck.kind, ForwardedStuckPoint.objects.get().kind) == ("rule", "rule")


def test_a_second_professional_of_the_team_signs(family, stuck, as_user, professional, colleague,
                                                 partner):  # fmt: skip
    url = f"/werk/vastlopers/{stuck.pk}/"
    for user in [professional, partner]:
        assert as_user(user).get(url).status_code == 404
        assert TEXT not in words(as_user(user).get("/werk/"))
    client = as_user(colleague)
    for page in ["/werk/", family.url]:
        assert "Meelezen en tekenen" in words(client.get(page))
    assert check_page(client.get(url).content.decode()) == []
    assert send(client, url).status_code == 302
    assert client.post(url, {"key": ""}).status_code == 404
    left = ForwardedStuckPoint.objects.get()
    assert (left.words, left.team, left.forwarded_at) == (TEXT, family.case_file.team, None)
    stuck.refresh_from_db()
    with pytest.raises(SomebodyWasFirst):
        StuckPoint(pk=stuck.pk, case_file=family.case_file, written_by=family.coordinator,
                   words="x").sign(family.colleague)  # fmt: skip
    with pytest.raises(IntegrityError, match="signed_by_another"), transaction.atomic():
        StuckPoint.objects.update(signed_by=family.coordinator)


def test_whoever_wrote_it_does_not_sign_it(family, stuck):
    with pytest.raises(NotAllowed, match="tweede professional"):
        stuck.sign(family.coordinator)
    stuck.words = "Els kan niet helpen."
    with pytest.raises(NotAllowed, match="els"):
        stuck.sign(family.colleague)


def test_who_left_and_sat_down_again_does_not_sign_the_own_words(
    family, stuck, as_user, professional, colleague
):
    """Another seat, the same pair of eyes."""
    StuckPoint.objects.update(written_by=family.colleague)
    family.colleague.leave(colleague)
    again = factories.says_yes(Seat.invite(family.case_file, colleague, professional, "", None))
    client = as_user(colleague)
    assert "Meelezen en tekenen" not in words(client.get(family.url))
    assert client.get(f"/werk/vastlopers/{stuck.pk}/").status_code == 404
    stuck.refresh_from_db()
    with pytest.raises(NotAllowed, match="tweede professional"):
        stuck.sign(again)
    left = ForwardedStuckPoint.objects.create(kind="rule", words=TEXT, team=family.case_file.team)
    with (
        pytest.raises(ProgrammingError, match="row-level"),
        transaction.atomic(),
        app_login(),
        database.role("professional", colleague.pk),
    ):
        StuckPoint.objects.filter(pk=stuck.pk).update(
            signed_by=again, signed_at=timezone.now(), forwarded=left
        )


def test_the_team_lead_sends_it_on_once(signed, as_user, team_lead, municipality):
    lead = as_user(team_lead)
    page = lead.get("/leiding/vastlopers/").content.decode()
    assert TEXT in page
    assert check_page(page) == []
    assert TEXT not in words(as_user(municipality).get("/monitor/vastlopers/"))
    url = f"/leiding/vastlopers/{signed.pk}/"
    assert "Schrijf op van wie u antwoord vraagt." in words(send(lead, url, asked_to=""))
    assert send(lead, url, asked_to="afdeling Wmo").url == "/leiding/vastlopers/"
    assert lead.get(url).status_code == 404
    with pytest.raises(SomebodyWasFirst):
        signed.forward(team_lead, "iemand anders", timezone.localdate())
    assert not AccessLog.objects.filter(user=team_lead).exists()


def test_the_reply_comes_back_on_the_table(
    family, forwarded, as_user, municipality, professional, resident, team_lead
):
    client, url = as_user(municipality), f"/monitor/vastlopers/{forwarded.pk}/"
    page = client.get("/monitor/vastlopers/").content.decode()
    assert TEXT in page
    assert "0 dagen open" in page
    assert "Jansen" not in page
    assert check_page(page) == []
    assert "Schrijf uw antwoord op." in words(send(client, url, words=" "))
    reply = "De regel vervalt per 1 januari."
    assert send(client, url, words=reply).url == "/monitor/vastlopers/"
    assert client.get(url).status_code == 404
    for page in [as_user(professional).get(family.url), as_user(resident).get(family.own_url),
                 as_user(team_lead).get("/leiding/vastlopers/")]:  # fmt: skip
        assert reply in words(page)
        assert check_page(page.content.decode()) == []
    with pytest.raises(SomebodyWasFirst):
        forwarded.answer(municipality, "iets anders")


def test_another_team_and_other_roles_see_nothing_of_it(
    forwarded, as_user, outsider, resident, privacy_officer, manager, contact, stranger
):
    for path in ["/leiding/vastlopers/", "/monitor/vastlopers/"]:
        for user in [outsider, resident, privacy_officer, manager, contact]:
            assert as_user(user).get(path).status_code == 403
        assert stranger.get(path).url.startswith("/inloggen/")
    with app_login(), database.role("professional", outsider.pk):
        assert not ForwardedStuckPoint.objects.exists()


def test_no_path_leads_from_what_left_to_a_family():
    reached, new = set(), {ForwardedStuckPoint}
    while new:
        reached |= new
        new = {
            field.related_model
            for model in new
            for field in model._meta.concrete_fields
            if field.related_model and not field.related_model._meta.label.startswith("wijkteam.")
        } - reached
    assert reached == {ForwardedStuckPoint}
    assert not {"case_file", "household"} & {f.name for f in ForwardedStuckPoint._meta.fields}
    # So a page that shows only these rows is no look at a family; the row in the file is one.
    assert not FAMILY_TABLE.search('SELECT * FROM "casework_forwardedstuckpoint"')
    assert FAMILY_TABLE.search('SELECT * FROM "casework_stuckpoint"')
    assert apps.get_model("casework", "StuckPoint")


def test_the_database_gives_the_municipality_what_was_sent_on_and_nothing_else(
    family, stuck, forwarded, municipality
):
    other = StuckPoint(case_file=family.case_file, kind="money", words="Nog niet weg",
                       written_by=family.coordinator)  # fmt: skip
    other.write()
    other.sign(family.colleague)
    with app_login(), database.role("municipality", municipality.pk):
        assert list(ForwardedStuckPoint.objects.values_list("words", flat=True)) == [TEXT]
    for model in [StuckPoint, CaseFile, Household]:
        role = database.role("municipality", municipality.pk)
        with pytest.raises(ProgrammingError, match="denied"), app_login(), role:
            model.objects.first()
    role = database.role("municipality", municipality.pk)
    with pytest.raises(ProgrammingError, match="denied"), app_login(), role:
        ForwardedStuckPoint.objects.update(words="anders")
    with app_login(), database.role("municipality", municipality.pk), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE casework_forwardedstuckpoint SET reply = 'x', replied_at = now(),"
            " replied_by_id = %s, replied_by_name = 'W' WHERE forwarded_at IS NULL",
            [municipality.pk],
        )
        assert cursor.rowcount == 0
