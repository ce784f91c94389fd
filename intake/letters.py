"""What a resident hears from us, in the language of the request.

Every message is a file in `templates/intake/messages/`: the first line is the subject, and says
nothing that a passer-by may not read. Who has no e-mail gets a phone call, or a letter.
"""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from intake.choices import ClockKind
from intake.models import Conversation, ConversationRequest
from intake.models.clocks import dues
from wijkteam import references
from wijkteam.choices import Language, MessageKind
from wijkteam.models import OutboxMessage


def received(request: ConversationRequest) -> None:
    """It arrived: the number, and by which days we do what."""
    promised = dues(request.team, request.arrived_at)
    _to_resident(
        "received",
        request,
        contact_by=promised[ClockKind.CONTACT],
        conversation_by=promised[ClockKind.CONVERSATION],
    )


def planned(conversation: Conversation) -> None:
    """The conversation has a date, or a new one."""
    _to_resident("planned", conversation.request, conversation=conversation)


def cancelled(conversation: Conversation) -> None:
    _to_resident("cancelled", conversation.request, conversation=conversation)


def report_ready(conversation: Conversation) -> None:
    """The report can be read. It stands on the own page, not in the mail."""
    _to_resident("report_ready", conversation.request, conversation=conversation)


def report_letter(conversation: Conversation) -> None:
    """The report itself, on paper."""
    request = conversation.request
    _post("report_letter", request, MessageKind.LETTER, _paper(request), conversation=conversation)


def withdrawn(request: ConversationRequest) -> None:
    _to_resident("withdrawn", request)


def contact_changed(request: ConversationRequest, old_email: str) -> None:
    """To the old address, so that nobody changes this unseen."""
    _post("contact_changed", request, MessageKind.MAIL, old_email)


def resume(email: str, code: str, language: str) -> None:
    """How to go on with what was begun."""
    link = settings.BASE_URL + reverse("resume_link", args=[code])
    subject, body = render_message("resume", language, code=references.readable(code), link=link)
    OutboxMessage.objects.post(
        kind=MessageKind.MAIL, to=email, subject=subject, body=body, language=language
    )
    OutboxMessage.objects.wake()


def _to_resident(name: str, request: ConversationRequest, **context: Any) -> None:
    """By mail when we have an address; else someone calls, with this text at hand."""
    if request.email:
        _post(name, request, MessageKind.MAIL, request.email, **context)
    else:
        to = str(request.phone) or request.via or request.address
        _post(name, request, MessageKind.CALL, to, **context)


def _post(name: str, request: ConversationRequest, kind: str, to: str, **context: Any) -> None:
    # What a colleague says over the phone is written in the colleague's language.
    language = Language.NL if kind == MessageKind.CALL else request.language
    subject, body = render_message(
        name,
        language,
        request=request,
        team=request.team,
        hello=request.sender_name or request.name,
        state_link=settings.BASE_URL + reverse("state"),
        own_link=settings.BASE_URL + reverse("own_page"),
        **context,
    )
    OutboxMessage.objects.post(
        kind=kind,
        to=to,
        subject=subject,
        body=body,
        language=language,
        team_id=request.team_id,
        request_id=request.pk,
    )
    OutboxMessage.objects.wake()


def render_message(name: str, language: str, **context: Any) -> tuple[str, str]:
    with translation.override(language):
        text = render_to_string(f"intake/messages/{name}.txt", context)
    subject, body = text.strip().split("\n", 1)
    return subject.strip(), body.strip() + "\n"


def _paper(request: ConversationRequest) -> str:
    return f"{request.sender_name or request.name}, {request.address}".rstrip(", ")
