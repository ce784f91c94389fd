"""Import postcode -> neighbourhood from the public CBS file (PC6 with wijk and buurt codes).

Expects a semicolon or comma separated file with the columns PC6 and Wijk<year> (a number such as
36301 or a code such as WK036301). Neighbourhoods must exist; postcodes of other municipalities
are passed over and counted. Safe to run twice: rows are written over.
"""

import csv
import re
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from wijkteam.models import Neighbourhood, Postcode

POSTCODE = re.compile(r"^[1-9][0-9]{3}[A-Z]{2}$")


def read_rows(path: Path) -> list[tuple[str, str]]:
    """(postcode, wijk code) per row. Raises CommandError when the columns are not there."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        first = file.readline()
        file.seek(0)
        reader = csv.DictReader(file, delimiter=";" if ";" in first else ",")
        names = {name.lower().strip(): name for name in reader.fieldnames or []}
        wijk = next((names[name] for name in names if name.startswith("wijk")), None)
        if "pc6" not in names or wijk is None:
            raise CommandError("Het bestand heeft geen kolommen PC6 en Wijk.")
        return [(row[names["pc6"]] or "", row[wijk] or "") for row in reader]


def wijk_code(text: str) -> str:
    """'36301' and 'WK036301' are the same wijk: WK, then six figures."""
    figures = re.sub(r"\D", "", text)
    return f"WK{figures.zfill(6)}" if figures else ""


class Command(BaseCommand):
    help = "Lees het CBS-bestand in dat bij elke postcode de wijk geeft."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        if not file.is_file():
            raise CommandError(f"Het bestand {file.name} is er niet.")
        wijken = {n.code: n for n in Neighbourhood.objects.all()}
        postcodes: dict[str, Postcode] = {}
        wrong = other = 0
        for raw, wijk in read_rows(file):
            code = raw.replace(" ", "").upper()
            if not POSTCODE.match(code):
                wrong += 1
            elif wijk_code(wijk) not in wijken:
                other += 1
            else:
                postcodes[code] = Postcode(code=code, neighbourhood=wijken[wijk_code(wijk)])
        Postcode.objects.bulk_create(
            postcodes.values(),
            batch_size=5000,
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=["neighbourhood"],
        )
        self.stdout.write(
            f"{len(postcodes)} postcodes ingelezen, {other} van elders, {wrong} onleesbaar."
        )
