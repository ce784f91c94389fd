"""Files that no row names: their page failed after the file was written. They are of nobody, and
nobody can reach them; so they go."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.apps import apps
from django.db.models import FileField

from wijkteam import files

FOLDERS = ("documents", "exports")
AT_ONCE = 500


def columns() -> list[FileField]:
    """Every place where a row can name a file."""
    fields = [field for model in apps.get_models() for field in model._meta.concrete_fields]
    return [field for field in fields if isinstance(field, FileField)]


def stored(before: datetime) -> Iterator[str]:
    """Files that were written before that moment, by the names that rows give them."""
    root = Path(files.store().location)
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and path.stat().st_mtime < before.timestamp():
                yield path.relative_to(root).as_posix()


def sweep(before: datetime) -> int:
    """Throw away what no row names. Whoever calls may read every row (the worker): a row that is
    hidden from it would lose its file. Returns how many went."""
    names, gone = list(stored(before)), 0
    for first in range(0, len(names), AT_ONCE):
        orphans = set(names[first : first + AT_ONCE])
        for field in columns():
            rows = field.model._base_manager.filter(**{f"{field.name}__in": orphans}).order_by()
            orphans -= set(rows.values_list(field.name, flat=True))
        for name in orphans:
            files.store().delete(name)
        gone += len(orphans)
    return gone
