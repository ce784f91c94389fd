"""Which neighbourhood has whom, which partner is missing, and what is near."""

from datetime import timedelta

import pytest
from django.test import Client

from network.choices import Reach
from network.coverage import Coverage, missing_partners
from network.models import Outline
from tests.network.conftest import words
from tests.page import check_page

URL = "/netwerk/wie-waar/"
SQUARE = {"type": "Polygon", "coordinates": [[[5.0, 52.0], [5.2, 52.0], [5.2, 52.2], [5.0, 52.0]]]}


@pytest.fixture
def today():
    from django.utils import timezone

    return timezone.localdate()


def reach(coverage: Coverage, domain: str) -> Reach:
    return next(cell.reach for cell in coverage.rows[0].cells if cell.domain == domain)


def test_the_matrix_counted_by_hand(make_place, team, today):
    make_place("A", team, spoken=1, formality="formal", life_domains=["money", "housing"])
    make_place("B", team, spoken=1, formality="informal", life_domains=["money", "work"])
    make_place("C", team, spoken=200, formality="formal", life_domains=["mind", "work"])
    make_place("D", team, spoken=200, formality="formal", life_domains=["mind"])
    gone = make_place("E", team, spoken=1, life_domains=["safety"])
    gone.retire(_someone(team), "dicht")
    coverage = Coverage(team.neighbourhoods.all(), today)
    assert reach(coverage, "money") == Reach.BOTH
    assert reach(coverage, "housing") == Reach.FORMAL
    assert reach(coverage, "work") == Reach.BOTH
    assert reach(coverage, "mind") == Reach.COLD
    assert reach(coverage, "safety") == Reach.NONE
    row = coverage.rows[0]
    assert (len(row.missing), len(row.gone_cold)) == (8, 1)


def _someone(team):
    from tests import factories

    return factories.user("Piet", "professional", team=team)


def test_missing_partners_by_kind_or_by_organisation(make_place, team, other_team):
    from tests import factories

    make_place("School", team, kind="school")
    make_place("Loket", team, kind="other", organisation=factories.organisation("Loket", "debt"))
    make_place("Huisarts", other_team, kind="gp")
    mine, theirs = missing_partners([team, other_team])
    assert mine.kinds == ["youth_health", "district_nurse", "work_income", "gp"]
    assert "gp" not in theirs.kinds


def test_the_page_says_it_in_words_and_leads_to_who(as_user, professional, make_place, team):
    make_place("A", team, spoken=1, life_domains=["money"])
    wijk = team.neighbourhoods.get()
    page = words(as_user(professional).get(URL))
    assert f"?wijk={wijk.code}&amp;leefgebied=money" in page
    assert "verslaving" in page
    assert "jeugdgezondheidszorg" in page
    assert check_page(page) == []


def test_the_nearest_place_stands_first(as_user, professional, make_place, team):
    make_place("Ver", team, latitude=52.3, longitude=5.1)
    make_place("Dichtbij", team, latitude=52.11, longitude=5.1)
    make_place("Ergens", team)
    Outline.draw(team.neighbourhoods.get(), SQUARE)
    client = as_user(professional)
    page = words(client.get("/netwerk/kaart/"))
    assert page.index("Dichtbij") < page.index("Ver<") < page.index("Ergens")
    assert 'data-lat="52.11"' in page
    assert check_page(page) == []
    assert words(client.get("/netwerk/kaart/?postcode=1311+ab")).index("Dichtbij") > 0
    assert "Deze postcode kennen wij niet" in words(client.get("/netwerk/kaart/?postcode=9999XX"))
    assert client.get("/netwerk/kaart/wijken.json").json()["features"][0]["geometry"] == SQUARE


def test_an_outline_is_a_polygon(team):
    with pytest.raises(ValueError, match="Polygon"):
        Outline.draw(team.neighbourhoods.get(), {"type": "Point", "coordinates": [5, 52]})


def test_the_list_does_not_shift_while_places_are_added(as_user, professional, make_place, team):
    for number in range(30):
        make_place(f"Plek {number:02d}", team, spoken=number)
    client = as_user(professional)
    first = words(client.get("/netwerk/"))
    link = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    for number in range(5):
        make_place(f"Nieuw {number}", team, spoken=400)
    second = words(client.get(f"/netwerk/{link}"))
    names = [f"Plek {number:02d}" for number in range(30)]
    assert [name for name in names if (name in first) == (name in second)] == []
    assert "Nieuw 0" not in second


def test_who_may(as_user, partner, contact, municipality, team):
    for url in (URL, "/netwerk/kaart/"):
        assert as_user(partner).get(url).status_code == 200
        for who in (contact, municipality):
            assert as_user(who).get(url).status_code == 403
        assert Client().get(url).headers["Location"].startswith("/inloggen/")


def test_it_says_how_long_a_place_is_cold(make_place, team, today):
    make_place("A", team, spoken=91, life_domains=["money"])
    wijken = team.neighbourhoods.all()
    assert reach(Coverage(wijken, today), "money") == Reach.COLD
    assert reach(Coverage(wijken, today - timedelta(days=5)), "money") != Reach.COLD
