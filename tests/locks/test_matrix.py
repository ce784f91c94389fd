"""The permission matrix: every URL x everyone, against `matrix.txt`. A new URL fails.

After a change, `UPDATE_MATRIX=1` writes the file anew: read every changed line before committing.
"""

import os
from pathlib import Path

import pytest

from tests.locks.matrix import lines
from tests.locks.visitors import Family

EXPECTED = Path(__file__).with_name("matrix.txt")


@pytest.mark.django_db
def test_everyone_gets_in_just_where_the_matrix_says():
    found = lines(Family())
    if os.environ.get("UPDATE_MATRIX"):
        EXPECTED.write_text("\n".join(found) + "\n")
    assert found == EXPECTED.read_text().splitlines()
