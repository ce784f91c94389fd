"""The household asks someone of its own to the table: a chair that reads nothing."""

import uuid

from casework import letters_of_rights as letters
from casework.models import CaseFile, NetworkPerson, Seat
from casework.workflow import verb
from wijkteam.models import User


def ask_guest(
    case_file: CaseFile, guest: NetworkPerson, role: str, by: User, key: uuid.UUID
) -> Seat:
    """At once at the table; the coordinator hears it and makes acquaintance."""
    with verb():
        seat = Seat.for_network(case_file, guest, role, by, key)
        letters.guest_invited(case_file)
    return seat
