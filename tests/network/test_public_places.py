"""Places for anyone: near a postcode, on a list, a map and a guide."""

import pytest

from network.choices import PublicField
from network.models import Vindplaats
from tests.page import check_page
from tests.wijkteam.test_pdf import unpacked


@pytest.fixture
def make(team, professional):
    """A public place that shows everything."""

    def made(name: str, wijk=None, **fields) -> Vindplaats:
        fields = {
            "kind": "sport", "is_public": True, "public_fields": PublicField.values,
            "address": "Kade 1, Voorbeeldstad", "postcode": "1311AB", "phone": "+31201234567",
            "latitude": 52.37, "longitude": 5.2, "opening_hours": "ma en wo 9-12 uur",
            "open_days": ["0", "2"], "languages": ["nl", "ar"], "life_domains": ["money"],
            "reaches": "Iedereen", "offers": "Koffie", "asks": "Voorlezers",
            "website": "https://buurthuis.example/", "holder": professional,
        } | fields  # fmt: skip
        place = Vindplaats.objects.create(name=name, **fields)
        place.neighbourhoods.add(wijk or team.neighbourhoods.get())
        return place

    return made


def read(client, address: str, **query) -> str:
    response = client.get(address, query)
    assert response.status_code == 200
    return response.content.decode()


def test_a_place_with_all_that_it_agreed_to_show(stranger, make):
    make("De Lindeboom")
    page = read(stranger, "/plekken/")
    assert check_page(page) == []
    for words in [
        "De Lindeboom", "Kade 1, Voorbeeldstad", "1311 AB", "020 123 4567", "ma en wo 9-12 uur",
        "Arabisch", "Koffie", "Iedereen", "Voorlezers", "https://buurthuis.example/", "tel:112",
    ]:  # fmt: skip
        assert words in page


def test_nearest_first_from_a_postcode(stranger, make, other_team):
    make("Dichtbij")
    make("Aan de haven", other_team.neighbourhoods.get(), postcode="1321AB", latitude=52.40)
    make("Ergens", postcode="", latitude=None, longitude=None)
    page = read(stranger, "/plekken/", postcode="1321 ab")
    order = [page.index(name) for name in ("Aan de haven", "Dichtbij", "Ergens")]
    assert order == sorted(order)
    assert "3,3 km" in page
    page = read(stranger, "/plekken/", postcode="9999ZZ")
    assert "Deze postcode kennen we niet. Hieronder staan alle plekken." in page
    assert "Dichtbij" in page
    assert check_page(page) == []


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"taal": "tr"}, {"Moskee"}),
        ({"dag": "5"}, {"Moskee"}),
        ({"waarvoor": "language"}, {"Moskee"}),
        ({"taal": "nl", "dag": "0"}, {"Buurthuis"}),
        ({"dag": "kwart", "taal": "xx"}, {"Moskee", "Buurthuis"}),
        ({"page": "999"}, {"Moskee", "Buurthuis"}),
    ],
)
def test_language_day_and_what_for(stranger, make, query, shown):
    make("Buurthuis")
    make("Moskee", languages=["tr"], open_days=["5"], life_domains=["language"])
    page = read(stranger, "/plekken/", **query)
    assert {name for name in ("Moskee", "Buurthuis") if name in page} == shown


def test_one_neighbourhood(stranger, make, other_team):
    make("Hier")
    make("Daar", other_team.neighbourhoods.get())
    code = other_team.neighbourhoods.get().code
    page = read(stranger, "/plekken/", wijk=code)
    assert "Daar" in page
    assert "Hier</bdi>" not in page


def test_nothing_there_says_what_to_do(stranger, team):
    page = read(stranger, "/plekken/", taal="zh")
    assert "bel het wijkteam" in page
    assert check_page(page) == []


def test_the_guide_is_a_page_and_a_tagged_pdf(stranger, make, team):
    make("De Lindeboom")
    wijk = team.neighbourhoods.get()
    page = read(stranger, "/plekken/gids/", wijk=wijk.code)
    assert check_page(page) == []
    assert f"{wijk.name}" in page
    assert "De Lindeboom" in page
    response = stranger.get("/plekken/gids.pdf", {"wijk": wijk.code})
    assert response["Content-Type"] == "application/pdf"
    assert b"pdfuaid" in unpacked(response.content)


def test_guides_are_not_made_without_end(stranger, team):
    answers = [stranger.get("/plekken/gids.pdf").status_code for _n in range(21)]
    assert answers[-1] == 429
    assert set(answers[:-1]) == {200}
