"""Who is busy in this plan: within a turn of 15 seconds, and quietly."""

import re

from django.core.cache import cache

from tests.casework.browser import words
from tests.page import check_page


def again(response) -> str:
    """The address at which the piece asks again."""
    return re.search(r'hx-get="([^"]+)"', response.content.decode()).group(1).replace("&amp;", "&")


def test_a_colleague_appears_and_then_nothing_is_sent(family, as_user, professional, colleague):
    sanne, youssef = as_user(professional), as_user(colleague)
    first = sanne.get(again(sanne.get(family.url)))
    assert "is bezig" not in words(first)
    youssef.get(again(youssef.get(family.url)))
    second = sanne.get(again(first))
    assert "<bdi>Youssef Amrani</bdi> is bezig in dit plan" in words(second)
    assert check_page(second.content.decode()) == []
    assert sanne.get(again(second)).status_code == 204


def test_what_a_colleague_changed_is_said(family, as_user, professional, colleague):
    sanne = as_user(professional)
    first = sanne.get(again(sanne.get(family.url)))
    as_user(colleague).post(f"/werk/afspraken/{family.actions['late'].pk}/klaar/")
    assert "Er is net iets veranderd" in words(sanne.get(again(first)))


def test_one_s_own_tick_is_no_news(family, as_user, professional):
    sanne = as_user(professional)
    url = f"/werk/afspraken/{family.actions['late'].pk}/klaar/"
    piece = sanne.post(url, headers={"HX-Request": "true"})
    assert 'hx-swap-oob="true"' in words(piece)
    assert "Er is net iets veranderd" not in words(sanne.get(again_of_presence(piece)))


def again_of_presence(response) -> str:
    found = re.findall(r'hx-get="([^"]+wie-is-hier[^"]+)"', response.content.decode())
    return found[0].replace("&amp;", "&")


def test_without_a_cache_nobody_is_there(family, as_user, professional, monkeypatch):
    monkeypatch.setattr(type(cache._connections[cache._alias]), "get", lambda *_a, **_k: None)
    sanne = as_user(professional)
    assert sanne.get(f"{family.url}wie-is-hier/").status_code == 200


def test_it_does_not_keep_anyone_signed_in(family, as_user, professional):
    client = as_user(professional)
    client.get(family.url)
    session = client.session
    session["seen"] -= 120
    session.save()
    seen = client.session["seen"]
    client.get(f"{family.url}wie-is-hier/")
    assert client.session["seen"] == seen


def test_for_the_table_only(family, as_user, outsider, resident, stranger):
    url = f"{family.url}wie-is-hier/"
    assert as_user(outsider).get(url).status_code == 404
    assert as_user(resident).get(url).status_code == 403
    assert stranger.get(url).url.startswith("/inloggen/")
