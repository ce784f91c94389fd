"""Uploads without a row go after a day; a file that a row names never does."""

import os
import time
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from casework.models import Document, Export
from intake.models import Addition
from tests import factories
from tests.casework.conftest import family  # noqa: F401
from tests.conftest import app_login
from wijkteam import database, files
from wijkteam.sweep import columns
from wijkteam.tasks import sweep_uploads

TWO_DAYS = 2 * 24 * 3600


@pytest.fixture
def root(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def put(root: Path, name: str, ago: int = TWO_DAYS) -> str:
    files.store().save(name, ContentFile(b"woorden"))
    os.utime(root / name, (time.time() - ago,) * 2)
    return name


def sweep() -> int:
    with app_login():
        return sweep_uploads()


def test_what_no_row_names_goes_after_a_day_and_once(root, db):
    put(root, "documents/ab/oud")
    put(root, "documents/ab/jong", ago=60)
    put(root, "elders/oud")
    assert sweep() == 1
    assert sweep() == 0
    assert (root / "documents/ab/jong").exists()
    assert (root / "elders/oud").exists()


def test_what_a_row_names_stays(root, family, team, resident):  # noqa: F811
    names = [put(root, f"documents/cd/{number}") for number in range(2)]
    names.append(put(root, "exports/ef/2"))
    Document.objects.create(
        case_file=family.case_file, by=family.colleague, title="Brief", name="brief.pdf",
        kind=files.PDF, size=7, file=names[0],
    )  # fmt: skip
    Addition.objects.create(
        request=factories.request(team), kind="plan", file=names[1], name="plan.pdf",
    )  # fmt: skip
    Export.objects.create(user=resident, status="ready", file=names[2])
    assert sweep() == 0
    assert all((root / name).exists() for name in names)


def test_the_worker_may_read_every_row_that_can_name_a_file(db):
    """A hidden row would lose its file: the policy of the worker hides none."""
    from django.db import connection

    for field in columns():
        table = field.model._meta.db_table
        with app_login(), database.role("worker"), connection.cursor() as cursor:
            cursor.execute(f"SELECT count({field.column}) FROM {table}")  # noqa: S608
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_policies WHERE tablename = %s AND qual = 'true' "
                "AND permissive = 'PERMISSIVE' AND 'wijkteam_worker' = ANY (roles)", [table],
            )  # fmt: skip
            assert cursor.fetchone()[0] == 1, table
