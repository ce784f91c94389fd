"""A quality has a page of its own: voices, wijken, what was asked, a story and the conversation."""

import io
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from odf import teletype
from odf.opendocument import load
from odf.table import TableRow

from monitor.models import (
    Answer,
    PublishedMark,
    Question,
    Questionnaire,
    Release,
    Story,
)
from monitor.questions import write_down
from tests import factories
from tests.page import check_page
from wijkteam.choices import Role
from wijkteam.models import AccessLog, Neighbourhood

URL = "/monitor/cijfers/quality_trust/"
BAR = re.compile(r'wt-chart__number" x="\d+"[^>]*>(\d+,\d)<')


@pytest.fixture
def second_lead():
    return factories.user("Gerben Postma", Role.TEAM_LEAD)


@pytest.fixture
def year(team) -> int:
    """In two years: many residents in Noord, some in Oost, few in West and in Zuid; partners."""
    write_down()
    last = timezone.localdate().year - 1
    asked = {one.questionnaire.audience: one for one in Question.objects.filter(quality="trust")}
    given = {"Noord": (20, 8), "Oost": (12, 7), "West": (6, 6), "Zuid": (7, 5)}
    rows = []
    for at, (name, (number, mark)) in enumerate(given.items()):
        wijk = Neighbourhood.objects.create(code=f"WK{at}", name=name, team=team)
        rows += [("resident", wijk, mark, year) for year in (last, last - 1)] * number
    rows += [("partner", None, 9, last)] * 11 + [("contact", None, 2, last)] * 9
    Answer.objects.bulk_create(
        Answer(question=asked[who], audience=who, team=team, year=when, quarter=2,
               neighbourhood=wijk, mark=mark)
        for who, wijk, mark, when in rows
    )  # fmt: skip
    for when in (last - 1, last):
        PublishedMark.freeze(when)
    return last


def test_the_bars_are_the_last_column_and_small_wijken_stand_together(as_user, municipality, year):
    page = as_user(municipality).get(URL).content.decode()
    assert check_page(page) == []
    main = page.split("<main")[1]
    svg = main[main.index("<svg") : main.index("</svg")]
    voices, wijken = re.findall(r"<tbody>(.*?)</tbody>", main, re.DOTALL)
    rows = dict(re.findall(r'<th scope="row">(.*?)</th>(.*?)</tr>', voices, re.DOTALL))
    assert list(rows) == ["bewoners", "professionals en partners"]  # nine are too few to tell
    last = [re.findall(r"\d,\d", cells)[-1] for cells in rows.values()]
    numbers = [int(re.findall(r">(\d+)</td>", cells)[-1]) for cells in rows.values()]
    assert numbers[0] == 45
    assert numbers[1] in (10, 15)  # eleven, drawn
    assert BAR.findall(svg) == last == ["7,0", "9,0"]
    assert "bewoners: 7,0. professionals en partners: 9,0." in svg
    names = re.findall(r'<th scope="row">(.*?)</th>', wijken)
    assert names == ["Noord", "Oost", "kleine wijken samen: West, Zuid"]
    assert "6,0" not in wijken  # West by itself is nobody's business


def test_what_was_asked_a_story_and_a_question_stand_beside_it(
    as_user, municipality, professional, year
):
    told = Story(voice="professional", title="De sleutel", words="Hij gaf hem.", quality="trust")
    told.tell(professional)
    told.release(professional)
    client = as_user(municipality)
    page = client.get(URL).content.decode()
    assert "De sleutel" in page
    assert "Vertrouwt u het wijkteam?" in page
    answer = client.post("/monitor/gesprek/vraag/quality_trust/", {"words": "Waarom de daling?"})
    assert answer.url == URL
    assert "Waarom de daling?" in client.get(URL).content.decode()
    assert URL in client.get("/monitor/gesprek/").content.decode()
    assert 'href="/monitor/cijfers/quality_trust/"' in client.get("/monitor/").content.decode()
    assert URL in client.get("/monitor/cijfers/").content.decode()
    telling = as_user(professional).get(f"{URL}").content.decode()
    link = re.search(r'href="(/mijn/verhalen/nieuw/verhaal/\?kwaliteit=trust)"', telling)[1]
    assert 'value="trust" selected' in as_user(professional).get(link).content.decode()


def test_without_a_year_it_says_when_it_comes_and_strangers_sign_in(
    as_user, municipality, resident, stranger
):
    write_down()
    page = as_user(municipality).get(URL).content.decode()
    assert "Dit cijfer komt er als een heel jaar voorbij is." in page
    assert check_page(page) == []
    assert as_user(municipality).get("/monitor/cijfers/quality_money/").status_code == 404
    assert as_user(resident).get(URL).status_code == 403
    assert stranger.get(URL).status_code == 302


def test_as_many_queries_for_many_wijken_and_years(as_user, municipality, year):
    client = as_user(municipality)

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(URL).status_code == 200
        return len(seen)

    queries()
    before = queries()
    for older in range(2, 9):
        for one in PublishedMark.objects.filter(year=year):
            one.pk, one.year = None, year - older
            one.save(force_insert=True)
    assert queries() == before


def test_the_last_release_of_a_year_takes_them_along_and_logs_their_hash(
    as_user, municipality, team_lead, second_lead, year
):
    same = {"year": year, "begun_by": team_lead, "state": "signed", "signed_by": team_lead}
    for quarter in (3, 4):
        Release.objects.create(quarter=quarter, signed_at=timezone.now(), **same).set(second_lead)
    number = PublishedMark.hash_of(year)
    told = AccessLog.objects.filter(why=f"kwaliteiten van {year}, sha256 {number}")
    assert [one.part for one in told] == [f"publicatie {year}-4"]
    client = as_user(municipality)
    json_of = lambda quarter: json.loads(  # noqa: E731
        client.get(f"/monitor/{year}/{quarter}/cijfers.json").content
    )
    package = json_of(4)
    assert package["quality_hash"] == number
    found = [row for row in package["resources"][0]["data"] if row["tabel"] == "quality_trust"]
    assert ("Noord", "bewoners", "8.0") in [(r["rij"], r["kolom"], r["klasse"]) for r in found]
    assert all(row["aantal"] % 5 == 0 for row in found)
    assert "quality_trust" in [one["table"] for one in package["catalogue"]]
    assert "quality_hash" not in json_of(3)
    pages = [client.get(f"/monitor/{year}/{quarter}/").content.decode() for quarter in (3, 4)]
    assert ["de acht kwaliteiten" in page for page in pages] == [False, True]
    assert "quality_trust" in client.get(f"/monitor/{year}/4/cijfers.csv").content.decode()
    sheet = load(io.BytesIO(client.get(f"/monitor/{year}/4/cijfers.ods").content))
    assert any("quality_trust" in teletype.extractText(row)
               for row in sheet.getElementsByType(TableRow))  # fmt: skip


def test_every_quality_is_asked_of_somebody(db):
    """A quality that nobody is asked about would be an empty spoke of the wheel."""
    write_down()
    current = list(Questionnaire.objects.current().values_list("pk", flat=True))
    asked = Question.objects.filter(questionnaire__in=current).exclude(quality="")
    assert len(set(asked.values_list("quality", flat=True))) == 8
