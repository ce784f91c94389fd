"""Settings that refuse, roles that are complete, hours in words, postcodes read in."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from wijkteam import env
from wijkteam.choices import Role
from wijkteam.models import Postcode
from wijkteam.roles import DATABASE_ROLE, PERMISSIONS

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize(
    ("reader", "value"),
    [(env.boolean, "maybe"), (lambda name: env.number(name, 1), "-3"), (env.secret, "short")],
)
def test_an_odd_setting_refuses_and_says_which(monkeypatch, reader, value):
    monkeypatch.setenv("ODD", value)
    with pytest.raises(ImproperlyConfigured, match="ODD"):
        reader("ODD")


def test_a_missing_setting_says_where_to_look(monkeypatch):
    monkeypatch.delenv("ODD", raising=False)
    with pytest.raises(ImproperlyConfigured, match="docs/running.md"):
        env.text("ODD")


def test_every_role_has_its_place_in_both_tables():
    assert set(DATABASE_ROLE) == set(PERMISSIONS) == set(Role.values)


def test_every_own_permission_is_given_to_someone(db):
    own = {
        f"{p.content_type.app_label}.{p.codename}"
        for p in Permission.objects.select_related("content_type")
        if p.content_type.app_label in {"wijkteam", "network", "casework", "intake", "monitor"}
        and p.codename.split("_")[0] not in {"add", "delete", "change", "view"}
    }
    given = {codename for codenames in PERMISSIONS.values() for codename in codenames}
    on_one_object = {"casework.write_casefile", "casework.coordinate_casefile"}
    assert own - given - on_one_object == set()
    assert Group.objects.count() >= len(Role.values)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ((2026, 11, 23, 10, 0), "nu open, tot 17.00 uur"),
        ((2026, 11, 23, 8, 0), "vandaag open vanaf 09.00 uur"),
        ((2026, 11, 23, 18, 0), "nu dicht, morgen weer vanaf 09.00 uur"),
        ((2026, 11, 21, 12, 0), "nu dicht, maandag weer vanaf 09.00 uur"),
        ((2026, 12, 25, 12, 0), "nu dicht, maandag weer vanaf 09.00 uur"),  # Christmas, Friday
    ],
)
def test_hours_in_words(team, moment, words):
    assert team.hours_now(datetime(*moment, tzinfo=AMSTERDAM)) == words


@pytest.mark.parametrize(
    ("hour", "words"), [(8, "vandaag inloop van 13.00 tot 17.00 uur"), (17, ""), (20, "")]
)
def test_a_door_that_closed_is_not_offered(team, monkeypatch, hour, words):
    team.hours.create(kind="walk_in", weekday="0", opens=time(13), closes=time(17))
    moment = datetime(2026, 11, 23, hour, tzinfo=AMSTERDAM)
    monkeypatch.setattr(timezone, "now", lambda: moment)
    assert team.walk_in == words


@pytest.mark.parametrize(
    ("hour", "phone", "door"),
    [
        (8, "vandaag open vanaf 09.00 uur", "van 09.00 tot 12.00 en van 13.00 tot 17.00 uur"),
        (11, "nu open, tot 12.00 uur", "van 09.00 tot 12.00 en van 13.00 tot 17.00 uur"),
        (12, "vandaag open vanaf 13.00 uur", "van 13.00 tot 17.00 uur"),
        (16, "nu open, tot 17.00 uur", "van 13.00 tot 17.00 uur"),
        (17, "nu dicht, morgen weer vanaf 09.00 uur", ""),
    ],
)
def test_closed_for_lunch(team, monkeypatch, hour, phone, door):
    team.hours.filter(weekday="0").delete()
    for kind in ("phone", "walk_in"):  # the afternoon first: the order of entry does not matter
        team.hours.create(kind=kind, weekday="0", opens=time(13), closes=time(17))
        team.hours.create(kind=kind, weekday="0", opens=time(9), closes=time(12))
    moment = datetime(2026, 11, 23, hour, tzinfo=AMSTERDAM)
    monkeypatch.setattr(timezone, "now", lambda: moment)
    assert team.hours_now() == phone
    assert team.walk_in == (f"vandaag inloop {door}" if door else "")


def test_postcodes_are_read_in_twice_without_harm(team, tmp_path, capsys):
    code = team.neighbourhoods.get().code
    file = tmp_path / "pc6.csv"
    figures = code.removeprefix("WK").lstrip("0")
    file.write_text(
        f"PC6;Huisnummer;Buurt2026;Wijk2026\n1311AC;1;{figures}01;{figures}\n"
        "1311 ad;2;x;" + code + "\n9999ZZ;1;1;999999\nfout;1;1;" + code + "\n",
        encoding="utf-8",
    )
    for _time in range(2):
        call_command("import_postcodes", str(file))
        assert "2 postcodes ingelezen, 1 van elders, 1 onleesbaar" in capsys.readouterr().out
    assert Postcode.objects.count() == 3
    assert Postcode.neighbourhood_of("1311 ad").team == team
    assert Postcode.neighbourhood_of("0000 XX") is None


def test_a_file_with_other_columns_is_refused(db, tmp_path):
    file = tmp_path / "pc6.csv"
    file.write_text("a;b\n1;2\n")
    with pytest.raises(CommandError, match="PC6"):
        call_command("import_postcodes", str(file))


@pytest.mark.django_db
@pytest.mark.parametrize(("moment", "here"), [
    ("2026-11-26 23:30+00", "2026-11-27 00:30"), ("2026-06-30 22:30+00", "2026-07-01 00:30"),
])  # fmt: skip
def test_the_database_knows_which_day_it_is_here(moment, here):
    with connection.cursor() as cursor:
        cursor.execute("SELECT wijkteam_local(%s::timestamptz)::text", [moment])
        assert cursor.fetchone()[0] == f"{here}:00"
        cursor.execute("SELECT wijkteam_today()")
        assert cursor.fetchone()[0] == timezone.localdate()


def test_no_lock_counts_days_in_utc():
    """Between midnight here and midnight there `current_date` is yesterday."""
    for app in ["wijkteam", "network", "casework", "intake", "monitor"]:
        for file in (settings.BASE_DIR / app).glob("locks*.sql"):
            assert "current_date" not in file.read_text().lower(), file
