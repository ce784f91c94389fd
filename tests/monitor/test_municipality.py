"""The municipality sees what was released, says the page, and the database agrees."""

import re

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client

from monitor.models import Publication, PublishedCell
from tests import factories
from tests.page import check_page, words
from wijkteam import database

URL = "/monitor/"
RELEASED = {
    "monitor_publication", "monitor_publishedcell", "monitor_publishedmark", "monitor_pilotmark",
    "monitor_story", "monitor_remark",
    "monitor_pilot", "monitor_pilot_neighbourhoods", "monitor_question", "monitor_questionnaire",
    "network_outline", "network_publicplace",  # for anyone
    "casework_forwardedstuckpoint",  # put to it, for a reply
}  # fmt: skip


def test_without_a_release_the_page_says_so(as_user, municipality, team):
    factories.request(team)
    page = words(as_user(municipality).get(URL))
    assert "Er is nog niets gepubliceerd." in page
    assert "U ziet nooit om wie het gaat." in page
    assert "<table" not in page
    assert '<svg class="wt-chart"' not in page
    assert check_page(page) == []


def test_a_release_is_shown_as_it_was_frozen(as_user, municipality, release):
    client = as_user(municipality)
    assert "3e kwartaal 2026" in words(client.get(URL))
    page = words(client.get("/monitor/2026/3/"))
    assert re.search(
        r"<td[^>]*>15</td><td[^>]*><span[^>]*>0</span><span[^>]*> \(0 tot en met 4\)", page
    )
    assert '<td class="wt-number">niet gepubliceerd</td><td class="wt-number">5</td>' in page
    assert "Hoe komen mensen bij ons binnen?" in page
    assert "afgerond op vijftallen" in page
    assert check_page(page) == []


@pytest.mark.parametrize("when", ["2026/2", "2025/3", "0/0", "99999999999/1"])
def test_a_release_that_is_not_there(as_user, municipality, release, when):
    assert as_user(municipality).get(f"/monitor/{when}/").status_code == 404


def test_the_privacy_officer_looks_along(as_user, privacy_officer, release):
    assert as_user(privacy_officer).get("/monitor/2026/3/").status_code == 200


@pytest.mark.parametrize("who", ["contact", "resident", "manager"])
def test_needs_the_permission(as_user, request, release, who):
    client = as_user(request.getfixturevalue(who))
    for url in (URL, "/monitor/2026/3/"):
        assert client.get(url).status_code == 403


def test_sends_strangers_to_sign_in(release):
    for url in (URL, "/monitor/2026/3/"):
        assert Client().get(url).headers["Location"].startswith("/inloggen/")


def test_its_role_reads_of_our_floors_only_what_was_released_or_put_to_it(municipality, release):
    """Every table of the apps that know families, as the municipality's role."""
    open_tables = set()
    for app in ("network", "casework", "intake", "monitor"):
        for model in apps.get_app_config(app).get_models(include_auto_created=True):
            if readable(model._meta.db_table, municipality):
                open_tables.add(model._meta.db_table)
    assert open_tables == RELEASED


def readable(table: str, user) -> bool:
    try:
        with transaction.atomic(), database.role("municipality", user.pk):
            connection.cursor().execute(f'SELECT 1 FROM "{table}" LIMIT 1')
    except DatabaseError as error:
        return "permission denied" not in str(error)
    return True


@pytest.mark.parametrize(
    "role", ["municipality", "professional", "team_lead", "privacy_officer", "statistics", "worker"]
)
def test_nobody_changes_what_was_published(release, role):
    for statement in (
        "UPDATE monitor_publishedcell SET value = 3",
        "DELETE FROM monitor_publishedcell",
        "UPDATE monitor_publication SET quarter = 1",
        "DELETE FROM monitor_publication",
    ):
        denied = pytest.raises(DatabaseError, match="permission denied")
        with denied, transaction.atomic(), database.role(role):
            connection.cursor().execute(statement)


def test_two_people_sign_and_a_quarter_is_published_once(release, team_lead):
    with pytest.raises(IntegrityError, match="two_people"), transaction.atomic():
        Publication.objects.create(
            year=2026, quarter=4, signed_by=team_lead, confirmed_by=team_lead
        )
    with pytest.raises(IntegrityError, match="publication_once"), transaction.atomic():
        Publication.objects.create(
            year=2026, quarter=3, signed_by=release.signed_by, confirmed_by=release.confirmed_by
        )
    with pytest.raises(IntegrityError, match="published_cell_once"), transaction.atomic():
        PublishedCell.objects.create(
            publication=release, indicator="requests_by_route", row="West", column="web", value=1
        )
