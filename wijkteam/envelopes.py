"""What every mail has: words in the language of who gets it, and where to read more."""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from wijkteam.choices import Language


def rendered(app: str, name: str, language: str, **context: Any) -> tuple[str, str]:
    """(subject, text) of `templates/<app>/messages/<name>.txt`; its first line is the subject."""
    with translation.override(language or Language.NL):
        text = render_to_string(f"{app}/messages/{name}.txt", context)
    subject, body = text.strip().split("\n", 1)
    return subject.strip(), body.strip() + "\n"


def link_to(name: str, *args: Any) -> str:
    """The whole address of this page."""
    return settings.BASE_URL + reverse(name, args=args)
