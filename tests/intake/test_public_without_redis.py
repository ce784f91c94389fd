"""While Redis is away requests are taken, guesses are still counted, and no page waits for it."""

import os
import subprocess
import sys

import pytest
from django.test import override_settings

from tests.filling import visit

GONE = "unix:///nowhere/redis.sock"


@pytest.fixture
def no_redis(settings):
    away = {**settings.CACHES["default"], "LOCATION": GONE}
    with override_settings(CACHES=settings.CACHES | {"default": away}):
        yield


def test_guessing_is_still_stopped(no_redis, stranger, team):
    client = type(stranger)(REMOTE_ADDR="192.0.2.99")
    facts = {"Uw nummer": "ACDE-FGH7", "Uw telefoonnummer, e-mailadres of postcode": "1311AB"}
    answers = []
    for _guess in range(12):
        page = visit(client, "/gesprek/stand/").fill(facts).press("Bekijken")
        answers.append(page.response.status_code)
    assert answers == [200] * 10 + [429] * 2


def test_the_nudge_to_the_worker_fails_fast_and_quietly():
    """In a process of its own, which never saw a Redis. Retrying took six seconds once."""
    code = (
        "import django; django.setup()\n"
        "from wijkteam.models.outbox import _wake_worker\n"
        "_wake_worker()\n"
        "print('went on')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"REDIS_URL": GONE, "DJANGO_SETTINGS_MODULE": "wijkteam.settings"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.strip() == "went on", done.stderr
    assert done.stderr.count("The worker could not be woken") == 1
