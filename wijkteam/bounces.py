"""Mail that came back: which message of the outbox it was, and why (RFC 3464)."""

import re
import uuid
from email import message_from_bytes, policy
from email.message import Message

NUMBER = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
HEADERS = ("X-Outbox-Id", "Message-ID")


def read(mail: bytes) -> tuple[uuid.UUID, str] | None:
    """(number of the message, reason) of mail that will never arrive; None for any other mail.

    A notice that it is only delayed is no bounce. The number stands in the headers of our own mail,
    which a mail server sends back with its notice.
    """
    notice = message_from_bytes(mail, policy=policy.default)
    reason = _failure(notice)
    number = _number(notice)
    return (number, reason) if reason and number else None


def _failure(notice: Message) -> str:
    for part in notice.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        for block in part.get_payload():
            if not isinstance(block, Message):
                continue
            action = str(block.get("Action", "")).strip().lower()
            status = str(block.get("Status", "")).strip()
            if action == "failed" or status.startswith("5"):
                said = str(block.get("Diagnostic-Code", "")) or status or action
                return " ".join(said.split())[:200]
    return ""


def _number(notice: Message) -> uuid.UUID | None:
    """Of the mail inside the notice; the notice's own headers are somebody else's."""
    for part in notice.walk():
        if part is notice:
            continue
        headers = [str(part.get(name, "")) for name in HEADERS]
        if part.get_content_type() == "text/rfc822-headers":
            headers.append(str(part.get_payload()))
        for text in headers:
            if found := NUMBER.search(text.lower()):
                return uuid.UUID(found.group())
    return None
