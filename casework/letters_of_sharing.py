"""Messages about a question to share. None says with whom, or about what."""

from typing import TYPE_CHECKING

from casework import letters_at_home
from casework.letters_of_rights import _coordinator
from wijkteam.choices import MessageKind
from wijkteam.envelopes import link_to, rendered
from wijkteam.models import OutboxMessage

if TYPE_CHECKING:
    from casework.models.households import Person
    from casework.models.sharing_questions import SharingQuestion


def asked(question: "SharingQuestion", but: "Person | None" = None) -> None:
    """To each who may answer and left an address. Who has none reads it after signing in."""
    from casework.consent import Deciding

    file = question.case_file
    people = Deciding.of(file.household).deciders(question.about)
    link = link_to("own_sharing", file.pk)
    letters_at_home.tell([one for one in people if one != but], file, "sharing_asked", link)
    OutboxMessage.objects.wake()


def answered(question: "SharingQuestion") -> None:
    """To the coordinator, who sees after signing in what it became."""
    file = question.case_file
    coordinator = _coordinator(file)
    if coordinator is None:
        return
    link = link_to("grounds", file.pk)
    subject, body = rendered("casework", "sharing_answered", coordinator.language, link=link)
    OutboxMessage.objects.post(
        kind=MessageKind.MAIL, to="", colleague_id=coordinator.pk, subject=subject, body=body,
        language=coordinator.language, team_id=file.team_id, household_id=file.household_id,
    )  # fmt: skip
    OutboxMessage.objects.wake()
