"""Work out every seal on the access log again, and name the first that does not hold."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from wijkteam import database, seals_file
from wijkteam.models import AccessLog, AccessSeal


class Command(BaseCommand):
    help = "Controleer de zegels op het logboek; noemt het eerste zegel dat niet klopt."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--expect", metavar="NUMMER:GETAL", help="een zegel uit een mail")
        parser.add_argument("--file", default=settings.SEALS_FILE, help="het bestand met zegels")

    def handle(self, *args: Any, expect: str | None, file: str, **options: Any) -> None:
        with database.role("worker"):
            check = AccessSeal.objects.verify()
            hashes = dict(AccessSeal.objects.values_list("number", "hash"))
            waiting = AccessLog.objects.unsealed().count()
        # Outside the transaction, so that what was found is kept even when it is bad.
        if check.broken:
            raise CommandError(f"Zegel {check.broken} klopt niet: {check.words}.")
        for number, found in sorted(self.outside(expect, file).items()):
            if hashes.get(number) != found:
                raise CommandError(f"Zegel {number} is hier anders dan buiten deze database.")
        self.stdout.write(f"{len(hashes)} zegels kloppen; {waiting} regels nog niet verzegeld.")

    def outside(self, expect: str | None, file: str) -> dict[int, str]:
        """The seals that left this machine."""
        known = {}
        try:
            if file:
                known = seals_file.read(Path(file))
            if expect:
                number, _colon, found = expect.partition(":")
                known[int(number)] = found
        except (OSError, ValueError) as error:
            raise CommandError(f"Onleesbaar: {error}") from error
        return known
