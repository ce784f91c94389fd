"""Two hundred requests a minute: slowed kindly from one address, all taken from two hundred."""

from dataclasses import replace

import pytest

from intake import limits
from intake.models import ConversationRequest, Draft
from tests.filling import visit
from tests.intake.test_public_path import NAME, PHONE, shortest
from wijkteam import pace

pytestmark = pytest.mark.usefixtures("team", "long_minute")


@pytest.fixture
def long_minute(monkeypatch):
    """The minute lasts an hour here, so that it does not run out on a busy machine."""
    for name in ("BEGIN", "SEND"):
        pace = getattr(limits, name)
        assert pace.seconds == 60
        assert pace.most < 200
        monkeypatch.setattr(limits, name, replace(pace, seconds=3600))


def one(client) -> int:
    """A whole request, as quickly as a machine can."""
    data = {"name": "Jo", "phone": "0612345678", "reach_by": "call", "go": "check"}
    first = client.post("/gesprek/bereiken/", data)
    if first.status_code == 429:
        return 429
    return client.post("/gesprek/controle/", {"go": "send"}).status_code


def test_from_one_address_they_wait(stranger):
    answers = [one(type(stranger)(REMOTE_ADDR="192.0.2.1")) for _number in range(200)]
    assert ConversationRequest.objects.count() == limits.SEND.most
    assert answers[: limits.SEND.most] == [302] * limits.SEND.most
    assert set(answers[limits.SEND.most :]) == {429}
    assert Draft.objects.count() == limits.BEGIN.most


def test_from_two_hundred_addresses_all_are_taken(stranger):
    answers = {one(type(stranger)(REMOTE_ADDR=f"198.51.100.{n}")) for n in range(200)}
    assert answers == {302}
    assert ConversationRequest.objects.count() == 200


def test_who_is_slowed_keeps_what_was_typed_and_sees_whom_to_call(stranger):
    check = shortest(stranger)
    for _number in range(limits.SEND.most):
        one(type(stranger)())
    page = check.press("Versturen")
    assert page.response.status_code == 429
    assert "Wacht een minuut en probeer het nog eens." in page.text
    for words in ["Jo", "06 12345678", "020 123 4500", "tel:112"]:
        assert words in page.text
    assert "captcha" not in page.text.lower()
    from django.core.cache import cache

    cache.clear()
    pace.here.clear()
    assert page.press("Versturen").at == "/gesprek/verstuurd/"


def test_a_page_that_is_slowed_comes_back_filled_in(stranger):
    page = visit(stranger, "/gesprek/bereiken/").fill({NAME: "Fatima", PHONE: "0612345678"})
    for _number in range(limits.BEGIN.most):
        one(type(stranger)())
    page = page.press("Verder")
    assert page.response.status_code == 429
    assert page.value(NAME) == "Fatima"
    assert page.response["Retry-After"] == str(limits.BEGIN.seconds)
    assert "tel:112" in page.text
