"""Whoever may no longer read the front page never gets the one that is kept."""

import time
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.db import connection
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from tests.conftest import app_login
from tests.monitor.test_kept import URL, reader, statements
from wijkteam.choices import Role
from wijkteam.models import User

__all__ = ["reader"]


def only(user: User) -> QuerySet[User]:
    return User.objects.filter(pk=user.pk)


def test_signed_out_here_and_elsewhere(reader):
    Session.objects.all().delete()
    answer = reader.get(URL)
    assert answer.status_code == 302
    assert "/inloggen/" in answer["Location"]


def test_the_button_to_sign_out(reader):
    cookies = reader.cookies.output()
    reader.post(reverse("account_logout"))
    assert reader.get(URL).status_code == 302
    reader.cookies.load(cookies.replace("Set-Cookie: ", ""))  # a copy of the cookie opens nothing
    assert reader.get(URL).status_code == 302


def test_an_account_that_was_closed(reader, municipality):
    only(municipality).update(is_active=False)
    assert reader.get(URL).status_code == 302


def test_another_password(reader, municipality):
    municipality.set_password("een heel ander wachtwoord")
    municipality.save()
    assert reader.get(URL).status_code == 302


def test_another_role(reader, municipality, resident):
    only(municipality).update(role=Role.RESIDENT)
    municipality.groups.set(resident.groups.all())
    assert reader.get(URL).status_code == 403


def test_a_right_that_was_taken_from_the_role(reader, municipality):
    Group.objects.get(user=municipality).permissions.clear()
    assert reader.get(URL).status_code == 403


def test_another_name_shows(reader, municipality):
    only(municipality).update(name="Wethouder Nieuw")
    assert "Wethouder Nieuw" in reader.get(URL).content.decode()


def test_a_session_of_which_the_day_has_come(reader):
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert reader.get(URL).status_code == 302


def test_who_was_away_too_long(reader, settings, monkeypatch):
    later = time.time() + settings.IDLE_MINUTES_PROFESSIONAL * 60 + 5
    monkeypatch.setattr(time, "time", lambda: later)
    assert reader.get(URL).status_code == 302


def test_after_a_working_day(reader, settings, monkeypatch):
    """However busy: what is kept ends with the session, also within its minute."""
    began = time.time()
    session = reader.session
    session["since"] -= settings.LONGEST_HOURS * 3600 - 10
    session.save()
    reader.get(URL)
    assert len(statements(reader)) == 1
    monkeypatch.setattr(time, "time", lambda: began + 12)
    assert reader.get(URL).status_code == 302


def test_the_clock_of_the_session_goes_on(reader, monkeypatch):
    """Kept for a minute: then the whole road, which notes that somebody is still there."""
    seen = reader.session["seen"]
    monkeypatch.setattr(time, "time", lambda: seen + 62.0)
    reader.get(URL)
    assert reader.session["seen"] == seen + 62


def test_a_second_factor_that_must_be_made_first(reader, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    caches["pages"].clear()  # a setting changes with a new process
    answer = reader.get(URL)
    assert answer.url == "/inloggen/extra/totp/activate/"


def test_a_second_factor_that_was_taken_away(reader, municipality, settings):
    device = Authenticator.objects.create(user=municipality, type="totp", data={"secret": ""})
    settings.SECOND_FACTOR_REQUIRED = True
    reader.get(URL)
    assert len(statements(reader)) == 1
    device.delete()
    assert reader.get(URL).url == "/inloggen/extra/totp/activate/"


def test_a_postcode_shows_its_own_team(reader, other_team):
    reader.post("/", {"postcode": "1321 AB"})
    assert len(statements(reader)) > 1
    assert len(statements(reader)) > 1


@pytest.mark.parametrize(
    "change",
    [{"HTTP_ACCEPT_LANGUAGE": "en"}, {"HTTP_HOST": "127.0.0.1"}, {"HTTP_HX_REQUEST": "true"}],
)
def test_another_question_gets_another_answer(reader, change):
    reader.defaults |= change
    assert len(statements(reader)) > 1


def test_words_behind_the_address_walk_the_whole_road(reader):
    assert len(statements(reader, f"{URL}?x=1")) > 1


def test_a_host_that_is_not_ours(reader):
    assert reader.get(URL, HTTP_HOST="elsewhere.example").status_code == 400


def test_the_own_site_asks_about_its_own_people_only(municipality, professional):
    asked = "SELECT monitor_reader(%s), monitor_reader(%s), monitor_stamp()"
    with connection.cursor() as cursor:
        cursor.execute("SET SESSION AUTHORIZATION wijkteam_monitor")
        cursor.execute(asked, [municipality.pk, professional.pk])
        reader, other, stamp = cursor.fetchone()
        cursor.execute("RESET SESSION AUTHORIZATION")
    assert reader
    assert stamp
    assert other is None


def test_the_answers_are_hashes_and_no_role_asks_them(municipality, professional):
    with app_login(), connection.cursor() as cursor:
        cursor.execute("SELECT monitor_reader(%s), monitor_stamp()", [municipality.pk])
        assert all(len(one) == 64 for one in cursor.fetchone())
    for name in ("monitor_reader(bigint)", "monitor_stamp()"):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT rolname FROM pg_roles WHERE NOT rolsuper AND rolname LIKE 'wijkteam%%'"
                " AND has_function_privilege(oid, %s, 'execute')", [name],
            )  # fmt: skip
            may = {row[0] for row in cursor.fetchall()}
        assert may - {"wijkteam_owner"} == {"wijkteam_app", "wijkteam_monitor"}
