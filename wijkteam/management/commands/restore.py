"""Fill an empty database from a copy, count again, and work out every seal again."""

import subprocess
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from wijkteam import backup


class Command(BaseCommand):
    help = "Zet een kopie terug in een lege database, en controleer of alles er is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        if not (folder / backup.DUMP).is_file():
            raise CommandError(f"In {folder} staat geen kopie.")
        if not backup.is_empty():
            raise CommandError("Deze database is niet leeg. Terugzetten kan alleen in een lege.")
        call_command("database_roles")
        try:
            found = backup.restore(folder)
        except backup.NotTheSame as difference:
            raise CommandError(f"Niet alles kwam terug. {difference}.") from None
        except subprocess.CalledProcessError as error:
            raise CommandError(f"Het terugzetten lukte niet: {error.stderr.strip()}") from None
        found.pop("last seal")
        rows = sum(found.values())
        self.stdout.write(f"{len(found)} tabellen en {rows} rijen staan er weer.")
        call_command("verify_access_log", stdout=self.stdout)
