"""Signing in with the account of one's own organisation: only for its own people."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from django.core.exceptions import ImproperlyConfigured

from wijkteam import openid
from wijkteam.choices import Role

FILE = {
    "id": "gemeente",
    "name": "Gemeente Voorbeeldstad",
    "server": "https://login.voorbeeldstad.example",
    "client_id": "wijkteam",
    "secret": "een geheim van twee kanten, lang genoeg",
    "domains": ["voorbeeldstad.example"],
    "second_factor": True,
}


class Organisation(BaseHTTPRequestHandler):
    """The sign-in of an organisation, as small as the standard allows; says who `person` is."""

    person: dict[str, object] = {}

    def answer(self) -> None:
        here = f"http://{self.headers['Host']}"
        token = {"iss": here, "aud": FILE["client_id"], "exp": time.time() + 60, **self.person}
        pages = {
            "/.well-known/openid-configuration": {
                "issuer": here,
                "authorization_endpoint": f"{here}/authorize",
                "token_endpoint": f"{here}/token",
                "userinfo_endpoint": f"{here}/me",
                "jwks_uri": f"{here}/keys",
            },
            "/token": {
                "access_token": "a",
                "token_type": "Bearer",
                "id_token": jwt.encode(token, FILE["secret"], "HS256"),
            },
            "/me": self.person,
        }
        body = json.dumps(pages[self.path]).encode()
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = answer  # noqa: N815

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def organisation(settings, tmp_path):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Organisation)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    file = tmp_path / "organisations.json"
    file.write_text(json.dumps([{**FILE, "server": f"http://127.0.0.1:{server.server_port}"}]))
    settings.OPENID_PROVIDERS = openid.providers(str(file), plain_http=True)
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": settings.OPENID_PROVIDERS}}
    yield Organisation
    server.shutdown()


def sign_in(client, organisation, email, verified=True):
    organisation.person = {"sub": "7", "email": email, "email_verified": verified}
    sent = client.post("/inloggen/werk/gemeente/login/")
    asked = parse_qs(urlsplit(sent.url).query)
    assert asked["code_challenge_method"] == ["S256"]
    return client.get(
        "/inloggen/werk/gemeente/login/callback/", {"code": "x", "state": asked["state"][0]}
    )


def at_work(user):
    user.email = "sanne@voorbeeldstad.example"
    user.save()
    return user


def test_the_way_in_stands_on_the_page(stranger, organisation, db):
    assert "Inloggen via <bdi>Gemeente Voorbeeldstad</bdi>" in stranger.get("/inloggen/login/").text


def test_a_professional_comes_in_with_the_account_of_work(stranger, organisation, professional):
    response = sign_in(stranger, organisation, at_work(professional).email)
    assert (response.status_code, response.url) == (302, "/start/")
    assert stranger.get("/werk/").status_code == 200


def test_who_proved_it_twice_at_work_is_not_asked_again(
    stranger, organisation, professional, settings
):
    settings.SECOND_FACTOR_REQUIRED = True
    sign_in(stranger, organisation, at_work(professional).email)
    assert stranger.get("/werk/").status_code == 200


def test_an_organisation_without_a_second_factor_leaves_it_to_us(
    stranger, organisation, professional, settings
):
    settings.SECOND_FACTOR_REQUIRED = True
    settings.OPENID_PROVIDERS[0]["settings"]["second_factor"] = False
    sign_in(stranger, organisation, at_work(professional).email)
    assert stranger.get("/werk/").url == "/inloggen/extra/totp/activate/"


def test_an_organisation_does_not_speak_for_others(stranger, organisation, professional):
    response = sign_in(stranger, organisation, professional.email)
    assert "Een account krijgt u van ons" in response.text
    assert stranger.get("/werk/").url.startswith("/inloggen/login/")


def test_who_has_no_account_gets_none(stranger, organisation, django_user_model, db):
    response = sign_in(stranger, organisation, "nieuw@voorbeeldstad.example")
    assert "Een account krijgt u van ons" in response.text
    assert not django_user_model.objects.filter(email="nieuw@voorbeeldstad.example").exists()


def test_who_left_does_not_come_in(stranger, organisation, professional):
    at_work(professional).is_active = False
    professional.save()
    sign_in(stranger, organisation, professional.email)
    assert stranger.get("/werk/").url.startswith("/inloggen/login/")


def test_a_made_up_answer_is_refused_in_words(stranger, organisation, professional):
    organisation.person = {"sub": "7", "email": at_work(professional).email}
    response = stranger.get(
        "/inloggen/werk/gemeente/login/callback/", {"code": "x", "state": "bedacht"}
    )
    assert "Inloggen is niet gelukt" in response.text
    assert stranger.get("/werk/").url.startswith("/inloggen/login/")


def test_without_organisations_the_way_is_not_there(stranger, db):
    assert stranger.get("/inloggen/werk/gemeente/login/").status_code == 404
    assert "Inloggen via" not in stranger.get("/inloggen/login/").text


def test_nothing_is_kept_of_it(stranger, organisation, professional):
    from allauth.socialaccount.models import SocialAccount

    sign_in(stranger, organisation, at_work(professional).email)
    assert not SocialAccount.objects.exists()
    assert professional.role == Role.PROFESSIONAL


@pytest.mark.parametrize(
    "change",
    [
        {"server": "http://login.voorbeeldstad.example"},
        {"domains": []},
        {"domains": "voorbeeldstad.example"},
        {"second_factor": "ja"},
        {"secret": ""},
        {"meer": 1},
    ],
)
def test_an_odd_file_refuses_to_start(tmp_path, change):
    file = tmp_path / "organisations.json"
    file.write_text(json.dumps([{**FILE, **change}]))
    with pytest.raises(ImproperlyConfigured):
        openid.providers(str(file))


def test_a_file_that_is_not_there_refuses_to_start():
    with pytest.raises(ImproperlyConfigured):
        openid.providers("/nergens/organisations.json")
