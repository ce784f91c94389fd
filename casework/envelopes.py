"""What every mail of a case file has: words in the receiver's language, and where to read it."""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from wijkteam.choices import Language


def rendered(name: str, language: str, **context: Any) -> tuple[str, str]:
    """Subject and text; the first line of the template is the subject."""
    with translation.override(language or Language.NL):
        text = render_to_string(f"casework/messages/{name}.txt", context)
    subject, body = text.strip().split("\n", 1)
    return subject.strip(), body.strip() + "\n"


def link_to(name: str, *args: Any) -> str:
    """The whole address of this page."""
    return settings.BASE_URL + reverse(name, args=args)
