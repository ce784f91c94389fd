"""Copy the database and the files into a new folder. Needs an administrator's login."""

import subprocess
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from wijkteam import backup


class Command(BaseCommand):
    help = "Kopieer de database en de bestanden naar een nieuwe map."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            found = backup.copy(folder)
        except FileExistsError:
            raise CommandError(f"{folder} is er al. Kies een nieuwe map.") from None
        except subprocess.CalledProcessError as error:
            raise CommandError(f"Het kopiëren lukte niet: {error.stderr.strip()}") from None
        seal = found.pop("last seal")
        rows = sum(found.values())
        self.stdout.write(
            f"{len(found)} tabellen, {rows} rijen, zegel {seal and seal[0]}: {folder}"
        )
