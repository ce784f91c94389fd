"""Read mail that came back: from files, or one on standard input (a mail server's pipe)."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from wijkteam import bounces, database
from wijkteam.models import OutboxMessage


class Command(BaseCommand):
    help = "Lees teruggekomen mail: uit bestanden, of één mail van de standaardinvoer."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="*", type=Path, help="bestanden of mappen met mail")

    def handle(self, *args: Any, paths: list[Path], **options: Any) -> None:
        mails = [file.read_bytes() for path in paths for file in files_of(path)]
        if not paths:
            mails = [sys.stdin.buffer.read()]
        back = sum(came_back(mail) for mail in mails)
        self.stdout.write(f"{back} van {len(mails)}")


def files_of(path: Path) -> list[Path]:
    return sorted(one for one in path.iterdir() if one.is_file()) if path.is_dir() else [path]


def came_back(mail: bytes) -> bool:
    """Mark the message as not arrived; reading the same mail twice changes nothing."""
    found = bounces.read(mail)
    if found is None:
        return False
    with database.role("worker"):
        return bool(OutboxMessage.objects.mark_bounced(*found))
