"""Gather what a resident reads into `locale/`: `manage.py makemessages -l ar` (needs gettext).

Pages that only colleagues see stay out of the catalogues: their language is Dutch.
"""

from typing import Any

from django.core.management.commands import makemessages

ONLY_FOR_COLLEAGUES = [
    *("casework/*", "monitor/*", "network/*"),
    *(f"templates/{folder}/*" for folder in ("casework", "mfa", "monitor", "network", "wijkteam")),
    "templates/intake/team/*",
    *(f"intake/forms/{name}.py" for name in ("case_file", "conversations", "outcomes", "team")),
    *(f"intake/models/{name}.py" for name in ("clocks", "drafts", "moves", "requests")),
    *(f"intake/views/{name}.py" for name in ("conversations", "day", "outcomes", "team")),
    *("intake/calendars.py", "intake/figures.py", "intake/seed*"),
    *(f"wijkteam/models/{name}.py" for name in ("access", "outbox", "people")),
    *("wijkteam/admin.py", "wijkteam/management/*", "wijkteam/seed.py", "wijkteam/views/demo.py"),
]
NOT_OURS = [".data/*", ".venv/*", "node_modules/*", "static/*", "tests/*"]


class Command(makemessages.Command):
    xgettext_options = [*makemessages.Command.xgettext_options, "--keyword=__"]

    def handle(self, *args: Any, **options: Any) -> None:
        options["ignore_patterns"] += [*NOT_OURS, *ONLY_FOR_COLLEAGUES]
        super().handle(*args, **options)
