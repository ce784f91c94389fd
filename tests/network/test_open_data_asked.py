"""The open data is asked whatever its own description allows, and never stumbles."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings

from tests.network.test_open_data import ROOT
from tests.network.test_public_places import make  # noqa: F401 the fixture


@pytest.fixture
def app(db):
    """The portal as a server calls it, on the connection of this test."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield get_wsgi_application()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_no_question_makes_it_stumble(app, make, monkeypatch):  # noqa: F811
    """schemathesis asks whatever the description allows, and compares the answers with it."""
    from network.views import open_data

    make("De Lindeboom")
    monkeypatch.setattr(type(open_data.READING), "is_exceeded", lambda self, request: False)
    schema = schemathesis.openapi.from_wsgi(f"{ROOT}/openapi.json", app)
    for found in schema.get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy())
        @settings(
            max_examples=15,
            deadline=None,
            derandomize=True,  # the same questions every time; make fuzz asks others
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        def ask(case):
            case.call_and_validate()

        ask()
