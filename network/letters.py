"""The messages of the network. They are posted in the transaction of what they announce.

Every message is a file in `templates/network/messages/`: the first line is the subject. About
whom a signal is never stands in a mail.
"""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from wijkteam.choices import Language, MessageKind
from wijkteam.letters import ask_by_mail
from wijkteam.models import OutboxMessage

if TYPE_CHECKING:
    from network.models import Signal


def tell_holder(signal: "Signal") -> None:
    """A new signal, for the colleague who keeps the contact."""
    holder = signal.vindplaats.holder
    if holder and holder.email:
        link = _page("signal_detail", signal.pk)
        _post("new_signal", signal, MessageKind.MAIL, holder.email, holder.language, link)


def tell_sender(signal: "Signal") -> None:
    """What came of it. Who has an account reads it there; others by mail, or someone calls."""
    contact = signal.contact
    language = contact.user.language if contact.user else Language.NL
    link = _page("signal") if contact.user else ""
    if contact.email:
        _post("answered", signal, MessageKind.MAIL, contact.email, language, link)
    else:
        to = f"{contact.name} {contact.phone}".strip()
        _post("answered", signal, MessageKind.CALL, to, Language.NL)


def questions(email: str, link: str, again: bool) -> None:
    """How was it to pass something on?"""
    ask_by_mail(email, Language.NL, link, again)


def _post(name: str, signal: "Signal", kind: str, to: str, language: str, link: str = "") -> None:
    with translation.override(language):
        text = render_to_string(f"network/messages/{name}.txt", {"signal": signal, "link": link})
    subject, body = text.strip().split("\n", 1)
    OutboxMessage.objects.post(
        kind=kind,
        to=to,
        subject=subject[:200],
        body=body.strip() + "\n",
        language=language,
        team_id=signal.team_id,
    )
    OutboxMessage.objects.wake()


def _page(name: str, *args: Any) -> str:
    return f"{settings.BASE_URL}{reverse(name, args=args)}"
