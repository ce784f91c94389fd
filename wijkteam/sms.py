"""Text messages: the way out is a dotted path in the settings (SMS_BACKEND), empty for none.

A backend is a function `send(to, text, number)`: the number is that of the message in the outbox,
so that a provider can drop a repeat. What it raises is tried again later, like a mail that fails.
A text is read over shoulders: the templates in `messages/sms/` hold no name and no story.
"""

import logging
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

log = logging.getLogger(__name__)


def send(to: str, text: str, number: str) -> None:
    """Hand one text to the chosen backend; any failure becomes an OSError, which is tried again."""
    try:
        backend: Callable[[str, str, str], None] = import_string(settings.SMS_BACKEND)
        backend(to, text, number)
    except OSError:
        raise
    except Exception as error:
        raise OSError(f"sms: {type(error).__name__}") from error


def to_console(_to: str, text: str, number: str) -> None:
    """For development: the text, without the number it went to."""
    log.info("sms %s: %s", number, text)


def to_folder(to: str, text: str, number: str) -> None:
    """The demo: beside the recorded mail, once per message."""
    mail = EmailMessage()
    mail["To"], mail["Subject"] = to, "sms"
    mail.set_content(text)
    folder = Path(settings.MAIL_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    waiting = folder / f"{number}.part"
    waiting.write_bytes(mail.as_bytes())
    waiting.rename(folder / f"{number}.eml")
