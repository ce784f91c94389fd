"""Read the outlines of neighbourhoods from a GeoJSON file in degrees (WGS 84).

Source: the CBS Wijk- en buurtkaart, as PDOK serves it (property `wijkcode`). Neighbourhoods that
the portal does not know are passed over; run it again whenever the map changes. All or nothing:
a file with a mistake changes no outline.
"""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from network.models import Outline
from wijkteam.models import Neighbourhood

CODES = ("wijkcode", "WK_CODE", "statcode", "code")


class Command(BaseCommand):
    help = "Read the outlines of neighbourhoods from a GeoJSON file (WGS 84)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        try:
            features = list(json.loads(options["file"].read_text(encoding="utf-8"))["features"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise CommandError(f"This is no GeoJSON file with features: {error}") from error
        wijken = {wijk.code: wijk for wijk in Neighbourhood.objects.all()}
        drawn = 0
        for feature in features:
            about = feature.get("properties") or {}
            wijk = next((wijken[about[c]] for c in CODES if about.get(c) in wijken), None)
            if wijk is None:
                continue
            try:
                Outline.draw(wijk, feature.get("geometry") or {})
            except (ValueError, TypeError, IndexError) as error:
                raise CommandError(f"{wijk.code}: {error}") from error
            drawn += 1
        self.stdout.write(f"{drawn} of {len(wijken)} neighbourhoods have an outline.")
