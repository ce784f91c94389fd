"""How often one visitor may guess wrong. Kind to who mistypes, useless for who tries them all.

Only wrong guesses count, per address: nobody can lock someone else out. The cache forgets all
while Redis is away, so then each process counts for itself.
"""

from dataclasses import dataclass

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

MOST = 10
SECONDS = 15 * 60


@dataclass(frozen=True)
class Pace:
    """How many of something one address may do in so many seconds."""

    what: str
    most: int
    seconds: int


# A library, a school or a shelter sends many from one address; a machine sends more than this.
BEGIN = Pace("begin", most=60, seconds=60)
SEND = Pace("send", most=30, seconds=60)
_here = LocMemCache("limits", {})


def too_often(request: HttpRequest, what: str) -> bool:
    """Did this visitor guess wrong too often in the last quarter of an hour?"""
    key = _key(request, what)
    return max(int(store.get(key) or 0) for store in (cache, _here)) >= MOST


def too_many(request: HttpRequest, pace: Pace) -> bool:
    """Count this one, and say whether it goes too fast. Whoever waits a minute may go on."""
    key = _key(request, pace.what)
    number = _add_one(cache, key, pace.seconds) or _add_one(_here, key, pace.seconds)
    return number > pace.most


def count(request: HttpRequest, what: str) -> None:
    """One more wrong guess (or one more of what is limited)."""
    key = _key(request, what)
    if not _add_one(cache, key):
        _add_one(_here, key)


def _add_one(store: BaseCache, key: str, seconds: int = SECONDS) -> int:
    store.add(key, 0, seconds)
    try:
        return store.incr(key) or 0
    except ValueError:  # it ran out between the two lines, or nobody remembered it
        return 0


def _key(request: HttpRequest, what: str) -> str:
    try:
        address = get_adapter(request).get_client_ip(request)
    except PermissionDenied:  # no address at all: all such visitors share one count
        address = "unknown"
    return f"limit:{what}:{address}"
