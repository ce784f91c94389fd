"""Every request runs as the visitor's role of the database, in one transaction."""

import pytest
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpResponse
from django.test import override_settings
from django.urls import include, path

from wijkteam import database
from wijkteam.models import Organisation, User
from wijkteam.roles import DATABASE_ROLE, STRANGER


@login_not_required
def who(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, session_user, current_setting('wijkteam.user_id')")
        return HttpResponse(" ".join(cursor.fetchone()))


@login_not_required
def fails(request):
    Organisation.objects.create(name="half werk", kind="other")
    raise RuntimeError


urlpatterns = [
    path("who/", who),
    path("inloggen/who/", who),
    path("fails/", fails),
    path("", include("wijkteam.urls")),
]
here = override_settings(ROOT_URLCONF=__name__)


def current_role() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('role')")
        return cursor.fetchone()[0]


@here
def test_a_stranger_is_the_public_role(stranger):
    assert stranger.get("/who/").content.decode().split() == [STRANGER, "wijkteam_app"]


@here
def test_everyone_is_the_role_of_their_work(
    as_user, resident, professional, partner, contact, team_lead, municipality, privacy_officer,
    manager,
):  # fmt: skip
    cast = [resident, professional, partner, contact, team_lead, municipality, privacy_officer]
    for user in [*cast, manager]:
        answer = as_user(user).get("/who/").content.decode().split()
        assert answer == [DATABASE_ROLE[user.role], "wijkteam_app", str(user.pk)]


@here
def test_signing_in_stays_the_login_of_the_app(as_user, professional):
    answer = as_user(professional).get("/inloggen/who/").content.decode().split()
    assert answer[:2] == ["wijkteam_app", "wijkteam_app"]


@here
def test_the_role_ends_with_the_request(as_user, professional):
    as_user(professional).get("/who/")
    assert current_role() == "none"


@here
def test_a_view_that_fails_keeps_nothing_and_leaves_no_role(as_user, manager):
    client = as_user(manager)
    client.raise_request_exception = False
    assert client.get("/fails/").status_code == 500
    assert current_role() == "none"
    assert not Organisation.objects.filter(name="half werk").exists()


def test_roles_nest_and_come_back(db, professional):
    with database.role("worker"):
        with database.role("professional", professional.pk):
            assert current_role() == "wijkteam_professional"
        assert current_role() == "wijkteam_worker"
    assert current_role() == "none"


@here
def test_colleagues_are_read_without_their_password(professional, colleague):
    with database.role("professional", professional.pk):
        seen = User.objects.get(pk=colleague.pk)
        assert (seen.name, seen.password) == ("Youssef Amrani", "")
        with pytest.raises(Exception, match="permission denied"), connection.cursor() as cursor:
            cursor.execute("SELECT password FROM wijkteam_user")
        connection.set_rollback(True)
    assert User.objects.get(pk=colleague.pk).password
