"""The monitor of the made-up town."""

import random

from monitor import seed_voices


def seed(families: int, rng: random.Random) -> None:
    seed_voices.seed(families, rng)
