"""Two people sign a release; after that nobody changes it, by whatever road."""

import random

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from monitor.making import make
from monitor.models import NotNow, Publication, PublishedCell, Release
from monitor.periods import Quarter
from tests.monitor import town
from wijkteam import database
from wijkteam.models import AccessLog
from wijkteam.roles import GROUP_ROLES

FIRST = Quarter(2025, 1)


@pytest.fixture
def ready(team) -> Release:
    town.fill(team, FIRST, 40, random.Random(1), town.neighbourhoods(team, 4))
    return town.made(FIRST)


@pytest.fixture
def leads(ready):
    return town.leads()


def past_the_triggers(statement: str) -> None:
    """As only the superuser of the cluster can."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(statement)
        cursor.execute("SET LOCAL session_replication_role = origin")


def test_one_signs_another_sets_and_the_hash_is_in_the_log(ready, leads):
    ready.sign(leads[0])
    made = ready.set(leads[1])
    assert made.is_whole
    assert len(made.hash) == 64
    assert list(AccessLog.objects.order_by("at").values_list("user_name", "act", "why")) == [
        ("Lotte Vos", "getekend", ""),
        ("Gerben Postma", "vastgesteld", f"sha256 {made.hash}"),
    ]
    frozen = made.cells.values_list("indicator", "row_key", "value")
    assert list(frozen) == list(ready.figures.values_list("indicator", "row_key", "value"))
    assert str(made) == "1e kwartaal 2025"


def test_the_counts_do_not_go_along(ready, leads):
    ready.sign(leads[0])
    ready.set(leads[1])
    assert "count" not in {field.name for field in PublishedCell._meta.get_fields()}
    for cell in PublishedCell.objects.exclude(value=None):
        assert cell.value % 5 == 0


def test_nobody_signs_for_both(ready, leads):
    ready.sign(leads[0])
    with pytest.raises(NotNow):
        ready.set(leads[0])
    with pytest.raises(IntegrityError, match="two_people"), transaction.atomic():
        Release.objects.filter(pk=ready.pk).update(set_by=leads[0])
    own = pytest.raises(DatabaseError, match="own name")
    with own, transaction.atomic(), database.role("team_lead", leads[0].pk):
        Release.objects.filter(pk=ready.pk).update(set_by=leads[1])
    assert not Publication.objects.exists()


def test_not_before_it_is_signed_and_not_twice(ready, leads):
    with pytest.raises(NotNow):
        ready.set(leads[1])
    ready.refresh_from_db()
    ready.sign(leads[0])
    ready.set(leads[1])
    again = Release.objects.get()
    for step in (lambda: again.set(leads[1]), lambda: again.sign(leads[1])):
        with pytest.raises(NotNow):
            step()
    assert Publication.objects.count() == 1


def test_given_back_it_is_counted_and_drawn_again_and_that_is_told(ready, leads):
    ready.sign(leads[0])
    ready.refuse(leads[1], "Er mist een wijk")
    assert AccessLog.objects.filter(act="teruggegeven", why="Er mist een wijk").exists()
    ready.move("waiting", signed_by=None, signed_at=None)
    make(ready)
    ready.refresh_from_db()
    assert (ready.state, ready.draws) == ("ready", 2)
    ready.sign(leads[0])
    assert ready.set(leads[1]).draws == 2


CHANGES = [
    "UPDATE monitor_publishedcell SET value = 3",
    "DELETE FROM monitor_publishedcell",
    "UPDATE monitor_publication SET quarter = 1",
    "DELETE FROM monitor_publication",
    "UPDATE monitor_publication SET hash = 'x'",
    "UPDATE monitor_releasefigure SET count = 3",
    "DELETE FROM monitor_countedfamilies",
    "UPDATE monitor_release SET signed_by_id = begun_by_id",
    "DELETE FROM monitor_release",
]


@pytest.mark.parametrize("statement", CHANGES)
def test_the_owner_of_the_tables_changes_nothing_either(ready, leads, statement):
    ready.sign(leads[0])
    ready.set(leads[1])
    with pytest.raises(DatabaseError, match="does not change"), transaction.atomic():
        connection.cursor().execute(statement)


def test_no_role_of_the_database_changes_what_was_set(ready, leads):
    """Each of them, the one that counts among them; a lead may write in a release, not in this."""
    ready.sign(leads[0])
    ready.set(leads[1])
    for role in GROUP_ROLES:
        for statement in CHANGES:
            denied = pytest.raises(DatabaseError, match="permission denied|does not change")
            with denied, transaction.atomic(), database.role(role, leads[0].pk):
                connection.cursor().execute(statement)


@pytest.mark.parametrize("role", sorted(set(GROUP_ROLES) - {"wijkteam_statistics"}))
def test_before_that_only_the_role_that_counts_writes_figures(ready, role):
    for statement in CHANGES[5:7]:
        denied = pytest.raises(DatabaseError, match="permission denied")
        with denied, transaction.atomic(), database.role(role):
            connection.cursor().execute(statement)


def test_a_later_transaction_adds_no_figure(ready, leads):
    ready.sign(leads[0])
    made = ready.set(leads[1])
    past_the_triggers("UPDATE monitor_publication SET frozen_at = frozen_at - interval '1 day'")
    grows = pytest.raises(DatabaseError, match="does not grow")
    with grows, transaction.atomic(), database.role("statistics"):
        PublishedCell.objects.create(publication=made, indicator="x", row="x", value=1)


def test_whose_hash_no_longer_fits_is_seen(ready, leads):
    ready.sign(leads[0])
    made = ready.set(leads[1])
    past_the_triggers("UPDATE monitor_publishedcell SET value = value + 5 WHERE value = 5")
    assert not made.is_whole


def test_the_quarters_follow_one_another(ready, leads):
    assert Release.objects.next_quarter() < Quarter(2030, 1)
    ready.sign(leads[0])
    ready.set(leads[1])
    assert Release.objects.next_quarter() == FIRST.following
    found = Release.objects.begin(leads[0])
    assert Release.objects.begin(leads[1]) == found
    assert (found.year, found.quarter, found.state) == (2025, 2, "waiting")


def test_a_quarter_that_still_runs_is_not_counted(team, leads):
    now = Quarter.of(timezone.localdate())
    Release.objects.all().delete()
    last = now.previous
    Release.objects.create(
        year=last.year, quarter=last.quarter, begun_by=leads[0], state="set",
        signed_by=leads[0], set_by=leads[1], set_at=timezone.now(),
    )  # fmt: skip
    with pytest.raises(NotNow):
        Release.objects.begin(leads[0])


def test_who_does_not_sign_sees_no_release_in_the_making(ready, leads, professional, municipality):
    assert list(Release.objects.visible_to(leads[0])) == [ready]
    for user in (professional, municipality):
        assert not Release.objects.visible_to(user).exists()
