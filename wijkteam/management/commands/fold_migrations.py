"""Before version 1.0: in a first migration, an index or constraint stands with its table.

Django writes them down at the end, and works out every related model anew for each: of the time
that an empty database takes, three quarters. `make migrations` calls this for every app.
"""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.db.migrations import AddConstraint, AddField, AddIndex, CreateModel
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.writer import MigrationWriter


class Command(BaseCommand):
    help = "Zet in een eerste migratie elke index en voorwaarde bij de tabel."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("apps", nargs="+")

    def handle(self, *args: Any, apps: list[str], **options: Any) -> None:
        loader = MigrationLoader(None)
        for app in apps:
            migration = loader.get_migration(app, "0001_initial")
            migration.operations = folded(migration.operations, app)  # type: ignore[misc]
            writer = MigrationWriter(migration, include_header=False)
            Path(writer.path).write_text(writer.as_string())


def folded(operations: Sequence[Operation], app: str) -> list[Operation]:
    """The same tables, with fewer steps."""
    out: list[Operation] = []
    for operation in operations:
        at = place_in(out, operation)
        if at is None:
            out.append(operation)
        else:
            together = out[at].reduce(operation, app)
            assert isinstance(together, list)  # Django folds these two kinds
            out[at : at + 1] = together
    return out


def place_in(before: list[Operation], operation: Operation) -> int | None:
    """Where its table is made; None when it stays, as it may need a field that came later."""
    if not isinstance(operation, AddIndex | AddConstraint):
        return None
    of_model, found = operation.model_name.lower(), None
    what = operation.index if isinstance(operation, AddIndex) else operation.constraint
    said = repr(what)
    for at, one in enumerate(before):
        if isinstance(one, CreateModel) and one.name.lower() == of_model:
            found = at
        if isinstance(one, AddField) and one.model_name.lower() == of_model and one.name in said:
            return None
    return found
