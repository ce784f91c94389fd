"""My case files: whose tables, in which order, found by what, and written down."""

from datetime import timedelta

import pytest
from django.utils import timezone

from casework.models import CaseFile
from tests import factories
from tests.casework.browser import words
from tests.casework.counting import queries
from wijkteam.models import AccessLog

URL = "/werk/dossiers/"


def test_only_own_tables_newest_change_first(family, as_user, professional, team, outsider):
    factories.case_file(professional, team, name="Gezin Bos", number="14")
    factories.case_file(outsider, outsider.teams.get(), name="Gezin Vreemd", number="16")
    CaseFile.objects.filter(pk=family.case_file.pk).update(
        changed_at=timezone.now() + timedelta(minutes=1)
    )
    page = words(as_user(professional).get(URL))
    assert page.index("Gezin Jansen") < page.index("Gezin Bos")
    assert "Gezin Vreemd" not in page


def test_a_row_tells_goals_and_what_is_late(family, as_user, professional, partner):
    page = words(as_user(professional).get(URL))
    assert "2 doelen lopen" in page
    assert "1 afspraak te laat" in page
    assert "u bent regisseur" in page
    theirs = words(as_user(partner).get(URL))
    assert "1 doel loopt" in theirs
    assert "te laat" not in theirs
    assert "regisseur <bdi>Sanne de Wit" in theirs


@pytest.mark.parametrize(
    "asked",
    [
        "jansen",
        "Lindeplein",
        "Lindeplein 12",
        "linde jans",
        "noor",
    ],
)
def test_found_by_name_street_or_someone_of_the_family(family, as_user, professional, asked):
    assert "Gezin Jansen" in words(as_user(professional).get(URL, {"zoek": asked}))


@pytest.mark.parametrize(
    "asked", ["pietersen", "jansen pietersen", "Lindeplein 14", "\x00", "%", "'; --"]
)
def test_not_found_says_so(family, as_user, professional, asked):
    response = as_user(professional).get(URL, {"zoek": asked})
    assert response.status_code == 200
    if asked.strip("\x00"):
        assert "niemand gevonden" in words(response)


def test_search_finds_nothing_at_tables_of_others(family, as_user, outsider):
    page = words(as_user(outsider).get(URL, {"zoek": "jansen"}))
    assert "niemand gevonden" in page


def test_every_row_is_a_look_and_a_hit_is_a_search(family, as_user, professional):
    client = as_user(professional)
    client.get(URL)
    client.get(URL, {"zoek": "jansen"})
    client.get(URL, {"zoek": "pietersen"})
    rows = AccessLog.objects.filter(household_id=family.case_file.household_id)
    assert list(rows.order_by("at").values_list("act", "part")) == [
        ("bekeken", "lijst"), ("gezocht", "lijst"),
    ]  # fmt: skip


def test_an_empty_table_says_what_to_do(as_user, professional, partner):
    assert "Naar de verzoeken" in words(as_user(professional).get(URL))
    assert "Zodra iemand u vraagt" in words(as_user(partner).get(URL))


def test_closed_files_stand_apart(family, as_user, professional):
    family.case_file.close(professional, "Het gaat weer.")
    client = as_user(professional)
    assert "Gezin Jansen" not in words(client.get(URL))
    assert "Gezin Jansen" in words(client.get(URL, {"afgesloten": "on"}))


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", ""])
def test_any_page_number_gives_a_page(family, as_user, professional, page):
    response = as_user(professional).get(URL, {"page": page})
    assert response.status_code == 200
    assert "Gezin Jansen" in words(response)


def test_as_many_queries_for_one_file_as_for_many(family, as_user, professional, team):
    client = as_user(professional)
    client.get(URL)
    with queries() as one:
        client.get(URL)
    for number in range(20, 60):
        factories.case_file(professional, team, name=f"Gezin {number}", number=str(number))
    with queries() as many:
        client.get(URL)
    assert len(one) == len(many) <= 15, "\n".join(sql[:160] for sql in one)
