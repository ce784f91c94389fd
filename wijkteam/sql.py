"""Run an app's `locks.sql` from its migration, so that the locks stand in one readable file."""

from pathlib import Path

from django.db.migrations.operations import RunSQL


def locks(app: str) -> RunSQL:
    """The statements of `<app>/locks.sql`. Undoing a lock is done by undoing its table."""
    path = Path(__file__).resolve().parent.parent / app / "locks.sql"
    return RunSQL([path.read_text()], reverse_sql=RunSQL.noop)
