"""What ends by itself: seats after the closing, files whose day has come, without a name left."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import ProgrammingError, transaction
from django.utils import timezone
from django.utils.formats import date_format

from casework.keeping import destroy_what_is_due, end_aftercare
from casework.models import (
    CaseFile,
    CaseFileUserObjectPermission,
    Destruction,
    Household,
    Person,
    Seat,
)
from casework.moments import moments
from intake.choices import Judgement
from intake.models import Complaint, ConversationRequest
from tests import factories
from tests.casework.browser import send, words
from tests.casework.test_documents import make
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database, files
from wijkteam.models import Change, Team


def rows_about(family) -> dict[str, int]:
    """How many rows there are in every table of these apps, but for what is kept without whom."""
    kept = {"casework_destruction", "casework_export"}
    found = {}
    for app in ["casework", "intake"]:
        for model in apps.get_app_config(app).get_models():
            if model._meta.db_table not in kept and (number := model._default_manager.count()):
                found[model._meta.db_table] = number
    return found


@pytest.fixture
def closed(family, professional, resident, team):
    request = factories.request(team, name="Mark", words="Zorgen", requester=resident)
    request.take(professional)
    ConversationRequest.objects.filter(pk=request.pk).update(case_file=family.case_file)
    family.document = make(family.coordinator, title="Brief")
    family.case_file.close(professional, "Klaar.")
    return family


def test_when_the_day_has_come_nothing_is_left(closed, as_user, privacy_officer):
    stored = closed.document.file.name
    CaseFile.objects.update(destroy_on=timezone.localdate())
    with app_login():
        assert destroy_what_is_due() == 1
        assert destroy_what_is_due() == 0
    assert rows_about(closed) == {}
    assert not files.store().exists(stored)
    assert not Change.objects.filter(case_file_id=closed.case_file.pk).exists()
    record = Destruction.objects.get()
    assert record.rows["casework_goal"] == 2
    assert record.rows["casework_person"] >= 1
    assert (record.why, record.team) == ("term", closed.case_file.team)
    page = words(as_user(privacy_officer).get("/toezicht/bewaren/"))
    assert "de bewaartermijn was om" in page
    assert "Jansen" not in page


def test_the_officer_sees_before_that_day_what_goes(
    closed, as_user, privacy_officer, professional, resident
):
    one, client = CaseFile.objects.get(), as_user(privacy_officer)
    url = f"/toezicht/bewaren/{one.pk}/"
    assert client.get(url).status_code == 404, "not years before"
    assert "gaat er niets weg" in words(client.get("/toezicht/bewaren/"))
    CaseFile.objects.update(destroy_on=timezone.localdate() + timedelta(days=30))
    before = rows_about(closed)
    assert url in words(client.get("/toezicht/bewaren/"))
    page = client.get(url)
    assert check_page(page.content.decode()) == []
    assert '<th scope="row">Doelen</th><td class="wt-number">2</td>' in words(page)
    assert "Niemand van hen keek na het afsluiten" in words(page)
    for name in ["Jansen", "Mark", "Noor"]:
        assert name not in words(page)
    as_user(resident).get(closed.own_url)
    assert "keek 1 van hen nog in het plan" in words(client.get(url))
    assert not Destruction.objects.exists()
    with app_login(), database.role("privacy_officer", privacy_officer.pk):
        counted, at_home, _looked = Destruction.ahead(one.pk)
    assert at_home == 2
    assert rows_about(closed) == before | {
        "casework_lastlook": before.get("casework_lastlook", 0) + 1
    }
    CaseFile.objects.update(destroy_on=timezone.localdate())
    with app_login():
        assert destroy_what_is_due() == 1
    assert Destruction.objects.get().rows == counted
    assert client.get(url).status_code == 404


def test_nobody_but_the_officer_asks_the_database_what_goes(closed, as_user, professional):
    key = closed.case_file.pk
    CaseFile.objects.update(destroy_on=timezone.localdate())
    assert as_user(professional).get(f"/toezicht/bewaren/{key}/").status_code == 403
    for who in ["professional", "worker", "manager", "resident"]:
        with (
            pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(),
            app_login(), database.role(who, professional.pk),
        ):  # fmt: skip
            Destruction.ahead(key)


def test_a_complaint_that_waits_for_its_answer_stays(closed, team, team_lead):
    request = ConversationRequest.objects.get()
    waits, done, again = (
        Complaint.objects.create(
            reference=f"K{number}", team=team, request=request, about="other", words="Boos.",
            name="Mark", phone="0612345678", due=timezone.localdate(),
        )
        for number in range(3)
    )  # fmt: skip
    answered = {"handler": team_lead, "answer": "Sorry.", "judgement": Judgement.values[0],
                "answered_at": timezone.now()}  # fmt: skip
    Complaint.objects.filter(pk__in=[done.pk, again.pk]).update(**answered)
    Complaint.objects.filter(pk=again.pk).update(
        reopened_at=timezone.now(), reopened_words="Nog niet goed."
    )
    CaseFile.objects.update(destroy_on=timezone.localdate())
    with app_login():
        destroy_what_is_due()
    assert not ConversationRequest.objects.exists()
    left = Complaint.objects.values_list("pk", "request")
    assert set(left) == {(waits.pk, None), (again.pk, None)}


def test_on_the_last_day_everyone_reads_that_it_goes_tonight(
    closed, as_user, professional, resident
):
    one = CaseFile.objects.get()
    page = words(as_user(resident).get(closed.own_url))
    assert f"{date_format(one.destroy_on, 'j F Y')} wordt het vernietigd" in page
    assert "heropenen/" in words(as_user(professional).get(closed.url))
    CaseFile.objects.update(destroy_on=timezone.localdate())
    page = words(as_user(professional).get(closed.url))
    assert "Dit dossier wordt vannacht vernietigd." in page
    assert "heropenen/" not in page
    page = words(as_user(resident).get(closed.own_url))
    assert "Vannacht wordt uw plan vernietigd." in page
    assert "/mijn/gegevens/" in page
    with app_login():
        destroy_what_is_due()
    page = words(as_user(resident).get("/mijn/plan/"))
    assert "U hebt nu geen plan bij het wijkteam." in page


def test_before_that_day_everything_stays(closed):
    before = rows_about(closed)
    with app_login():
        assert destroy_what_is_due() == 0
    assert Destruction.run(closed.case_file.pk) is None
    assert rows_about(closed) == before


def test_another_file_of_the_household_keeps_the_household(closed, outsider):
    from tests.casework.test_locks import plan_address

    home = closed.case_file.household_id
    CaseFile.open(
        outsider, team=outsider.teams.get(), name="Jansen", address=plan_address(), persons=[],
        household_id=home,
    )  # fmt: skip
    CaseFile.objects.closed().update(destroy_on=timezone.localdate())
    with app_login():
        destroy_what_is_due()
    assert CaseFile.objects.count() == 1
    assert Household.objects.filter(pk=home).exists()
    assert Person.objects.exists()


def test_the_officer_sees_terms_and_no_families(closed, as_user, privacy_officer, professional):
    page = words(as_user(privacy_officer).get("/toezicht/bewaren/"))
    assert "Jeugdwet art. 7.3.8" in page
    assert str(CaseFile.objects.get().destroy_on.year) in page
    assert as_user(professional).get("/toezicht/bewaren/").status_code == 403


def test_with_aftercare_the_team_reads_on_until_it_ends(
    family, as_user, professional, colleague, partner, resident
):
    Team.objects.update(aftercare_days=14)
    one = CaseFile.objects.get()
    one.close(professional, "Klaar.")
    assert one.aftercare_until == timezone.localdate() + timedelta(days=14)
    assert as_user(colleague).get(family.url).status_code == 200
    assert as_user(partner).get(family.url).status_code == 404
    with app_login():
        assert end_aftercare() == 0
    CaseFile.objects.update(aftercare_until=timezone.localdate() - timedelta(days=1))
    with app_login():
        assert end_aftercare() == 4
        assert end_aftercare() == 0
    assert not Seat.objects.open().exists()
    assert as_user(colleague).get(family.url).status_code == 404
    for user, url in [(professional, family.url), (resident, family.own_url)]:
        assert as_user(user).get(url).status_code == 200
    assert CaseFileUserObjectPermission.objects.filter(user=colleague).count() == 0
    one.reopen(professional, "Weer.")
    seated = set(one.seats.open().values_list("name", flat=True))
    assert seated == {"Sanne de Wit", "Mark Jansen", "Els"}


def test_at_a_closing_only_who_said_so_may_be_asked(family, as_user, professional, team):
    send(as_user(professional), f"{family.url}afsluiten/", words="Klaar.", may_be_asked="on")
    today = timezone.localdate()
    with app_login(), database.role("worker"):
        closed = [one for one in moments(today, today) if one.occasion == "closing"]
    assert [(one.audience, one.team_id) for one in closed] == [("resident", team.pk)]
    family.case_file.refresh_from_db()
    family.case_file.reopen(professional, "Toch weer.")
    send(as_user(professional), f"{family.url}afsluiten/", words="Klaar.")
    with app_login(), database.role("worker"):
        assert not [one for one in moments(today, today) if one.occasion == "closing"]


def test_everyone_reads_until_when_the_aftercare_lasts(
    family, as_user, professional, colleague, resident
):
    Team.objects.update(aftercare_days=14)
    assert "nog 14 dagen" in words(as_user(professional).get(f"{family.url}afsluiten/"))
    CaseFile.objects.get().close(professional, "Klaar.")
    today = timezone.localdate()
    for left, told in [(14, "nog 14 dagen"), (1, "nog 1 dag"), (0, "Vandaag is de laatste dag")]:
        CaseFile.objects.update(aftercare_until=today + timedelta(days=left))
        for user in [professional, colleague]:
            assert told in words(as_user(user).get(family.url)), (left, user.name)
        assert "mag u nog bellen" in words(as_user(resident).get(family.own_url))
    CaseFile.objects.update(aftercare_until=today - timedelta(days=1))
    for user, url in [(professional, family.url), (resident, family.own_url)]:
        page = words(as_user(user).get(url))
        assert "Nazorg" not in page, "it is over, also before the night took the seats"
        assert "mag u nog bellen" not in page


def test_the_list_of_what_ended_says_when_and_counts_nothing_as_late(family, as_user, professional):
    family.case_file.actions.update(due=timezone.localdate() - timedelta(days=3), done_at=None)
    road = "/werk/dossiers/"
    assert "te laat" in words(as_user(professional).get(road))
    family.case_file.close(professional, "Klaar.")
    page = words(as_user(professional).get(f"{road}?afgesloten=on"))
    assert "te laat" not in page
    assert "afgesloten vandaag" in page
