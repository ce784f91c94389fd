"""What the ground floor tells people: about seals on the access log, and about questions on it.

Every message is a file in `templates/wijkteam/messages/`; its first line is the subject. None of
them says who looked at whom, or why: that is read after signing in.
"""

from typing import TYPE_CHECKING, Any

from wijkteam.choices import Language, MessageKind, Role
from wijkteam.envelopes import link_to, rendered
from wijkteam.models.outbox import OutboxMessage
from wijkteam.models.people import User

if TYPE_CHECKING:
    from wijkteam.models import AccessQuestion, AccessSeal, SealCheck


def sealed(seal: "AccessSeal") -> None:
    """The number and the hash, to a place that nobody here can change."""
    _to_officers("sealed", seal=seal)


def broken(check: "SealCheck") -> None:
    _to_officers("broken", check=check, link=link_to("access_seals"))


def asked(question: "AccessQuestion") -> None:
    _to_officers("asked", question=question, link=link_to("access_questions"))


def answered(question: "AccessQuestion") -> None:
    """To the resident; on paper, from the officer who answered, when there is no e-mail."""
    subject, body = rendered(
        "wijkteam",
        "answered",
        question.language,
        question=question,
        link=link_to("ask_why", question.row_id),
    )
    OutboxMessage.objects.post(
        kind=MessageKind.MAIL if question.email else MessageKind.LETTER,
        to=question.email or question.name,
        subject=subject,
        body=body,
        language=question.language,
        about_id=question.pk,
    )
    OutboxMessage.objects.wake()


def ask_by_mail(email: str, language: str, link: str, again: bool) -> None:
    """A few questions of the monitor, behind a link that works once."""
    opened = f"{link}?taal={language}"
    subject, body = rendered("wijkteam", "questions", language, link=opened, again=again)
    OutboxMessage.objects.post(
        kind=MessageKind.MAIL, to=email, subject=subject, body=body, language=language
    )
    OutboxMessage.objects.wake()


def _to_officers(name: str, **context: Any) -> None:
    subject, body = rendered("wijkteam", name, Language.NL, **context)
    officers = User.objects.filter(role=Role.PRIVACY_OFFICER, is_active=True)
    for key in officers.values_list("pk", flat=True):
        OutboxMessage.objects.post(
            kind=MessageKind.MAIL, to="", colleague_id=key, subject=subject, body=body
        )
    OutboxMessage.objects.wake()
