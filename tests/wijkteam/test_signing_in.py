"""Signing in: closed by default, a second factor, an idle clock, and no way to lock others out."""

import re

import pytest
from django.core.cache import cache
from django.utils.html import strip_tags

from tests.page import check_page
from wijkteam.models import OutboxMessage

PASSWORD = "een lange zin"
KEY = "6b0e4d60-7a3f-4c3e-9a51-0d8b3c1f2a11"


def sign_in(client, user, password=PASSWORD, **extra):
    return client.post("/inloggen/login/", {"login": user.email, "password": password}, **extra)


def test_a_professional_signs_in_with_a_password(stranger, professional):
    response = sign_in(stranger, professional)
    assert (response.status_code, response.url) == (302, "/start/")
    assert stranger.get("/start/").status_code == 302


def test_a_wrong_password_says_so_and_keeps_the_address(stranger, professional):
    response = sign_in(stranger, professional, "iets anders dan dat")
    assert response.status_code == 200
    assert professional.email in response.content.decode()


def test_a_resident_signs_in_with_a_mailed_code(stranger, resident):
    response = stranger.post("/inloggen/login/code/", {"email": resident.email})
    assert response.status_code == 302
    body = OutboxMessage.objects.get(to=resident.email).body
    code = re.search(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", body).group()
    response = stranger.post(response.url, {"code": code})
    assert response.status_code == 302
    assert stranger.get("/mijn/").status_code == 200


def test_an_unknown_address_learns_nothing(stranger, db):
    response = stranger.post("/inloggen/login/code/", {"email": "niemand@voorbeeld.example"})
    assert response.status_code == 302


def test_another_way_of_signing_in_keeps_the_page_that_was_asked(stranger, resident):
    """A link out of a mail leads to the way of professionals first."""
    asked = stranger.get("/mijn/gegevens/?vraag=1").url
    page = stranger.get(asked).content.decode()
    way = re.search(r'href="(/inloggen/login/code/[^"]*)"', page)
    assert way
    form = stranger.get(way.group(1)).content.decode()
    assert 'name="next" value="/mijn/gegevens/?vraag=1"' in form


def test_a_button_pressed_after_the_session_ended_leads_back_to_its_page(stranger, db):
    page = "/mijn/gegevens/?vraag=1"
    for site, expected in [("http://testserver", "/mijn/gegevens/%3F"), ("https://elders.example",
                           "/mijn/gegevens/download/")]:  # fmt: skip
        response = stranger.post("/mijn/gegevens/download/", headers={"referer": f"{site}{page}"})
        assert f"next={expected}" in response.url


def test_what_was_sent_after_the_session_ended_is_given_back(stranger, db):
    """Without a script nothing else kept it. Only to the page that it was typed in."""
    page, typed = "/mijn/gegevens/vragen/", {"words": "Ik ben bang.\nEn moe.", "password": "a b"}
    response = stranger.post(page, typed, headers={"referer": f"http://testserver{page}?a=1"})
    html = response.content.decode()
    assert response.status_code == 401
    assert check_page(html) == []
    assert "Ik ben bang.<br>En moe." in html
    assert "a b" not in html
    assert 'href="/inloggen/login/?next=/mijn/gegevens/vragen/%3Fa%3D1"' in html
    assert 'href="/weg/"' in html
    assert "no-store" in response["Cache-Control"]
    for more in ({"referer": "https://elders.example/"},
                 {"referer": f"http://testserver{page}", "hx-request": "true"}):  # fmt: skip
        assert stranger.post(page, typed, headers=more).status_code == 302


def given_back(stranger, page: str, **sent: object) -> str:
    response = stranger.post(page, sent, headers={"referer": f"http://testserver{page}"})
    if response.status_code == 302:
        return ""
    html = response.content.decode()
    assert check_page(html) == []
    return " ".join(strip_tags(html.replace("</d", " </d")).split())


def test_short_answers_come_back_as_the_form_calls_them(stranger, db):
    """A choice by its words and not by its name; of two forms alike the one that was sent."""
    html = given_back(stranger, "/mijn/gegevens/vragen/", key=KEY, kind="correct", words="Nee")
    assert "Wat wilt u? Er staat iets wat niet klopt" in html
    assert "Vertel het in uw eigen woorden Nee" in html
    assert KEY not in html
    assert "correct" not in html
    answer = f"/toezicht/rechten/{KEY}/"
    html = given_back(stranger, answer, outcome="done", words="Nee")
    assert "Uw antwoord aan de bewoner Nee" in html
    assert "Vertel het in uw eigen woorden" not in html
    plan = {"time": "9.30", "day_0": "3", "day_1": "4", "day_2": "", "professional": "7"}
    html = given_back(stranger, f"/werk/verzoeken/{KEY}/plannen/", **plan)
    assert "9.30" in html
    assert "3 4" in html


def test_what_has_no_name_in_a_form_or_is_secret_is_not_shown(stranger, db):
    """A phrase as a password, a choice that is none, an untouched form: then just signing in."""
    for page, sent in [
        ("/inloggen/password/change/", {"oldpassword": "paard op zolder", "password1": "b c"}),
        ("/mijn/gegevens/vragen/", {"key": KEY, "kind": "<b>x", "words": " "}),
        ("/mijn/gegevens/download/", {"anything": "x"}),
    ]:
        assert given_back(stranger, page, **sent) == "", page
    html = given_back(stranger, "/mijn/gegevens/vragen/", words="Ik ben bang", other="x")
    assert "Ik ben bang" in html  # of some other form
    assert "eigen woorden" not in html


def test_without_a_second_factor_a_professional_gets_no_further(as_user, professional, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    client = as_user(professional)
    for url in ["/werk/", "/start/", "/werk/verzoeken/"]:
        assert client.get(url).url == "/inloggen/extra/totp/activate/"


def test_who_signed_in_long_ago_signs_in_again_before_setting_it_up(as_user, professional):
    response = as_user(professional).get("/inloggen/extra/totp/activate/")
    assert response.url.startswith("/inloggen/reauthenticate/")


def test_a_resident_needs_no_second_factor(as_user, resident, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    assert as_user(resident).get("/mijn/").status_code == 200


def test_many_wrong_guesses_stop_the_guesser_and_not_the_colleague(stranger, professional):
    for _guess in range(12):
        sign_in(stranger, professional, "raden en nog eens", REMOTE_ADDR="10.0.0.1")
    guessed_right_too_late = sign_in(stranger, professional, REMOTE_ADDR="10.0.0.1")
    assert guessed_right_too_late.status_code != 302
    mine = sign_in(stranger, professional, REMOTE_ADDR="10.0.0.2")
    assert mine.status_code == 302


@pytest.mark.parametrize(("who", "minutes"), [("resident", 15), ("professional", 60)])
def test_who_was_away_too_long_signs_in_again(request, as_user, who, minutes):
    client = as_user(request.getfixturevalue(who))
    client.get("/start/")
    session = client.session
    session["seen"] -= minutes * 60 + 1
    session.save()
    response = client.get("/start/")
    assert response.url.startswith("/inloggen/login/")
    assert "next=/start/" in response.url


def test_signing_in_works_while_redis_is_away(stranger, professional, settings):
    from django.test import override_settings

    away = {**settings.CACHES["default"], "LOCATION": "unix:///nowhere/redis.sock"}
    with override_settings(CACHES={"default": away}):
        assert cache.get("x") is None
        assert sign_in(stranger, professional).status_code == 302


def test_a_session_ends_when_signing_out(as_user, professional):
    client = as_user(professional)
    assert client.post("/inloggen/logout/").status_code == 302
    assert client.get("/start/").url.startswith("/inloggen/login/")


def test_headers_keep_strangers_scripts_out(stranger, team):
    response = stranger.get("/")
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


def test_what_is_for_one_person_stays_in_no_cache(as_user, resident, professional):
    for user, page in [(resident, "/mijn/"), (professional, "/werk/")]:
        assert "no-store" in as_user(user).get(page)["Cache-Control"]


def test_signing_out_empties_the_browser(as_user, professional):
    response = as_user(professional).post("/inloggen/logout/")
    assert response["Clear-Site-Data"] == '"cache"'


def test_after_a_working_day_everyone_signs_in_again(as_user, professional, settings):
    client = as_user(professional)
    client.get("/start/")
    session = client.session
    session["since"] -= settings.LONGEST_HOURS * 3600 + 1
    session.save()
    assert client.get("/start/").url.startswith("/inloggen/login/")


def test_the_log_says_who_came_in_and_no_address(stranger, professional, caplog):
    caplog.set_level("INFO", "wijkteam.adapter")
    sign_in(stranger, professional, "iets anders dan dat")
    sign_in(stranger, professional)
    stranger.post("/inloggen/logout/")
    assert [record.getMessage() for record in caplog.records] == [
        "a sign-in failed",
        f"user {professional.pk} signed in by password",
        f"user {professional.pk} signed out",
    ]
