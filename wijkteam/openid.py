"""Organisations whose people sign in with the account of their own work (OpenID Connect)."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from wijkteam import env

WORDS = ("id", "name", "server", "client_id", "secret")
KEYS = {*WORDS, "domains", "second_factor"}


def providers(file: str, plain_http: bool = False) -> list[dict[str, Any]]:
    """What `file` (JSON, a list of organisations, see docs/running.md) tells, as allauth reads it.

    An organisation speaks only for addresses at its own `domains`: whoever runs its sign-in could
    otherwise be anyone here. No file: nobody. Anything odd refuses to start and says what.
    """
    if not file:
        return []
    try:
        organisations = json.loads(Path(file).read_text())
    except (OSError, ValueError) as error:
        raise ImproperlyConfigured(f"OPENID_PROVIDERS: {file} cannot be read: {error}") from error
    if not isinstance(organisations, list):
        raise ImproperlyConfigured("OPENID_PROVIDERS: expected a list of organisations.")
    return [_app(organisation, plain_http) for organisation in organisations]


def _app(told: Any, plain_http: bool) -> dict[str, Any]:
    if not isinstance(told, dict) or set(told) != KEYS:
        raise ImproperlyConfigured(f"OPENID_PROVIDERS: each has exactly {', '.join(sorted(KEYS))}.")
    if not all(isinstance(told[word], str) and told[word] for word in WORDS):
        raise ImproperlyConfigured(f"OPENID_PROVIDERS: {', '.join(WORDS)} are texts.")
    domains = told["domains"]
    if not (domains and isinstance(domains, list) and all(isinstance(one, str) for one in domains)):
        raise ImproperlyConfigured("OPENID_PROVIDERS: domains is a list, such as ['zorg.example'].")
    if not isinstance(told["second_factor"], bool):
        raise ImproperlyConfigured("OPENID_PROVIDERS: second_factor is true or false.")
    if urlsplit(told["server"]).scheme != "https" and not plain_http:
        raise ImproperlyConfigured("OPENID_PROVIDERS: server begins with https://.")
    return {
        "provider_id": told["id"],
        "name": told["name"],
        "client_id": told["client_id"],
        "secret": told["secret"],
        "settings": {
            "server_url": told["server"],
            "oauth_pkce_enabled": True,
            "verified_email": [domain.lower() for domain in domains],
            "second_factor": told["second_factor"],
        },
    }


def origins(apps: list[dict[str, Any]]) -> list[str]:
    """Where a browser may be sent with the form that begins such a sign-in."""
    return [origin for app in apps for origin in env.origins(app["settings"]["server_url"])]
