"""The municipality's own site, as a process of its own beside the portal (docs/running.md)."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.browser.portal import ROOT, Portal, environment, free_port
from wijkteam.embedded import Embedded
from wijkteam.processes import tied, wait_until
from wijkteam.roles import SITE_LOGIN

SECRET_KEY = "another-key-than-that-of-the-portal-itself"  # noqa: S105 - of a test


def answers(address: str) -> bool:
    try:
        return urlopen(f"{address}/healthz", timeout=2).status == 200
    except URLError:
        return False


@contextmanager
def own_site(portal: Portal) -> Iterator[str]:
    """Its address, from when it answers until the end of the block."""
    port, services = free_port(), Embedded(portal.data)
    address = f"http://localhost:{port}"
    settings = {
        "SITE": "monitor", "DEMO": "1", "SECRET_KEY": SECRET_KEY, "BASE_URL": address,
        "DATABASE_URL": services.url(SITE_LOGIN), "REDIS_URL": services.redis_url,
        "DJANGO_SETTINGS_MODULE": "wijkteam.settings",
    }  # fmt: skip
    process = subprocess.Popen(
        [str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--port", str(port),
         "--blocking-threads", "2", "--no-ws", "wijkteam.wsgi:application"],
        cwd=ROOT, env=environment(portal.data, port) | settings, preexec_fn=tied(),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        assert wait_until(lambda: answers(address), seconds=60), "the site does not start"
        yield address
    finally:
        process.terminate()
        process.wait(20)
