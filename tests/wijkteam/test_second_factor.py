"""The second factor from beginning to end, with an authenticator that only knows RFC 6238."""

import base64
import hmac
import re
import struct
import time

import pytest

from tests.wijkteam.test_signing_in import PASSWORD, sign_in


def code_of(secret: str, ago: int = 0) -> str:
    """Six figures for this half minute (RFC 6238, SHA-1), as an app on a phone works it out."""
    key = base64.b32decode(secret)
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30 - ago), "sha1")
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


@pytest.fixture
def secret(stranger, professional, settings) -> str:
    """Sanne signed in for the first time, set up the app, and signed out."""
    settings.SECOND_FACTOR_REQUIRED = True
    sign_in(stranger, professional)
    assert stranger.get("/werk/").url == "/inloggen/extra/totp/activate/"
    again = stranger.get("/inloggen/extra/totp/activate/").url
    assert again.startswith("/inloggen/reauthenticate/")
    assert stranger.post(again, {"password": PASSWORD}).url == "/inloggen/extra/totp/activate/"
    page = stranger.get("/inloggen/extra/totp/activate/").content.decode()
    secret = re.search(r"<bdi dir=\"ltr\">([A-Z2-7]{16,})</bdi>", page).group(1)
    wrong = stranger.post("/inloggen/extra/totp/activate/", {"code": "000000"})
    assert wrong.status_code == 200
    done = stranger.post("/inloggen/extra/totp/activate/", {"code": code_of(secret)})
    assert done.status_code == 302
    assert stranger.get("/werk/").status_code == 200
    stranger.post("/inloggen/logout/")
    return secret


def test_a_password_alone_opens_nothing(stranger, professional, secret):
    response = sign_in(stranger, professional)
    assert response.url.startswith("/inloggen/extra/authenticate/")
    assert stranger.get("/werk/").url.startswith("/inloggen/login/")


def test_a_wrong_code_is_refused_and_the_right_one_opens(stranger, professional, secret):
    sign_in(stranger, professional)
    wrong = stranger.post("/inloggen/extra/authenticate/", {"code": "000000"})
    assert wrong.status_code == 200
    assert stranger.get("/werk/").url.startswith("/inloggen/login/")
    right = stranger.post("/inloggen/extra/authenticate/", {"code": code_of(secret)})
    assert right.status_code == 302
    assert stranger.get("/werk/").status_code == 200


def test_who_types_slowly_comes_in_and_an_old_code_does_not(
    stranger, professional, secret, monkeypatch
):
    """The half minute before is good enough (RFC 6238, section 5.2); the one before that is not."""
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now)
    sign_in(stranger, professional)
    url = "/inloggen/extra/authenticate/"
    assert stranger.post(url, {"code": code_of(secret, ago=2)}).status_code == 200
    assert stranger.post(url, {"code": code_of(secret, ago=1)}).status_code == 302


def test_a_code_that_was_used_works_no_second_time(stranger, professional, secret):
    sign_in(stranger, professional)
    code = code_of(secret)
    assert stranger.post("/inloggen/extra/authenticate/", {"code": code}).status_code == 302
    stranger.post("/inloggen/logout/")
    sign_in(stranger, professional)
    again = stranger.post("/inloggen/extra/authenticate/", {"code": code})
    assert again.status_code == 200


def test_a_recovery_code_opens_once(stranger, professional, secret):
    sign_in(stranger, professional)
    stranger.post("/inloggen/extra/authenticate/", {"code": code_of(secret)})
    again = stranger.get("/inloggen/extra/recovery-codes/").url
    stranger.post(again, {"password": PASSWORD})
    page = stranger.get("/inloggen/extra/recovery-codes/").content.decode()
    code = re.search(r"\b[0-9a-f]{8}\b", page) or re.search(r"\b\d{8,10}\b", page)
    assert code
    for status in (302, 200):
        stranger.post("/inloggen/logout/")
        sign_in(stranger, professional)
        answer = stranger.post("/inloggen/extra/authenticate/", {"code": code.group()})
        assert answer.status_code == status
