"""`make bench`: how quick, how light and how short, each beside a reference of the same run.

SIZE is town (10,000 families, the default), city (100,000) or metropolis (1,000,000); hamlet is
for trying the bench itself. Words after the command choose: `python -m tests.bench S1 S2`. Prints
a table and writes bench.json, which keeps the last figures of every size.
"""

import json
import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import django

from tests.bench.figures import NOTES, Figure, table
from tests.browser.portal import OURS, ROOT, Portal, running
from wijkteam.embedded import Embedded, secret_key

BENCH = ROOT / "bench.json"
PAGE = "S2 page, ms"
SIZES = {"hamlet": 500, "town": 10_000, "city": 100_000, "metropolis": 1_000_000}
# figure -> the module that measures it
MEASURES = {
    "S1": "requests",
    "S2": "files",
    "S3": "pages",
    "S4": "pages",
    "S5": "pages",
    "S6": "front",
    "S7": "release",
    "S8": "weight",
    "S9": "memory",
    "S10": "pages",
    "T": "burden",
    "R": "reading",
}


def measures(chosen: list[str]) -> list[Callable[[Portal], list[Figure]]]:
    names = {one if one in MEASURES else one[:1] for one in chosen} or set(MEASURES)
    names |= {"R"} if "T" in names else set()  # T3, T4 and T7 look at every page
    unknown = names - set(MEASURES)
    if unknown:
        raise SystemExit(f"Unknown: {', '.join(unknown)}. Known: {', '.join(MEASURES)}.")
    modules = dict.fromkeys(MEASURES[name] for name in MEASURES if name in names)
    return [import_module(f"tests.bench.{module}").measure for module in modules]


def use(portal: Portal) -> None:
    """Be a process of this portal: its database as the web signs in, its keys."""
    services = Embedded(portal.data)
    os.environ |= {
        "DATABASE_URL": services.app_url,
        "REDIS_URL": services.redis_url,
        "SECRET_KEY": secret_key(portal.data),
        "DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "wijkteam.settings",
    }
    django.setup()


def main() -> None:
    size = os.environ.get("SIZE", "town")
    if size not in SIZES:
        raise SystemExit(f"SIZE is {size!r}: expected {', '.join(SIZES)}.")
    for name in OURS:
        os.environ.pop(name, None)
    os.environ["TRUSTED_PROXY_COUNT"] = "1"
    data = Path(os.environ.get("BENCH_DATA", ROOT / ".data" / "bench")) / size
    figures: list[Figure] = []
    try:
        with running(data.resolve(), str(SIZES[size])) as portal:
            use(portal)
            for measure in measures(sys.argv[1:]):
                figures += measure(portal)
        figures += growth(size)
    finally:  # what was measured is shown, also when a later measure fails
        print(f"\n{size}: {SIZES[size]} families, {os.cpu_count()} cores\n\n{table(figures)}\n")
        keep(size, figures)


def known() -> dict[str, Any]:
    return json.loads(BENCH.read_text()) if BENCH.exists() else {}


def growth(size: str) -> list[Figure]:
    """How much more work the page of my case files is than in the town of the last run."""
    before = known().get("town", {}).get("notes", {}).get(PAGE)
    now = NOTES.get(PAGE)
    if size == "town" or not before or not now:
        return []
    here, there = f"{now:.1f} ms", f"town {before:.1f} ms"
    return [Figure("S2", "the whole page: growth", here, there, now / before, "<= 1.3", " x")]


def keep(size: str, figures: list[Figure]) -> None:
    """Beside those of other sizes, so that what grows with the town can be seen."""
    path = ROOT / "bench.json"
    known = json.loads(path.read_text()) if path.exists() else {}
    known[size] = {
        "cores": os.cpu_count(),
        "figures": [one.as_dict() for one in figures],
        "notes": NOTES,
    }
    path.write_text(json.dumps(known, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
