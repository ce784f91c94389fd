"""Pictures of the map come from elsewhere only when a setting says so."""

import pytest
from django.core.exceptions import ImproperlyConfigured

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
