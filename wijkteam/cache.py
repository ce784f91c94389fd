"""Redis may be away: then limits do not count, and everyone still gets in."""

from typing import Any

from django_redis.cache import RedisCache


class ForgivingRedisCache(RedisCache):
    """Answers as an empty cache while Redis is away (with IGNORE_EXCEPTIONS)."""

    def add(self, *args: Any, **kwargs: Any) -> bool:
        """True when away too: a lock that nobody can hold is not held by someone else."""
        added = super().add(*args, **kwargs)
        return True if added is None else added
