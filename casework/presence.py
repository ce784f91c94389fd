"""Who has this plan open now. Kept in the cache for a minute: it blocks nobody, and forgets."""

import time

from django.core.cache import cache

from casework.models import CaseFile
from wijkteam.models import User

# A page asks every 15 seconds; after missing two turns someone is gone.
GONE_AFTER = 35
KEPT = 60


def here(case_file: CaseFile, user: User) -> list[str]:
    """Write down that the user is here, and answer who else is, by name. Without a cache: nobody.

    Two who write at once may lose one of the two for a turn; the next turn has both.
    """
    key = f"presence:{case_file.pk}"
    now = time.time()
    found: dict[int, tuple[str, float]] = cache.get(key) or {}
    found = {pk: (name, at) for pk, (name, at) in found.items() if now - at < GONE_AFTER}
    found[user.pk] = (user.name, now)
    cache.set(key, found, KEPT)
    return sorted(name for pk, (name, _at) in found.items() if pk != user.pk)


def busy_in(case_file: CaseFile) -> list[str]:
    """Who else is here, for the household itself: of a resident nothing is kept."""
    now = time.time()
    found: dict[int, tuple[str, float]] = cache.get(f"presence:{case_file.pk}") or {}
    return sorted(name for name, at in found.values() if now - at < GONE_AFTER)


def stamp_of(case_file: CaseFile) -> str:
    """How the file stands: what a page shows now, to compare with later."""
    return str(int(case_file.changed_at.timestamp() * 1000))
