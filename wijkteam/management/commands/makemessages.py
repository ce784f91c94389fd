"""Gather what a resident reads into `locale/`: `manage.py makemessages -l ar` (needs gettext).

Pages that only colleagues see stay out of the catalogues: their language is Dutch. Which files
those are stands in `wijkteam/translations.py`.
"""

from typing import Any

from django.core.management.commands import makemessages

from wijkteam.translations import NOT_OURS, is_for_residents


class Command(makemessages.Command):
    xgettext_options = [*makemessages.Command.xgettext_options, "--keyword=__"]

    def handle(self, *args: Any, **options: Any) -> None:
        options["ignore_patterns"] += NOT_OURS
        super().handle(*args, **options)

    def find_files(self, root: str) -> list[Any]:
        found = super().find_files(root)
        return [one for one in found if is_for_residents(one.path.removeprefix("./"))]
