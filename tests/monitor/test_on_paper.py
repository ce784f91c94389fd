"""A story that came on paper or by telephone: released by who tells it, taken back with a code."""

import re

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from monitor.models import Answer, Questionnaire, Story, Teller
from monitor.questions import write_down
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database

CODE = re.compile(r'wt-code">([A-Z\d-]{14})<')
SAID = {"way": "paper", "vraag_1": "8", "vraag_6": "Ze kwam gewoon langs.", "band": "home"}


@pytest.fixture
def url(db) -> str:
    write_down()
    asked = Questionnaire.objects.get(audience="resident", occasion="closing")
    return f"/monitor/vragenlijsten/{asked.pk}/"


def test_each_sheet_has_a_code_of_its_own_that_takes_the_story_back(
    as_user, professional, municipality, stranger, url
):
    client = as_user(professional)
    sheet, other = (client.get(f"{url}papier/").content.decode() for _sheet in range(2))
    assert check_page(sheet) == []
    code, strip = CODE.findall(sheet)
    assert code == strip  # one part stays with who wrote it
    assert code not in other
    assert "/verhaal/weghalen/" in sheet
    typed = SAID | {"story": "on", "title": "Gewoon langs", "code": code.lower()}
    assert client.post(url, typed).status_code == 302
    told = as_user(municipality).get("/monitor/verhalen/").content.decode()
    assert "Gewoon langs" in told
    assert "Verteld door een bewoner." in told
    assert Answer.objects.filter(words="Ze kwam gewoon langs.").count() == 1
    assert Teller.objects.get().user is None
    stranger.post("/verhaal/weghalen/", {"code": strip})
    assert "Gewoon langs" not in as_user(municipality).get("/monitor/verhalen/").content.decode()


def test_on_the_telephone_the_code_is_read_out(as_user, professional, stranger, url):
    client = as_user(professional)
    done = client.post(url, SAID | {"way": "phone", "story": "on"}, follow=True).content.decode()
    code = re.search(r"Lees deze code voor: ([A-Z\d-]{14})", done)[1]
    assert Story.objects.released().count() == 1
    stranger.post("/verhaal/weghalen/", {"code": code})
    assert Story.objects.released().count() == 0


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"code": ""}, "Neem de code over."),
        ({"code": "ACDE"}, "Deze code klopt niet."),
        ({"vraag_6": ""}, "Er staan geen woorden bij de open vraag."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(as_user, professional, url, change, error):
    typed = SAID | {"story": "on", "code": "ACDE-FGHJ-KLMN"} | change
    page = as_user(professional).post(url, typed).content.decode()
    assert error in page
    assert check_page(page) == []
    assert not Answer.objects.exists()


def test_without_a_cross_it_stays_with_the_team(as_user, professional, url):
    as_user(professional).post(url, SAID | {"title": "Gewoon langs", "code": "ACDE-FGHJ-KLMN"})
    assert Answer.objects.count() == 2
    assert not Story.objects.exists()


def test_what_the_municipality_thinks_of_itself_nobody_types_for_it(as_user, professional, url):
    own = Questionnaire.objects.get(audience="municipality")
    client = as_user(professional)
    assert client.get(f"/monitor/vragenlijsten/{own.pk}/").status_code == 404
    assert client.get(f"/monitor/vragenlijsten/{own.pk}/papier/").status_code == 404
    page = client.get("/monitor/vragenlijsten/").content.decode()
    assert f"/monitor/vragenlijsten/{own.pk}/" not in page
    assert "Hoe doen wij het als gemeente?" in page


@pytest.mark.parametrize("change", [{"kind": "dilemma"}, {"voice": "municipality"},
                                    {"released_at": None}])  # fmt: skip
def test_the_database_takes_nothing_else_for_somebody_else(professional, change):
    now = timezone.now()
    fields = {"voice": "resident", "read_back_at": now, "released_at": now} | change
    with (
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
        app_login(),
        database.role("professional", professional.pk),
    ):
        Story.objects.bulk_create([Story(title="Van wie?", words="Zomaar.", **fields)])
