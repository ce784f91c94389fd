"""A portal of real processes, and a browser that a person could be sitting at."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser import portal as portals
from tests.browser.portal import Portal

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",  # no test leaves this machine
]
PHONE = {"width": 390, "height": 780}
NARROW = {"width": 320, "height": 640}
DESKTOP = {"width": 1280, "height": 900}
PATIENCE = 15_000  # milliseconds; the machine may be busy with other tests
HERE = Path(__file__).parent
held = []  # open files: their locks tell that this process needs the portal

NewPage = Callable[..., Page]


def folder_of(run: str) -> Path:
    """Short, because sockets stand in it, and reachable for the user PostgreSQL runs as."""
    return Path(tempfile.gettempdir()) / f"wt-browser-{run[:12]}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Before any test runs: whoever will need the portal holds on to it, and it comes up while
    the tests that need none of it run."""
    run = getattr(session.config, "workerinput", {}).get("testrunuid")
    if run and any(HERE in item.path.parents for item in session.items):
        held.append(portals.hold(folder_of(run)))
        portals.begin(folder_of(run))


@pytest.fixture(scope="session")
def portal(testrun_uid: str) -> Portal:
    folder = folder_of(testrun_uid)
    held.append(portals.hold(folder))
    return portals.join(folder)


# Not for the whole session: while Playwright runs, Django takes this thread for an async one.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser: Browser, portal: Portal) -> Iterator[NewPage]:
    """A window of one more person: own cookies. `new_page(viewport=…, js=False, dark=True)`."""
    opened: list[BrowserContext] = []
    expect.set_options(timeout=PATIENCE)

    def new(
        viewport: dict[str, int] = PHONE, js: bool = True, language: str = "nl", dark: bool = False
    ) -> Page:
        context = browser.new_context(
            base_url=portal.address, viewport=viewport, java_script_enabled=js, locale=language,
            reduced_motion="reduce", color_scheme="dark" if dark else "light",
        )  # fmt: skip
        context.set_default_timeout(PATIENCE)
        opened.append(context)
        return context.new_page()

    yield new
    for context in opened:
        context.close()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A phone."""
    return new_page()
