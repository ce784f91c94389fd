"""The complaint of Jo about a request that somebody took."""

import pytest

from intake.models import Complaint


@pytest.fixture
def made(team, jo):
    complaint = Complaint(team=team, request=jo, about="person", words="Ze belde niet terug.",
                          name="Jo", email="jo@voorbeeld.example")  # fmt: skip
    complaint.arrive()
    return complaint
