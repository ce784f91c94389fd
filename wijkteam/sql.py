"""Run an app's `locks*.sql` from its migration, so that the locks stand in readable files."""

from pathlib import Path
from typing import Any

from django.db.migrations.operations import RunSQL


def locks(app: str) -> RunSQL:
    """The statements of `<app>/locks.sql` and then of its `locks_<subject>.sql`, sorted by name.

    Undoing a lock is done by undoing its table.
    """
    folder = Path(__file__).resolve().parent.parent / app
    texts: list[Any] = [path.read_text() for path in sorted(folder.glob("locks*.sql"))]
    return RunSQL(texts, reverse_sql=RunSQL.noop)
