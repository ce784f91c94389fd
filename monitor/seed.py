"""The monitor of the made-up town."""

import random

from monitor import seed_releases, seed_voices


def seed(families: int, rng: random.Random) -> None:
    """Voices first: with its last quarter, what people said in a year is set as well."""
    seed_voices.seed(families, rng)
    seed_releases.seed(families, rng)
