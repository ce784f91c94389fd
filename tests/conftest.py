"""The cast of every test, and a client that runs exactly as the web process does.

The tests connect as the superuser of the embedded PostgreSQL, to lay out a world. A request of
`as_user(...)` or `stranger` runs with the session authorization of `wijkteam_app`, so that
grants and policies are as real as in production.
"""

import gc
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg2
import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import cache, caches
from django.db import connection
from django.db.models.signals import post_migrate
from django.test import Client
from django.utils import translation

from tests import factories
from wijkteam.choices import Role
from wijkteam.management.commands.database_roles import statements
from wijkteam.management.commands.sync_roles import sync
from wijkteam.models import Team, User


def pytest_configure() -> None:
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
    # Every new client loads the middleware: it would read through all static files each time.
    settings.WHITENOISE_AUTOREFRESH = True
    # Two workers share one Redis: each forgets only what is its own.
    settings.CACHES["default"]["KEY_PREFIX"] = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    settings.MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="wijkteam-media-"))
    settings.SECOND_FACTOR_REQUIRED = False  # its own tests turn it on
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_finish() -> None:
    """What is there now stays: Python need not go through it again and again for what can go."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """The roles of the cluster must be there before the first migration grants them anything."""
    options = connection.get_connection_params()
    server = psycopg2.connect(
        host=options.get("host"), port=options.get("port"), user=options["user"],
        password=options.get("password"), dbname="postgres",
    )  # fmt: skip
    server.autocommit = True
    with server.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(20261122)")
        for line in statements("postgres"):
            cursor.execute(line)
    server.close()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """A test with real transactions empties the tables after itself, the groups too: whenever
    Django fills in its permissions again, the roles get theirs."""
    last = list(apps.get_app_configs())[-1]
    post_migrate.connect(lambda **_said: sync(), sender=last, weak=False)
    with django_db_blocker.unblock():
        sync()


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """Rate limits and pages of one test do not reach the next."""
    cache.delete_pattern("*")
    caches["pages"].clear()
    caches["teams"].clear()


@pytest.fixture(autouse=True)
def _our_language() -> None:
    """Nor does the language in which a page of one test was read."""
    translation.activate(settings.LANGUAGE_CODE)


@contextmanager
def app_login() -> Iterator[None]:
    """Be `wijkteam_app`, the login of the web process, on this test's connection."""
    with connection.cursor() as cursor:
        cursor.execute("SET SESSION AUTHORIZATION wijkteam_app")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET SESSION AUTHORIZATION")


class LockedClient(Client):
    """A browser whose requests meet the locks of the database."""

    def request(self, **request):
        with app_login():
            return super().request(**request)


def client_of(user: User) -> LockedClient:
    client = LockedClient()
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


@pytest.fixture
def stranger(db) -> Client:
    return LockedClient()


@pytest.fixture
def as_user(db) -> Callable[[User], LockedClient]:
    return client_of


@pytest.fixture
def team(db) -> Team:
    """Wijkteam Zonnewijk: postcode 1311 AB."""
    return factories.team("Wijkteam Zonnewijk", postcode="1311AB", is_default=True)


@pytest.fixture
def other_team(db) -> Team:
    """Wijkteam Oude Haven: postcode 1321 AB."""
    return factories.team("Wijkteam Oude Haven", postcode="1321AB")


@pytest.fixture
def professional(team: Team) -> User:
    """Sanne, of Wijkteam Zonnewijk."""
    return factories.user("Sanne de Wit", Role.PROFESSIONAL, team=team, phone="0201234501")


@pytest.fixture
def colleague(team: Team) -> User:
    """Youssef, of the same team."""
    return factories.user("Youssef Amrani", Role.PROFESSIONAL, team=team, phone="0201234502")


@pytest.fixture
def outsider(other_team: Team) -> User:
    """Iris, of another team."""
    return factories.user("Iris Bakker", Role.PROFESSIONAL, team=other_team)


@pytest.fixture
def partner(db) -> User:
    """Femke, of the school."""
    return factories.user(
        "Femke Smit", Role.PARTNER, organisation=factories.organisation("De Regenboog", "school")
    )


@pytest.fixture
def resident(db) -> User:
    """Mark, who asks for a conversation."""
    return factories.user("Mark Jansen", Role.RESIDENT)


@pytest.fixture
def contact(db) -> User:
    return factories.user("Ria van der Berg", Role.CONTACT)


@pytest.fixture
def team_lead(team: Team) -> User:
    return factories.user("Lotte Vos", Role.TEAM_LEAD, team=team)


@pytest.fixture
def municipality(db) -> User:
    return factories.user("Wethouder De Boer", Role.MUNICIPALITY)


@pytest.fixture
def privacy_officer(db) -> User:
    return factories.user("Karim Haddad", Role.PRIVACY_OFFICER)


@pytest.fixture
def manager(db) -> User:
    return factories.user("Anouk Willems", Role.MANAGER, is_staff=True)
