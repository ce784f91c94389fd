"""Jo, whose request somebody took."""

import pytest

from tests import factories


@pytest.fixture
def jo(team, professional):
    made = factories.request(team, "Jo", email="jo@voorbeeld.example")
    made.take(professional)
    return made
