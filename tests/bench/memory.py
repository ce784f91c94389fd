"""S9: memory after the load of the other figures."""

from pathlib import Path

import psutil

from tests.bench.figures import Figure, note
from tests.browser.portal import Portal

MB = 1_000_000


def measure(portal: Portal) -> list[Figure]:
    demo = psutil.Process(portal.pid)
    everyone = [demo, *demo.children(recursive=True)]
    web = [one for one in everyone if "granian" in " ".join(one.cmdline())]
    biggest = max(one.memory_info().rss for one in web) / MB
    whole = sum(share(one.pid) for one in everyone) / MB
    note("S9", {" ".join(one.cmdline())[:60]: share(one.pid) // MB for one in everyone})
    return [
        Figure("S9", "a web process", f"{biggest:.0f} MB", "resident", biggest, "<= 160", " MB"),
        Figure(
            "S9",
            "the whole demo",
            f"{len(everyone)} processes",
            "shared memory shared out",
            whole,
            "<= 900",
            " MB",
        ),  # fmt: skip
    ]


def share(pid: int) -> int:
    """Its own memory, and its part of what it shares with others (PSS)."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
