"""What the ground floor tells people: about seals on the access log, and about questions on it.

Every message is a file in `templates/wijkteam/messages/`; its first line is the subject. None of
them says who looked at whom, or why: that is read after signing in.
"""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from wijkteam.choices import Language, MessageKind, Role
from wijkteam.models.outbox import OutboxMessage
from wijkteam.models.people import User

if TYPE_CHECKING:
    from wijkteam.models import AccessQuestion, AccessSeal, SealCheck


def sealed(seal: "AccessSeal") -> None:
    """The number and the hash, to a place that nobody here can change."""
    _to_officers("sealed", seal=seal)


def broken(check: "SealCheck") -> None:
    _to_officers("broken", check=check, link=_link("access_seals"))


def asked(question: "AccessQuestion") -> None:
    _to_officers("asked", question=question, link=_link("access_questions"))


def answered(question: "AccessQuestion") -> None:
    """To the resident; on paper, from the officer who answered, when there is no e-mail."""
    subject, body = _render(
        "answered",
        question.language,
        question=question,
        link=_link("ask_why", question.row_id),
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
    subject, body = _render("questions", language, link=opened, again=again)
    OutboxMessage.objects.post(
        kind=MessageKind.MAIL, to=email, subject=subject, body=body, language=language
    )
    OutboxMessage.objects.wake()


def _to_officers(name: str, **context: Any) -> None:
    subject, body = _render(name, Language.NL, **context)
    officers = User.objects.filter(role=Role.PRIVACY_OFFICER, is_active=True)
    for key in officers.values_list("pk", flat=True):
        OutboxMessage.objects.post(
            kind=MessageKind.MAIL, to="", colleague_id=key, subject=subject, body=body
        )
    OutboxMessage.objects.wake()


def _render(name: str, language: str, **context: Any) -> tuple[str, str]:
    with translation.override(language):
        text = render_to_string(f"wijkteam/messages/{name}.txt", context)
    subject, body = text.strip().split("\n", 1)
    return subject.strip(), body.strip() + "\n"


def _link(name: str, *args: Any) -> str:
    return settings.BASE_URL + reverse(name, args=args)
