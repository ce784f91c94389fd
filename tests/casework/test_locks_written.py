"""What a bare statement writes in a file of one's own: no more than the pages do."""

from uuid import uuid4

import pytest
from django.db import ProgrammingError, transaction

from casework.choices import Scan
from casework.keeping import scan_documents
from casework.models import Document
from tests.conftest import app_login
from wijkteam import database
from wijkteam.models import User
from wijkteam.roles import DATABASE_ROLE


def hands_in(family, user: User, seat, scan: str) -> bool:
    row = Document(
        case_file=family.case_file,
        by=seat,
        title="d",
        size=1,
        file=f"documents/{uuid4()}",
        scan=scan,
    )
    with app_login(), database.role(DATABASE_ROLE[user.role], user.pk):
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except ProgrammingError:
            return False
    return True


def test_only_the_scanner_says_that_a_document_is_clean(family, professional, resident):
    for user, seat in {professional: family.coordinator, resident: family.resident}.items():
        for scan, may in {"clean": False, "found": False, "none": True, "waiting": True}.items():
            assert hands_in(family, user, seat, scan) == may, scan


def never_clean(_file) -> bool:
    return False


@pytest.mark.django_db
def test_where_there_is_a_scanner_it_looks_at_what_says_it_needs_none(
    family, professional, settings
):
    """Who writes 'not scanned' past the pages, gets no further than who waits; nor does what came
    in before there was a scanner."""
    assert hands_in(family, professional, family.coordinator, "none")
    one = Document.objects.get()
    assert one.is_ready
    settings.SCANNER = f"{__name__}.never_clean"
    assert not one.is_ready
    assert not Document.objects.ready().exists()
    # Nor does a row without a file hold up the documents after it.
    assert scan_documents() == 1
    one.refresh_from_db()
    assert one.scan == Scan.FOUND
