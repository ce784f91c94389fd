"""The drill: copy a filled portal, fill an empty database from it, and find everything back."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest

from tests.browser.portal import ROOT
from wijkteam import embedded


class Place:
    """A database with a folder for files, and `manage.py` in it."""

    def __init__(self, services: embedded.Embedded, database: str, media: Path) -> None:
        self.url = services.url("postgres", database)
        embedded.make_database(self.url)
        self.media = media
        self.env = os.environ | {
            "DATABASE_URL": self.url, "REDIS_URL": services.redis_url, "MEDIA_ROOT": str(media),
            "SECRET_KEY": "k" * 50, "DEMO": "1",
        }  # fmt: skip

    def manage(self, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=ROOT, env=self.env | more, capture_output=True, text=True, check=False,
        )  # fmt: skip

    def ask(self, question: str) -> object:
        connection = psycopg2.connect(self.url)
        try:
            with connection, connection.cursor() as cursor:
                cursor.execute(question)
                return cursor.fetchone()[0] if cursor.description else None
        finally:
            connection.close()


@pytest.fixture(scope="module")
def places() -> Iterator[tuple[Place, Place, Path]]:
    """A portal with people in it and with seals on its log, and an empty place elsewhere."""
    with tempfile.TemporaryDirectory(prefix="wt-") as name:
        folder = Path(name).resolve()
        services = embedded.start(folder / "data", fast=True)
        full = Place(services, "wijkteam", folder / "media")
        empty = Place(services, "elsewhere", folder / "media2")
        for words, more in [
            (["database_roles"], {}),
            (["migrate", "--verbosity", "0"], {"PGOPTIONS": "-c role=wijkteam_owner"}),
            (["sync_roles"], {}),
            (["seed", "--families", "20"], {}),
        ]:
            done = full.manage(*words, **more)
            assert not done.returncode, done.stderr
        full.media.mkdir(exist_ok=True)
        (full.media / "brief.pdf").write_bytes(b"%PDF-1.7 een brief")
        full.ask(
            "INSERT INTO wijkteam_accesslog (id, at, written_at, user_name, role, organisation,"
            " act, part, ground, why, correlation)"
            " SELECT gen_random_uuid(), now(), now(), 'Sanne', '',"
            " '', 'bekeken', 'plan', '', '', gen_random_uuid()"
        )
        yield full, empty, folder / "copy"
        services.stop()


def test_everything_comes_back(places: tuple[Place, Place, Path]) -> None:
    full, empty, copy = places
    done = full.manage("backup", str(copy))
    assert not done.returncode, done.stderr
    households = full.ask("SELECT count(*) FROM casework_household")
    assert households
    assert str(households) in (copy / "counted.json").read_text()

    again = full.manage("backup", str(copy))
    assert again.returncode
    assert "is er al" in again.stderr

    done = empty.manage("restore", str(copy))
    assert not done.returncode, done.stderr
    assert "rijen staan er weer" in done.stdout
    assert "zegels kloppen" in done.stdout
    assert empty.ask("SELECT count(*) FROM casework_household") == households
    assert (empty.media / "brief.pdf").read_bytes() == b"%PDF-1.7 een brief"
    # The locks came along: the owner of the tables sees no family by itself.
    assert empty.ask("SELECT count(*) FROM pg_class WHERE relforcerowsecurity") == full.ask(
        "SELECT count(*) FROM pg_class WHERE relforcerowsecurity"
    )

    done = empty.manage("restore", str(copy))
    assert done.returncode
    assert "niet leeg" in done.stderr


def test_a_row_that_is_missing_is_named(places: tuple[Place, Place, Path]) -> None:
    full, _empty, copy = places
    counted = copy.parent / "other" / "counted.json"
    assert not full.manage("backup", str(counted.parent)).returncode
    counted.write_text(counted.read_text().replace('"wijkteam_team": ', '"wijkteam_team": 1'))
    third = Place(embedded.Embedded(copy.parent / "data"), "third", copy.parent / "media3")
    done = third.manage("restore", str(counted.parent))
    assert done.returncode
    assert "wijkteam_team" in done.stderr
