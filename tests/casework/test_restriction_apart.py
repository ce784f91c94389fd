"""In a house that is kept apart the others do not learn that somebody had the data restricted."""

import re

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from casework.models import CaseFile, RightsRequest
from tests.casework.browser import send, words
from tests.casework.test_home import other
from tests.casework.test_restriction import asked, restricted
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database

__all__ = ["asked", "other", "restricted"]
TOLD = "Uw gegevens zijn afgeschermd sinds"
PARTS = ["", "bericht/", "delen/", "documenten/", "geschiedenis/", "papier/", "iemand-erbij/"]


@pytest.fixture
def apart(family, other) -> None:
    CaseFile.objects.filter(pk=family.case_file.pk).update(is_apart=True)


def pages(client, family) -> list[str]:
    """What stands on them, without the tags: in some is a secret that is new every time."""
    urls = [*(f"{family.own_url}{part}" for part in PARTS), "/mijn/gegevens/"]
    return [re.sub("<[^>]*>", " ", words(client.get(url))) for url in urls]


def test_the_pages_of_the_other_say_the_same_before_and_after(
    apart, asked, family, other, resident, as_user, privacy_officer
):
    client = as_user(other)
    pages(client, family)  # the first look is a welcome
    before = pages(client, family)
    send(as_user(privacy_officer), f"/toezicht/rechten/{asked.pk}/", outcome="granted", words="Ja")
    assert CaseFile.objects.filter(restricted_at__isnull=False).exists()
    assert pages(client, family) == before
    page = as_user(resident).get(family.own_url)
    assert check_page(page.content.decode()) == []
    assert TOLD in words(page)  # who asked for it


def test_in_another_house_everyone_is_told(restricted, family, other, as_user):
    assert TOLD in words(as_user(other).get(family.own_url))


def test_nor_does_the_database_tell_it(apart, restricted, family, other, resident):
    for user, is_told in [(other, False), (resident, True)]:
        with app_login(), database.role("resident", user.pk), connection.cursor() as cursor:
            assert CaseFile.objects.get().restricted_at is None  # it is not asked
            assert RightsRequest.objects.exists() is is_told
            cursor.execute("SELECT casework_restricted_since(%s)", [family.case_file.pk])
            assert (cursor.fetchone()[0] is not None) is is_told
    with (
        pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(),
        app_login(), database.role("resident", other.pk), connection.cursor() as cursor,
    ):  # fmt: skip
        cursor.execute("SELECT restricted_at FROM casework_casefile")


def test_what_is_written_is_for_the_table_and_nobody_says_it_is_read(
    apart, restricted, family, other, as_user
):
    """The table reads nothing meanwhile, so the form may not promise that it does."""
    page = words(as_user(other).get(f"{family.own_url}bericht/"))
    assert "kan dit lezen" not in page
    assert "Heeft het haast? Bel dan" in page


def test_who_answers_is_told_to_keep_it_from_the_others(asked, as_user, privacy_officer):
    page = words(as_user(privacy_officer).get(f"/toezicht/rechten/{asked.pk}/"))
    assert "Vraag het hun niet als het niet veilig is" in page
