"""Messages to people of a household. Who writes may not read where they live on the internet: a
message says to whom, and the database fills in the address (locks_contact.sql)."""

import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.utils import timezone

from wijkteam.choices import Language, MessageKind
from wijkteam.envelopes import rendered
from wijkteam.models import OutboxMessage

if TYPE_CHECKING:
    from casework.models import CaseFile, Person


def tell(people: "Iterable[Person]", file: "CaseFile", message: str, link: str) -> None:
    """To each of them who left an address, in the own language. The first line is the subject."""
    at = timezone.now()  # one moment: who share an address get one mail
    for person, known in sorted(languages(people).items()):
        language = known or Language.NL
        subject, body = rendered("casework", message, language, link=link, team=file.team)
        if not known:
            body += _in_other_languages(message, subject, link=link, team=file.team)
        OutboxMessage.objects.post(
            kind=MessageKind.MAIL, to="", person_id=person, send_after=at,
            subject=subject, body=body, language=language,
            team_id=file.team_id, household_id=file.household_id,
        )  # fmt: skip


def _in_other_languages(message: str, subject: str, **context: Any) -> str:
    """To who never signed in yet, and so chose no language: what it is about, a line in each."""
    said = {rendered("casework", message, one, **context)[0]: one.label for one in Language}
    lines = [f"{label}: {words}" for words, label in said.items() if words != subject]
    return "".join(f"\n{line}" for line in lines) + "\n" if lines else ""


def languages(people: "Iterable[Person]") -> dict[uuid.UUID, str | None]:
    """The language that each reads, None for whoever has no account; no more is told."""
    with connection.cursor() as cursor:
        keys = [person.pk for person in people]
        cursor.execute("SELECT * FROM casework_languages(%s)", [keys])
        return dict(cursor.fetchall())
