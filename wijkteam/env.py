"""Strict readers for the environment: an odd value refuses to start and says which one."""

import os
import re
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off", ""}


def text(name: str, default: str | None = None) -> str:
    """The value of `name`; without a default it must be set."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"{name} is not set. See docs/running.md.")
    return value.strip()


def boolean(name: str, default: bool = False) -> bool:
    """True or False for the usual spellings; anything else refuses."""
    value = os.environ.get(name, "1" if default else "0").strip().lower()
    if value in YES:
        return True
    if value in NO:
        return False
    raise ImproperlyConfigured(f"{name} is {value!r}: expected 1 or 0.")


def number(name: str, default: int, lowest: int = 0) -> int:
    """A whole number of at least `lowest`."""
    value = os.environ.get(name, str(default)).strip()
    if not value.isdecimal() or int(value) < lowest:
        raise ImproperlyConfigured(f"{name} is {value!r}: expected a whole number >= {lowest}.")
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """A list, separated by commas."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def server(name: str) -> dict[str, str]:
    """Where a server answers, as HOST and PORT; empty when `name` is not set."""
    value = text(name, "")
    if not value:
        return {}
    found = re.fullmatch(r"(?P<HOST>/[^:]+|[\w.-]+)(?::(?P<PORT>\d{1,5}))?", value)
    if found is None:
        raise ImproperlyConfigured(f"{name} is {value!r}: expected host or host:port.")
    return {part: said for part, said in found.groupdict().items() if said}


def origins(address: str) -> list[str]:
    """Where an address comes from, for the policy that says what a browser may fetch."""
    parts = urlsplit(address)
    if not address:
        return []
    if parts.scheme not in {"http", "https"} or not re.fullmatch(r"[\w.:{}*-]+", parts.netloc):
        raise ImproperlyConfigured(f"{address!r} is no address of a website.")
    return [f"{parts.scheme}://{parts.netloc.replace('{s}', '*')}"]


def secret(name: str, shortest: int = 32) -> str:
    """A secret of a decent length; a short one refuses."""
    value = text(name)
    if len(value) < shortest:
        raise ImproperlyConfigured(f"{name} is too short: at least {shortest} characters.")
    return value
