"""Fill an empty database with a made-up municipality: `seed --families 200 --seed 1`.

The same numbers give the same town, in one transaction: all of it, or nothing.
"""

import random
from argparse import ArgumentParser
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from wijkteam.models import Team


class Command(BaseCommand):
    help = "Vul een lege database met een verzonnen gemeente."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--families", type=int, default=200)
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args: Any, families: int, seed: int, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("Verzonnen mensen horen niet in een echt portaal.")
        if families < 0:
            raise CommandError("Een gemeente heeft geen negatief aantal gezinnen.")
        if Team.objects.exists():
            self.stdout.write("De database is al gevuld; er is niets veranderd.")
            return
        rng = random.Random(seed)  # noqa: S311 made-up people need no secrets
        with transaction.atomic():
            for name in settings.SEEDS:
                if find_spec(name):
                    import_module(name).seed(families, rng)
        self.stdout.write(f"Gevuld met {families} gezinnen (seed {seed}).")
