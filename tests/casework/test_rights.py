"""Requests on the own data: asked, clocked, answered, seen by nobody else."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from casework.keeping import destroy_what_is_due
from casework.models import CaseFile, RightsRequest
from casework.models.case_files import NewPerson
from casework.models.rights_requests import months_later
from tests import factories
from tests.casework.browser import send, words
from tests.casework.test_locks import plan_address
from tests.conftest import app_login
from wijkteam import database
from wijkteam.choices import Role
from wijkteam.models import AccessLog, OutboxMessage

ASK = "/mijn/gegevens/vragen/"


def ask(client, kind="correct", text="De datum klopt niet.", **more):
    response = send(client, ASK, kind=kind, words=text, **more)
    assert response.status_code == 302, words(response)
    return RightsRequest.objects.latest("asked_at")


def test_it_gets_a_clock_of_a_month_and_tells_whom_it_concerns(
    family, as_user, resident, privacy_officer, professional
):
    client = as_user(resident)
    one = ask(client, twice=True)
    assert RightsRequest.objects.count() == 1
    assert ask(client) == one  # the same words from the page before, with a new key
    assert RightsRequest.objects.count() == 1
    assert one.due == months_later(timezone.localdate(), 1)
    assert one.case_file == family.case_file
    to = set(OutboxMessage.objects.values_list("to", flat=True))
    assert {privacy_officer.email, professional.email} <= to
    assert not OutboxMessage.objects.filter(body__contains="Mark").exists()
    page = words(client.get("/mijn/gegevens/"))
    assert "De datum klopt niet." in page
    assert "antwoord uiterlijk" in page
    assert f"uiterlijk op {date_format(one.due, 'j E Y')}." in page
    assert AccessLog.objects.filter(part="rechten", act="veranderd").exists()


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 11, 26), date(2026, 12, 26)),
        (date(2026, 12, 31), date(2027, 1, 31)),
    ],
)
def test_a_month_is_a_calendar_month(asked, due):
    assert months_later(asked, 1) == due


def test_without_words_it_says_so(family, as_user, resident):
    page = words(send(as_user(resident), ASK, kind="object", words=""))
    assert "Schrijf kort op waar het over gaat" in page
    assert not RightsRequest.objects.exists()
    # Who moves has said it all.
    assert send(as_user(resident), ASK, kind="take", words="").status_code == 302


@pytest.mark.parametrize("who", ["privacy_officer", "professional"])
def test_the_officer_or_the_coordinator_answers_once(family, as_user, resident, who, request):
    one = ask(as_user(resident))
    client, url = as_user(request.getfixturevalue(who)), f"/toezicht/rechten/{one.pk}/"
    assert "De datum klopt niet." in words(client.get(url))
    assert send(client, url, outcome="granted", words="Het staat er nu goed.").status_code == 302
    page = words(as_user(resident).get("/mijn/gegevens/"))
    assert "Het staat er nu goed." in page
    assert "Ja, dat is gedaan" in page
    assert OutboxMessage.objects.filter(to=resident.email).exists()
    again = client.post(url, {"outcome": "refused", "words": "Toch niet."})
    assert again.status_code == 200
    assert "Een collega was u voor." in words(again)
    assert "Toch niet." in words(again)  # what was typed is not lost
    assert (f'href="{family.url}"' in words(again)) is (who == "professional")
    one.refresh_from_db()
    assert one.outcome == "granted"


def test_others_do_not_see_it(family, as_user, resident, colleague, outsider, partner, team_lead):
    one = ask(as_user(resident))
    for user in [colleague, outsider, team_lead]:
        assert as_user(user).get(f"/toezicht/rechten/{one.pk}/").status_code == 404
    assert as_user(partner).get(f"/toezicht/rechten/{one.pk}/").status_code == 403
    assert as_user(resident).get(f"/toezicht/rechten/{one.pk}/").status_code == 403
    other = factories.user("Noor", Role.RESIDENT)
    assert "De datum" not in words(as_user(other).get("/mijn/gegevens/"))
    for user, role in [(other, "resident"), (colleague, "professional")]:
        with app_login(), database.role(role, user.pk):
            assert not RightsRequest.objects.exists()


def test_it_may_take_longer_once_with_a_reason(family, as_user, resident, privacy_officer):
    one = ask(as_user(resident))
    client = as_user(privacy_officer)
    longer = client.post(f"/toezicht/rechten/{one.pk}/langer/", {"langer-words": "Veel papier."})
    assert longer.status_code == 302
    one.refresh_from_db()
    assert one.due == months_later(months_later(timezone.localdate(), 1), 2)
    assert "Veel papier." in words(as_user(resident).get("/mijn/gegevens/"))
    client.post(f"/toezicht/rechten/{one.pk}/langer/", {"langer-words": "Nog meer."})
    one.refresh_from_db()
    assert one.extended_words == "Veel papier."


def test_a_late_one_stands_out(family, as_user, resident, privacy_officer):
    one = ask(as_user(resident))
    url = f"/toezicht/rechten/{one.pk}/"
    assert ">Antwoord uiterlijk" in words(as_user(privacy_officer).get(url))
    RightsRequest.objects.filter(pk=one.pk).update(due=timezone.localdate() - timedelta(1))
    assert ">Antwoord moest er zijn op" in words(as_user(privacy_officer).get(url))
    assert "te laat, moest" in words(as_user(privacy_officer).get("/toezicht/rechten/"))


def test_erasing_an_open_file_is_refused_and_a_closed_one_goes_tonight(
    family, as_user, resident, privacy_officer, professional
):
    one = ask(as_user(resident), kind="erase", text="")
    client, url = as_user(privacy_officer), f"/toezicht/rechten/{one.pk}/"
    page = words(send(client, url, outcome="granted", words="Goed."))
    assert "Dit dossier is nog open" in page
    family.case_file.close(professional, "Klaar.")
    assert send(client, url, outcome="granted", words="Goed.").status_code == 302
    assert CaseFile.objects.get().destroy_on == timezone.localdate()
    # The coordinator does not undo it by opening the file.
    page = words(
        as_user(professional).post(f"{family.url}heropenen/", {"words": "Toch weer."}, follow=True)
    )
    assert "wordt vannacht vernietigd" in page
    assert CaseFile.objects.get().closed_at


def test_the_answer_to_erasing_is_read_after_the_night_for_two_years(
    family, as_user, resident, privacy_officer, professional
):
    family.case_file.close(professional, "Klaar.")
    one = ask(as_user(resident), kind="erase", text="Mijn schulden gaan niemand aan.")
    ask(as_user(resident), kind="look", text="Wat nog meer?")
    url = f"/toezicht/rechten/{one.pk}/"
    send(as_user(privacy_officer), url, outcome="granted", words="Vannacht is alles weg.")
    with app_login():
        destroy_what_is_due()
        destroy_what_is_due()
    assert not CaseFile.objects.exists()
    page = words(as_user(resident).get("/mijn/gegevens/"))
    assert "Vannacht is alles weg." in page
    assert "schulden" not in page
    kept = RightsRequest.objects.get()
    assert (kept.words, kept.household_id) == ("", None)
    assert as_user(privacy_officer).get(f"/toezicht/rechten/{kept.pk}/").status_code == 200
    today = timezone.localdate()
    with app_login(), database.role("worker"):
        assert RightsRequest.end_answers(today + timedelta(days=729)) == 0
        assert RightsRequest.end_answers(today + timedelta(days=733)) == 1


def test_erasing_everything_is_asked_of_each_plan(family, as_user, resident, professional):
    family.case_file.close(professional, "Klaar.")
    with app_login(), database.role("professional", professional.pk):
        second = CaseFile.open(
            professional, team=professional.teams.get(), name="Jansen", address=plan_address(),
            persons=[NewPerson("mark jansen", user=resident, has_seat=True)],
            household_id=family.case_file.household_id,
        )  # fmt: skip
    client = as_user(resident)
    ask(client, kind="correct", text="De datum klopt niet.")
    assert RightsRequest.objects.get().case_file is None
    ask(client, kind="take", text="Naar Zwolle.", case_file=str(second.pk))
    page = words(client.get("/mijn/gegevens/"))
    assert "over alles" in page
    assert f'href="/mijn/plan/{second.pk}/"' in page
    ask(client, kind="erase", text="Alles weg.", twice=True)
    erased = RightsRequest.objects.filter(kind="erase").values_list("case_file", flat=True)
    assert sorted(erased) == sorted([family.case_file.pk, second.pk])
