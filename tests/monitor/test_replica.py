"""The monitor from a copy of the database: read there as the same visitor, written where it counts.

The copy here is a second connection to the same server on which nothing can be written.
"""

import re
from typing import Any

import pytest
from django.db import connection, connections
from django.urls import reverse

from wijkteam.replica import REPLICA, WROTE

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", REPLICA])
READING = ["indicators", "remarks", "stories", "pilots", "circle"]


class Asked:
    """What was asked of the copy, and who it took the visitor for."""

    def __init__(self) -> None:
        self.questions: list[str] = []

    def __call__(self, execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        self.questions.append(sql)
        return execute(sql, params, many, context)


@pytest.fixture(scope="module", autouse=True)
def second(django_db_setup):
    """Signed in as the web process does, which by itself reads nothing that is released."""
    known = connection.settings_dict
    options = known["OPTIONS"] | {"options": "-c default_transaction_read_only=on"}
    test = known["TEST"] | {"MIRROR": "default"}  # nothing to empty afterwards
    connections.settings[REPLICA] = known | {
        "USER": "wijkteam_app", "OPTIONS": options, "TEST": test,
    }  # fmt: skip
    yield
    del connections[REPLICA], connections.settings[REPLICA]


@pytest.fixture
def copy(settings, transactional_db):
    settings.DATABASE_ROUTERS = ["wijkteam.replica.ReplicaRouter"]
    after = settings.MIDDLEWARE.index("wijkteam.middleware.RoleMiddleware") + 1
    settings.MIDDLEWARE = [
        *settings.MIDDLEWARE[:after],
        "wijkteam.replica.ReplicaMiddleware",
        *settings.MIDDLEWARE[after:],
    ]
    yield connections[REPLICA]
    connections[REPLICA].close()


@pytest.fixture
def asked(copy) -> Any:
    asked = Asked()
    with copy.execute_wrapper(asked):
        yield asked


def test_the_municipality_reads_the_copy_and_writes_elsewhere(as_user, municipality, asked):
    client = as_user(municipality)
    for name in READING:
        asked.questions.clear()
        answer = client.get(reverse(name))
        assert answer.status_code in (200, 403), name
        assert len(asked.questions) > 1 or answer.status_code == 403, name
    said = client.post(reverse("remark_ask", args=["algemeen"]), {"words": "Klopt dit?"})
    assert said.status_code == 302
    asked.questions.clear()
    assert "Klopt dit?" in client.get(said.headers["Location"]).content.decode()
    assert not asked.questions, "whoever just wrote does not read what is a moment behind"


def test_after_a_while_the_copy_is_asked_again(as_user, municipality, asked):
    client = as_user(municipality)
    session = client.session
    session[WROTE] = 1
    session.save()
    client.get(reverse("remarks"))
    assert any(re.search('FROM "monitor_remark"', question) for question in asked.questions)


def test_nobody_else_and_no_other_page(as_user, municipality, team_lead, asked):
    assert as_user(team_lead).get(reverse("indicators")).status_code == 200
    assert as_user(municipality).get(reverse("monitor")).status_code == 200
    assert not asked.questions


def test_a_copy_that_is_away_is_passed_by(as_user, municipality, copy, monkeypatch, caplog):
    copy.close()
    monkeypatch.setitem(copy.settings_dict["OPTIONS"], "host", "/nowhere")
    client = as_user(municipality)
    assert client.get(reverse("indicators")).status_code == 200
    assert client.get(reverse("indicators")).status_code == 200
    (word,) = [one for one in caplog.messages if "does not answer" in one]
    assert "/nowhere" in word, "tried once, and then left alone for a while"
