"""S6: the monitor's front page, beside a static file of about its size from the same server."""

from itertools import repeat
from pathlib import Path
from statistics import median

from django.conf import settings
from django.test import Client

from tests.bench import load
from tests.bench.figures import Figure, note
from tests.browser.portal import Portal
from wijkteam.choices import Role
from wijkteam.models import User

ROUNDS, SECONDS = 3, 3.0
PATH = "/monitor/"


def measure(portal: Portal) -> list[Figure]:
    port = int(portal.address.rsplit(":", 1)[1])
    client = Client(HTTP_HOST="localhost")
    user = User.objects.filter(role=Role.MUNICIPALITY).order_by("pk")[0]
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    page = client.get(PATH)
    assert page.status_code == 200
    size = len(page.content)
    # As a browser would: with what the page before left in it.
    cookies = "; ".join(f"{name}={one.value}" for name, one in client.cookies.items())
    paths = {"page": (PATH, cookies), "file": (nearest(size), "")}
    speeds: dict[str, list[float]] = {name: [] for name in paths}
    for number in range(-1, ROUNDS):
        for name, (path, sent) in paths.items():
            asked = load.get(port, path, sent)
            outcome = load.send(port, repeat(asked), SECONDS if number >= 0 else 1.0)
            assert set(outcome.answers) == {200}, (name, outcome.answers)
            speeds[name] += [outcome.per_second] * (number >= 0)
    speed = {name: median(found) for name, found in speeds.items()}
    note("S6 bytes", {"page": size, "file": paths["file"][0]})
    return [
        Figure(
            "S6", f"the monitor's front page, {size // 1000} kB", f"{speed['page']:.0f}/s",
            f"static file {speed['file']:.0f}/s", speed["page"] / speed["file"], ">= 0.3", " x",
        )
    ]  # fmt: skip


def nearest(size: int) -> str:
    """The file that is served as it is and comes nearest in size."""
    root = Path(settings.STATIC_ROOT)
    files = [path for kind in ("css", "js", "svg") for path in root.rglob(f"*.{kind}")]
    found = min(files, key=lambda path: abs(path.stat().st_size - size))
    return f"{settings.STATIC_URL}{found.relative_to(root)}"
