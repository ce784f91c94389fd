"""S8: the first page of the form with a cold cache, as it goes over the wire."""

from typing import Any

from tests.bench.browser import context
from tests.bench.figures import Figure, note
from tests.browser.portal import Portal

FIRST = "/gesprek/"


def measure(portal: Portal) -> list[Figure]:
    files, sizes = received(portal)
    size = sum(sizes.values())
    note("S8", {files[key]: number for key, number in sizes.items()})
    return [
        Figure(
            "S8",
            "first page of the form",
            f"{size} bytes",
            "cold cache",
            size / 1000,
            "<= 60",
            " kB",
        ),  # fmt: skip
        Figure("S8", "requests for it", str(len(sizes)), "cold cache", len(sizes), "<= 8"),
        Figure(
            "S8",
            "script that it needs",
            "0 bytes" if works_without(portal) else "some",
            "the next page with scripts off",
            0 if works_without(portal) else 1,
            "<= 0",
        ),  # fmt: skip
    ]


def received(portal: Portal) -> tuple[dict[str, str], dict[str, int]]:
    """Address and size of everything, headers included, as the browser counts it."""
    files: dict[str, str] = {}
    sizes: dict[str, int] = {}

    def answered(event: dict[str, Any]) -> None:
        files[event["requestId"]] = event["response"]["url"].removeprefix(portal.address)

    def finished(event: dict[str, Any]) -> None:
        sizes[event["requestId"]] = int(event["encodedDataLength"])

    with context(portal) as phone:
        page = phone.new_page()
        wire = phone.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on("Network.responseReceived", answered)
        wire.on("Network.loadingFinished", finished)
        page.goto(FIRST, wait_until="networkidle")
        page.wait_for_timeout(300)
    return files, sizes


def works_without(portal: Portal) -> bool:
    with context(portal, js=False) as phone:
        page = phone.new_page()
        page.goto(FIRST)
        page.get_by_role("button", name="Verder").click()
        return page.get_by_label("Hoe mogen we u noemen?").is_visible()
