"""What runs in production imports nothing that only the demo or the tests install."""

import os
import re
import subprocess
import sys
from importlib.metadata import packages_distributions

from tests.browser.portal import ROOT

# Every command, web, worker and their pages, in a Python that does not find the others.
LOAD = """
import sys
for name in sys.argv[1:]:
    sys.modules[name] = None
from importlib import import_module
import wijkteam.wsgi, wijkteam.celery
from django.core.management import get_commands
from django.urls import get_resolver
get_resolver().url_patterns
wijkteam.celery.app.loader.import_default_modules()
ours = ("wijkteam", "network", "casework", "intake", "monitor")
for name, app in get_commands().items():
    if app in ours and name not in NOT_THERE:
        import_module(f"{app}.management.commands.{name}")
"""
# Commands for whoever builds: they read parts of npm, or catalogues.
NOT_THERE = ["build_look", "makemessages", "untranslated"]


def named(file: str) -> set[str]:
    lines = (ROOT / "requirements" / file).read_text().splitlines()
    found = (re.match(r"([A-Za-z0-9._-]+)==", line) for line in lines)
    return {re.sub(r"[-_.]+", "-", name[1]).lower() for name in found if name}


def test_every_module_loads_with_the_packages_of_production_alone():
    others = (named("dev.txt") | named("demo.txt")) - named("base.txt")
    away = [
        module
        for module, names in packages_distributions().items()
        if {re.sub(r"[-_.]+", "-", name).lower() for name in names} <= others
    ]
    assert "psutil" in away
    done = subprocess.run(
        [sys.executable, "-c", LOAD.replace("NOT_THERE", repr(NOT_THERE)), *away],
        cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert not done.returncode, done.stderr[-2000:]
