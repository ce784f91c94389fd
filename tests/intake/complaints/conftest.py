"""Jo, whose request somebody took, and the complaint about it."""

import pytest

from intake.models import Complaint
from tests import factories


@pytest.fixture
def jo(team, professional):
    made = factories.request(team, "Jo", email="jo@voorbeeld.example")
    made.take(professional)
    return made


@pytest.fixture
def made(team, jo):
    complaint = Complaint(team=team, request=jo, about="person", words="Ze belde niet terug.",
                          name="Jo", email="jo@voorbeeld.example")  # fmt: skip
    complaint.arrive()
    return complaint
