"""Which texts of residents a language still lacks: `manage.py untranslated [--texts] [tr pl]`.

Ends with 1 as long as something is missing.
"""

import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand

from wijkteam import translations


class Command(BaseCommand):
    help = "Telt per taal de teksten voor bewoners die nog niet vertaald zijn."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("languages", nargs="*", help="Zonder: alle talen.")
        parser.add_argument("--texts", action="store_true", help="Laat de teksten zelf zien.")

    def handle(self, *args: Any, **options: Any) -> None:
        all_texts = len(translations.texts())
        missing = 0
        for language in options["languages"] or [code for code, _name in settings.LANGUAGES]:
            left = translations.untranslated(language)
            missing += len(left)
            self.stdout.write(f"{language}: {len(left)} van {all_texts} nog niet vertaald")
            for text in left if options["texts"] else []:
                self.stdout.write(f"  {text!r}")
        if missing:
            sys.exit(1)
