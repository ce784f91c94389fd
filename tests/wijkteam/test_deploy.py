"""In production shape Django's own list of what must be right for the internet finds nothing."""

import os
import subprocess
import sys

import pytest

from tests.browser.portal import ROOT

PRODUCTION = {
    "PRODUCTION": "1",
    "SECRET_KEY": "uY7-kQ2w_Zx9RmB4tL8sVn3cPd6fGh1jKa5eXo0iWqTy-EuMzN",
    "ALLOWED_HOSTS": "portaal.example",
    "BASE_URL": "https://portaal.example",
    "DATABASE_URL": "postgresql:///none",
    "REDIS_URL": "unix:///none",
    "DEMO": "0",
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
     ("MONITOR_REPLICA", "http://copy"),
     ("SITE", "monitor")],  # the last: with a login of the database that can be more
)  # fmt: skip
def test_an_odd_value_does_not_start_and_is_named(name: str, value: str) -> None:
    done = check(**{name: value})
    assert done.returncode
    assert name in done.stderr
