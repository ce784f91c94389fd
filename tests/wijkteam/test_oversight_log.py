"""The privacy officer's pages: who looked at whom, with filters, and as a table to take along."""

import csv
import io
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from wijkteam.models import AccessLog, AccessSeal

pytestmark = pytest.mark.django_db


def row(who, **values) -> AccessLog:
    fields = {"act": "bekeken", "part": "plan", "ground": "plek aan tafel"} | values
    return AccessLog.objects.create(
        user=who, user_name=who.name, role=who.role, correlation=uuid4(), **fields
    )


@pytest.mark.parametrize("address", ["", "vragen/", "zegels/", "nood/"])
def test_the_officer_gets_in_and_finds_the_other_pages(as_user, privacy_officer, address):
    page = as_user(privacy_officer).get(f"/toezicht/{address}")
    assert page.status_code == 200
    for other in ["/toezicht/", "/toezicht/nood/", "/toezicht/vragen/", "/toezicht/zegels/"]:
        assert f'href="{other}"' in page.content.decode()


@pytest.mark.parametrize("address", ["", "export/", "vragen/", "zegels/"])
def test_nobody_else_gets_in(as_user, stranger, address, professional, resident, team_lead,
                             municipality, manager):  # fmt: skip
    for other in [professional, resident, team_lead, municipality, manager]:
        assert as_user(other).get(f"/toezicht/{address}").status_code == 403
    assert stranger.get(f"/toezicht/{address}").status_code == 302


def test_the_newest_look_stands_on_top_and_looking_is_a_look(
    as_user, privacy_officer, professional
):
    row(professional, part="plan", at=timezone.localtime() - timedelta(days=2))
    row(professional, part="verslag")
    page = as_user(privacy_officer).get("/toezicht/")
    assert [found.part for found in page.context["rows"]] == ["verslag", "plan"]
    look = AccessLog.objects.get(user=privacy_officer)
    assert (look.part, look.act, look.role) == ("logboek", "bekeken", "privacy_officer")


def test_the_filters_work_together(as_user, privacy_officer, professional, colleague):
    home = uuid4()
    wanted = row(professional, household_id=home, act="gedownload")
    row(professional, household_id=home)
    row(colleague, household_id=home, act="gedownload")
    row(professional, household_id=uuid4(), act="gedownload")
    old = row(professional, household_id=home, act="gedownload", at=timezone.now() - timedelta(40))
    question = {"gezin": home, "wie": "sanne", "handeling": "gedown", "rol": "professional"}
    client = as_user(privacy_officer)
    assert list(client.get("/toezicht/", question).context["rows"]) == [wanted, old]
    question["van"] = f"{timezone.localdate():%d-%m-%Y}"
    assert list(client.get("/toezicht/", question).context["rows"]) == [wanted]
    look = AccessLog.objects.filter(user=privacy_officer).latest("at")
    assert (look.household_id, "wie: sanne" in look.why) == (home, True)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"van": "gisteren"}, "bijvoorbeeld 3-11-2026"),
        ({"gezin": "Jansen"}, "geen code van een gezin"),
        ({"van": "3-11-2026", "tot": "1-11-2026"}, "voor de eerste dag"),
        ({"rol": "koning"}, "Kies een van de antwoorden."),
    ],
)
def test_a_wrong_filter_is_said_in_words_and_shows_nothing(
    as_user, privacy_officer, professional, wrong, words
):
    row(professional)
    page = as_user(privacy_officer).get("/toezicht/", wrong)
    assert (page.status_code, list(page.context["rows"])) == (200, [])
    assert words in page.content.decode()


def test_a_page_goes_on_where_the_last_one_ended(as_user, privacy_officer, professional):
    at = timezone.now() - timedelta(hours=1)
    for _each in range(60):
        row(professional, at=at)
    client = as_user(privacy_officer)
    first = client.get("/toezicht/", {"wie": "Sanne"})
    second = client.get("/toezicht/" + first.context["next"])
    found = [one.pk for one in [*first.context["rows"], *second.context["rows"]]]
    assert (len(found), len(set(found)), second.context["next"]) == (60, 60, "")
    assert client.get("/toezicht/?voor=rommel").status_code == 200


def test_the_export_is_a_table_that_runs_nothing(as_user, privacy_officer, professional):
    row(professional, why="=SUM(A1:A9)", part="geld; schulden")
    answer = as_user(privacy_officer).get("/toezicht/export/", {"wie": "sanne"})
    assert "attachment" in answer["Content-Disposition"]
    lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert len(lines) == 2
    assert {"Sanne de Wit", "geld; schulden", "'=SUM(A1:A9)"} <= set(lines[1])
    assert AccessLog.objects.filter(user=privacy_officer, act="geëxporteerd").count() == 1


def test_the_seals_stand_on_a_page_with_what_the_check_found(
    as_user, privacy_officer, professional
):
    row(professional)
    page = as_user(privacy_officer).get("/toezicht/zegels/")
    assert "nog geen zegel" in page.content.decode()
    AccessSeal.objects.create(number=1, since=timezone.now(), until=timezone.now(), count=1,
                              previous="0" * 64, hash="a" * 64)  # fmt: skip
    AccessSeal.objects.verify()
    page = as_user(privacy_officer).get("/toezicht/zegels/").content.decode()
    assert "Zegel 1 klopt niet" in page
