"""A mail backend that writes each message to a folder, once: the recorder of demo and tests."""

from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class FolderBackend(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """One file per message, named by its X-Outbox-Id, so that a repeat overwrites itself."""
        folder = Path(settings.MAIL_FOLDER)
        folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            number = message.extra_headers["X-Outbox-Id"]
            waiting = folder / f"{number}.part"
            waiting.write_bytes(message.message().as_bytes())
            waiting.rename(folder / f"{number}.eml")
        return len(email_messages)
