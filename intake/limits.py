"""How often one visitor may guess wrong. Kind to who mistypes, useless for who tries them all.

Only wrong guesses count, per address: nobody can lock someone else out. The cache forgets all
while Redis is away, so then each process counts for itself.
"""

from django.core.cache import cache
from django.core.cache.backends.locmem import LocMemCache
from django.http import HttpRequest

from wijkteam.pace import Pace, add_one, address_of

MOST = 10
SECONDS = 15 * 60


# A library, a school or a shelter sends many from one address; a machine sends more than this.
BEGIN = Pace("begin", most=60, seconds=60)
SEND = Pace("send", most=30, seconds=60)
_here = LocMemCache("limits", {})


def too_often(request: HttpRequest, what: str) -> bool:
    """Did this visitor guess wrong too often in the last quarter of an hour?"""
    key = _key(request, what)
    return max(int(store.get(key) or 0) for store in (cache, _here)) >= MOST


def count(request: HttpRequest, what: str) -> None:
    """One more wrong guess (or one more of what is limited)."""
    key = _key(request, what)
    if not add_one(cache, key, SECONDS):
        add_one(_here, key, SECONDS)


def _key(request: HttpRequest, what: str) -> str:
    return f"limit:{what}:{address_of(request)}"
