"""Who sends a request types a name and an address: no words of theirs go to another's mailbox."""

import pytest

from intake import letters, letters_complaints
from intake.models import Complaint
from tests import factories
from wijkteam.models import OutboxMessage

SPAM = [
    "Uw pakket ligt klaar: https://kwaad.example/x",
    "Ga naar www.kwaad.example",
    "kwaad.example",
    "Mail kwaad@voorbeeld.example",
    "Kwaad, bel 0900 1234",
    "Kwaad " * 15,
]
NAMES = ["Jo", "J.P. de Vries-Öztürk", "Mw. d'Ancona", "نور الحسيني"]


def mails(team, name: str) -> list[OutboxMessage]:
    """All that the portal writes by itself to the address that somebody typed."""
    told = {"words": "Mijn verhaal", "email": "wie@voorbeeld.example", "address": "Mijn straat 1"}
    request = factories.request(team, name, **told)
    letters.received(request)
    letters.contact_changed(request, "oud@voorbeeld.example")
    letters.withdrawn(request)
    complaint = Complaint(team=team, about="person", name=name, about_name=name, **told)
    complaint.arrive()
    letters_complaints.complaint_received(complaint)
    found = list(OutboxMessage.objects.all())
    assert len(found) == 4
    return found


@pytest.mark.parametrize("name", SPAM)
def test_what_is_no_name_is_not_in_the_mail(team, name):
    for mail in mails(team, name):
        said = (mail.subject + mail.body).lower()
        assert "kwaad" not in said
        assert "mijn verhaal" not in said
        assert "mijn straat" not in said
        assert "Goedendag," in mail.body


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_greeted(team, name):
    for mail in mails(team, name):
        assert f"Beste {name}," in mail.body
