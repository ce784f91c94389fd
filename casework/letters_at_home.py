"""Messages to people of a household. Who writes may not read where they live on the internet: a
message says to whom, and the database fills in the address (locks_contact.sql)."""

import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import connection
from django.utils import timezone

from casework.envelopes import rendered
from wijkteam.choices import MessageKind
from wijkteam.models import OutboxMessage

if TYPE_CHECKING:
    from casework.models import CaseFile, Person


def tell(people: "Iterable[Person]", file: "CaseFile", message: str, link: str) -> None:
    """To each of them who left an address, in the own language. The first line is the subject."""
    at = timezone.now()  # one moment: who share an address get one mail
    for person, language in sorted(languages(people).items()):
        subject, body = rendered(message, language, link=link, team=file.team)
        OutboxMessage.objects.post(
            kind=MessageKind.MAIL, to="", person_id=person, send_after=at,
            subject=subject, body=body, language=language,
            team_id=file.team_id, household_id=file.household_id,
        )  # fmt: skip


def languages(people: "Iterable[Person]") -> dict[uuid.UUID, str]:
    """The language that each reads; the database tells nothing else of their accounts."""
    with connection.cursor() as cursor:
        keys = [person.pk for person in people]
        cursor.execute("SELECT * FROM casework_languages(%s)", [keys])
        return dict(cursor.fetchall())
