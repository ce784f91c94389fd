"""Strict readers for the environment: an odd value refuses to start and says which one."""

import os
import re
from importlib.util import find_spec
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off", ""}


def text(name: str, default: str | None = None) -> str:
    """The value of `name`; without a default it must be set."""
    value = os.environ.get(name, default)
    if value is None or (default is None and not value.strip()):
        raise ImproperlyConfigured(f"{name} is not set. See docs/running.md.")
    return value.strip()


def address(name: str, schemes: list[str], default: str | None = None) -> str:
    """An address of one of these kinds. What was given is not repeated: it may hold a password."""
    value = text(name, default)
    beginnings = [f"{scheme}://" for scheme in schemes]
    if not value.startswith(tuple(beginnings)):
        raise ImproperlyConfigured(f"{name} must begin with {' or '.join(beginnings)}.")
    return value


def function(name: str, default: str = "") -> str:
    """The dotted path of a function, in a module that is there; empty when there is none."""
    value = text(name, default)
    module = value.rpartition(".")[0]
    try:
        found = not value or (module and find_spec(module))
    except (ImportError, ValueError):
        found = None
    if not found:
        raise ImproperlyConfigured(f"{name} is {value!r}: expected the dotted path of a function.")
    return value


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


def words(name: str, default: str | None = None) -> list[str]:
    """A list, separated by commas; without a default it must be set."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


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
