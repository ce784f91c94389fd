"""What every web process keeps in memory: nothing that only a release or a rare page needs."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
# The solver of the rounding (with numpy), the maker of PDFs, what reads PDFs and pictures.
HEAVY = ["highspy", "numpy", "weasyprint", "pypdf", "PIL"]
WEB_PROCESS = f"""
import sys
import wijkteam.wsgi
from django.urls import get_resolver

def walk(resolver):
    return sum(walk(one) if hasattr(one, "url_patterns") else callable(one.callback)
               for one in resolver.url_patterns)

assert walk(get_resolver()) > 100
print(*[name for name in {HEAVY} if name in sys.modules])
"""


def test_a_web_process_loads_no_solver_and_no_maker_of_pdfs() -> None:
    env = os.environ | {"DJANGO_SETTINGS_MODULE": "wijkteam.settings"}
    command = [sys.executable, "-W", "ignore", "-c", WEB_PROCESS]
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
