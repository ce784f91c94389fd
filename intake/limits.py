"""How often one visitor may guess wrong. Kind to who mistypes, useless for who tries them all.

Only wrong guesses count, per address: nobody can lock someone else out. While Redis is away each
process counts for itself.
"""

from collections.abc import Callable

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from redis.exceptions import RedisError

MOST = 10
SECONDS = 15 * 60
_here = LocMemCache("limits", {})


def too_often(request: HttpRequest, what: str) -> bool:
    """Did this visitor guess wrong too often in the last quarter of an hour?"""
    key = _key(request, what)
    return _counting(lambda store: int(store.get(key, 0))) >= MOST


def count(request: HttpRequest, what: str) -> None:
    """One more wrong guess (or one more of what is limited)."""
    key = _key(request, what)

    def add(store: BaseCache) -> int:
        store.add(key, 0, SECONDS)
        try:
            return store.incr(key)
        except ValueError:  # it ran out between the two lines
            return 0

    _counting(add)


def _key(request: HttpRequest, what: str) -> str:
    try:
        address = get_adapter(request).get_client_ip(request)
    except PermissionDenied:  # no address at all: all such visitors share one count
        address = "unknown"
    return f"limit:{what}:{address}"


def _counting(deed: Callable[[BaseCache], int]) -> int:
    try:
        return deed(cache)
    except (RedisError, OSError):
        return deed(_here)
