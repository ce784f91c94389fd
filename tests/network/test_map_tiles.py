"""Pictures of the map come from elsewhere only when a setting says so."""

from copy import deepcopy

import pytest
from django.core.exceptions import ImproperlyConfigured

from tests.page import check_page
from wijkteam import env


def test_only_where_the_pictures_come_from_is_let_in():
    assert env.origins("") == []
    assert env.origins("https://tiles.example.nl/{z}/{x}/{y}.png") == ["https://tiles.example.nl"]
    assert env.origins("https://{s}.example.nl/{z}/{x}/{y}.png") == ["https://*.example.nl"]


@pytest.mark.parametrize(
    "odd", ["tiles.example.nl", "https://x; script-src *", "data:x", "https://"]
)
def test_an_odd_address_refuses_to_start(odd):
    with pytest.raises(ImproperlyConfigured):
        env.origins(odd)


def test_without_the_setting_the_page_asks_nobody(as_user, professional, make_place, team):
    make_place("Tuin", team, latitude=52.1, longitude=5.1)
    response = as_user(professional).get("/netwerk/kaart/")
    assert 'data-tiles=""' in response.content.decode()
    assert "img-src 'self' data:;" in response.headers["Content-Security-Policy"] + ";"


@pytest.mark.parametrize(("url", "first"), [("/netwerk/kaart/", "kaart"), ("/plekken/", "Tuin")])
def test_on_a_phone_the_map_comes_first_on_its_own_tab(
    as_user, professional, make_place, team, url, first
):
    make_place("Tuin", team, latitude=52.1, longitude=5.1, is_public=True)
    page = as_user(professional).get(url).content.decode()
    at = {"kaart": page.index('id="kaart"'), "Tuin": page.index("<bdi>Tuin</bdi>")}
    assert min(at, key=lambda name: at[name]) == first


TILES = "https://{s}.tiles.example.nl/{z}/{x}/{y}.png"


@pytest.mark.parametrize("url", ["/netwerk/kaart/", "/plekken/"])
def test_with_the_setting_the_page_asks_that_one_alone(
    as_user, professional, make_place, team, settings, url
):
    """The two settings are set together at the start (wijkteam/settings.py), as they are here."""
    settings.MAP_TILES, settings.MAP_TILES_CREDIT = TILES, "Kaart van ons"
    policy = deepcopy(settings.CONTENT_SECURITY_POLICY)
    policy["DIRECTIVES"]["img-src"] += env.origins(TILES)
    settings.CONTENT_SECURITY_POLICY = policy
    make_place("Tuin", team, latitude=52.1, longitude=5.1, is_public=True)
    response = as_user(professional).get(url)
    page = response.content.decode()
    assert f'data-tiles="{TILES}"' in page
    assert 'data-credit="Kaart van ons"' in page
    assert check_page(page) == []
    rules = response.headers["Content-Security-Policy"].split("; ")
    elsewhere = [rule for rule in rules if "https:" in rule]
    assert elsewhere == ["img-src 'self' data: https://*.tiles.example.nl"]
