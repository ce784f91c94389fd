"""Argon2 with less memory, so that a sign-in does not take 100 MiB of the web process."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class LighterArgon2PasswordHasher(Argon2PasswordHasher):
    """19 MiB, two passes, one lane: the minimum of the OWASP password storage cheat sheet."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
