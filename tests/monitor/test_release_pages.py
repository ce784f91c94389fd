"""The pages of a release: made and signed by team leads, read by the municipality as it was set."""

import csv
import io
import json
import random

import pytest
from django.test import Client
from odf.opendocument import load
from odf.table import TableRow

from monitor.making import make
from monitor.models import Publication, Release
from monitor.periods import Quarter
from monitor.released import RULE
from monitor.tasks import make_releases
from tests.casework.counting import queries
from tests.monitor import town
from tests.page import check_page, words

DESK = "/leiding/publicatie/"
FIRST = Quarter(2025, 1)


@pytest.fixture
def ready(team) -> Release:
    town.fill(team, FIRST, 40, random.Random(1), town.neighbourhoods(team, 4))
    return town.made(FIRST)


@pytest.fixture
def published(ready) -> Publication:
    first, second = town.leads()
    ready.sign(first)
    return ready.set(second)


def page_of(release: Release) -> str:
    return f"{DESK}{release.pk}/"


def test_from_the_button_to_the_municipality(as_user, team, municipality):
    first, second = town.leads()
    client = as_user(first)
    asked = client.post(DESK)
    release = Release.objects.get()
    assert asked.headers["Location"] == page_of(release)
    waiting = words(client.get(page_of(release)))
    assert "Even geduld" in waiting
    assert 'http-equiv="refresh"' in waiting
    client.post(DESK)  # a second click finds the first
    make_releases()
    assert "Ik teken voor deze cijfers" in words(client.get(page_of(release)))
    client.post(f"{page_of(release)}tekenen/")
    assert "Vraag een andere teamleider" in words(client.get(page_of(release)))
    client.post(f"{page_of(release)}vaststellen/")
    assert not Publication.objects.exists()
    as_user(second).post(f"{page_of(release)}vaststellen/")
    assert str(Publication.objects.get()) in words(as_user(municipality).get("/monitor/"))
    again = as_user(second).post(f"{page_of(release)}vaststellen/", follow=True)
    assert "Iemand was u voor" in words(again)


def test_the_counts_stand_beside_the_figures(as_user, ready):
    page = words(as_user(town.leads()[0]).get(page_of(ready)))
    assert "Deze cijfers wijken het meest af" in page
    figure = ready.figures.get(indicator="families")
    assert f'<td class="wt-number">{figure.count}</td>' in page
    assert "None" not in page
    assert check_page(page) == []


def test_giving_back_needs_a_reason_and_counts_anew(as_user, ready):
    client, url = as_user(town.leads()[0]), f"{page_of(ready)}terug/"
    page = words(client.get(url))
    assert check_page(page) == []
    assert '<form method="post" data-keep' in page
    assert "Schrijf op wat er niet klopt." in words(client.post(url, {"words": ""}))
    client.post(url, {"words": "Er mist een wijk"})
    assert "Er mist een wijk" in words(client.get(page_of(ready)))
    client.post(DESK)  # the next quarter is another one here: the first was never set
    Release.objects.filter(pk=ready.pk).update(state="waiting")
    make(ready)
    ready.refresh_from_db()
    assert ready.draws == 2


@pytest.mark.parametrize("who", ["professional", "municipality", "privacy_officer", "manager"])
def test_needs_the_permission_to_sign(as_user, request, ready, who):
    client = as_user(request.getfixturevalue(who))
    for url in (DESK, page_of(ready), f"{page_of(ready)}terug/"):
        assert client.get(url).status_code == 403
    assert client.post(f"{page_of(ready)}tekenen/").status_code == 403


def test_sends_strangers_to_sign_in(published):
    for url in (DESK, "/monitor/2025/1/cijfers.csv", "/monitor/2025/1/papier/"):
        assert Client().get(url).headers["Location"].startswith("/inloggen/")


def test_an_unknown_step_or_kind_is_not_there(as_user, published, municipality):
    lead = as_user(town.leads()[0])
    assert lead.post(f"{page_of(Release.objects.get())}stempelen/").status_code == 404
    assert as_user(municipality).get("/monitor/2025/1/cijfers.exe").status_code == 404


def test_the_municipality_reads_figures_rule_limit_and_hash(as_user, municipality, published):
    page = words(as_user(municipality).get("/monitor/2025/1/"))
    assert RULE in page
    assert "Waar de bescherming ophoudt" in page
    assert published.hash in page
    assert "0 (0 tot en met 4)" in page
    assert check_page(page) == []


def test_a_filter_chooses_one_table_and_nonsense_chooses_nothing(as_user, municipality, published):
    client = as_user(municipality)
    one = words(client.get("/monitor/2025/1/?tabel=requests_by_route"))
    assert one.count('<section class="wt-figure">') == 1
    row = words(client.get("/monitor/2025/1/?tabel=requests_by_route&rij=web"))
    assert row.count("<tr><th scope") == 1
    nonsense = words(client.get("/monitor/2025/1/?tabel=' OR 1=1&rij=%00"))
    assert nonsense.count('<section class="wt-figure">') == len(
        set(published.cells.values_list("indicator", flat=True))
    )


def test_every_download_holds_the_frozen_figures(as_user, municipality, published):
    client = as_user(municipality)
    cells = [(c.indicator, c.row_key, c.value) for c in published.cells.all()]
    text = client.get("/monitor/2025/1/cijfers.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [(r["tabel"], r["rij_sleutel"], int(r["aantal"] or -1)) for r in rows] == [
        (indicator, row, -1 if value is None else value) for indicator, row, value in cells
    ]
    package = json.loads(client.get("/monitor/2025/1/cijfers.json").content)
    data = package["resources"][0]["data"]
    assert [(r["tabel"], r["rij_sleutel"], r["aantal"]) for r in data] == cells
    assert package["licenses"][0]["name"] == "CC0-1.0"
    assert package["description"] == RULE
    assert package["hash"] == published.hash
    assert len(package["catalogue"]) == len({indicator for indicator, _row, _value in cells})
    sheet = load(io.BytesIO(client.get("/monitor/2025/1/cijfers.ods").content))
    assert len(sheet.getElementsByType(TableRow)) > len(cells)


def test_paper_for_the_council(as_user, municipality, published):
    client = as_user(municipality)
    page = words(client.get("/monitor/2025/1/papier/"))
    assert RULE in page
    assert published.hash in page
    pdf = client.get("/monitor/2025/1/papier.pdf")
    assert pdf.content[:4] == b"%PDF" or "Ctrl + P" in words(pdf)


def test_reading_takes_few_queries_and_always_as_many(as_user, municipality, published):
    client = as_user(municipality)
    client.get("/monitor/2025/1/")
    with queries() as all_:
        client.get("/monitor/2025/1/")
    with queries() as one:
        client.get("/monitor/2025/1/?tabel=families")
    assert len(all_) == len(one) <= 10
