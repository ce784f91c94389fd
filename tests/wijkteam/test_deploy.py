"""In production shape Django's own list of what must be right for the internet finds nothing."""

import os
import subprocess
import sys
from functools import partial

import pytest
from django.core.exceptions import ImproperlyConfigured

from tests.browser.portal import ROOT
from wijkteam import env

PRODUCTION = {
    "PRODUCTION": "1",
    "SECRET_KEY": "uY7-kQ2w_Zx9RmB4tL8sVn3cPd6fGh1jKa5eXo0iWqTy-EuMzN",
    "ALLOWED_HOSTS": "portaal.example",
    "BASE_URL": "https://portaal.example",
    "DATABASE_URL": "postgresql:///none",
    "REDIS_URL": "unix:///none",
    "DEMO": "0",
    "EMAIL_HOST": "mail.example",
    "FROM_EMAIL": "wijkteam@portaal.example",
    "MUNICIPALITY_NAME": "Gemeente Proefstad",
    "MUNICIPALITY_PHONE": "14 0200",
    "MUNICIPALITY_PROVINCE": "Flevoland",
}


def check(**more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT, env=os.environ | PRODUCTION | more, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_nothing_is_left_to_say() -> None:
    done = check()
    assert not done.returncode, done.stderr
    assert "no issues" in done.stdout


@pytest.mark.parametrize(
    ("name", "value"),
    [("DEMO", "1"), ("DEBUG", "1"), ("SECOND_FACTOR_REQUIRED", "0"), ("SECRET_KEY", "short"),
     ("DEMO", "perhaps"), ("IDLE_MINUTES_RESIDENT", "-1"), ("SITE", "elsewhere"),
     ("BASE_URL", "http://portaal.example"), ("ALLOWED_HOSTS", ""),
     ("SITE", "monitor")],  # the last: with a login of the database that can be more
)  # fmt: skip
def test_an_odd_value_does_not_start_and_is_named(name: str, value: str) -> None:
    done = check(**{name: value})
    assert done.returncode
    (line,) = done.stderr.strip().splitlines()
    assert name in line


@pytest.mark.parametrize(
    ("read", "value"),
    [(env.server, "http://copy"), (env.server, "copy:port"), (env.text, None), (env.text, " "),
     (env.words, ""), (partial(env.address, schemes=["postgresql"]), "mysql://me:secret@x/y"),
     (partial(env.address, schemes=["redis", "unix"]), ""), (env.function, "nowhere.send"),
     (env.function, "clam"), (env.function, "."), (env.boolean, "perhaps"), (env.secret, "short"),
     (partial(env.number, default=1), "1.5")],
)  # fmt: skip
def test_a_strict_reader_names_the_setting_and_no_password(read, value, monkeypatch):
    monkeypatch.delenv("ODD", raising=False)
    if value is not None:
        monkeypatch.setenv("ODD", value)
    with pytest.raises(ImproperlyConfigured, match="ODD") as refusal:
        read("ODD")
    assert "secret" not in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_right_value_is_read(monkeypatch):
    monkeypatch.setenv("RIGHT", "db2:5433")
    assert env.server("RIGHT") == {"HOST": "db2", "PORT": "5433"}
    monkeypatch.setenv("RIGHT", "wijkteam.sms.to_folder")
    assert env.function("RIGHT") == "wijkteam.sms.to_folder"
    assert env.function("NOT_SET") == ""
    assert env.server("NOT_SET") == {}
