"""The file of seals (`SEALS_FILE`): one line each, written after the seal itself is safe.

Lines are only added, those that are missing first, so a kill between seal and line loses nothing.
"""

import os
from pathlib import Path

from django.conf import settings

from wijkteam.models import AccessSeal


def append() -> None:
    """Add the seals that the file does not have yet."""
    if not settings.SEALS_FILE:
        return
    path = Path(settings.SEALS_FILE)
    known = read(path) if path.exists() else {}
    newer = AccessSeal.objects.filter(number__gt=max(known, default=0)).order_by("number")
    with path.open("a", encoding="ascii") as file:
        if path.stat().st_size and not path.read_bytes().endswith(b"\n"):
            file.write("\n")  # a kill left half a line
        file.writelines(f"{seal.number}:{seal.hash} {seal.until.isoformat()}\n" for seal in newer)
        file.flush()
        os.fsync(file.fileno())


def read(path: Path) -> dict[int, str]:
    """Number and hash of every whole line; the last line may be half written."""
    lines = [line.split(" ")[0].partition(":") for line in path.read_text("ascii").splitlines()]
    return {int(number): found for number, _colon, found in lines if len(found) == 64}
