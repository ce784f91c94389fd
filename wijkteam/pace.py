"""How fast one address may go on. Kind to a library with twenty visitors, a brake on a machine.

The cache forgets all while Redis is away, so then each process counts for itself.
"""

from dataclasses import dataclass

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

here = LocMemCache("pace", {})


@dataclass(frozen=True)
class Pace:
    """How many of something one address may do in so many seconds."""

    what: str
    most: int
    seconds: int

    def is_exceeded(self, request: HttpRequest) -> bool:
        """Count this one, and say whether it goes too fast. Whoever waits may go on."""
        key = f"pace:{self.what}:{address_of(request)}"
        number = add_one(cache, key, self.seconds) or add_one(here, key, self.seconds)
        return number > self.most


def address_of(request: HttpRequest) -> str:
    try:
        return get_adapter(request).get_client_ip(request)
    except PermissionDenied:  # no address at all: all such visitors share one count
        return "unknown"


def add_one(store: BaseCache, key: str, seconds: int) -> int:
    """The number so far; 0 when nobody remembers."""
    store.add(key, 0, seconds)
    try:
        return store.incr(key) or 0
    except ValueError:  # it ran out between the two lines, or nobody remembered it
        return 0
