"""A browser for the figures: what goes over the wire, and what a person has to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Locator, Page, sync_playwright

from tests.browser.conftest import CHROMIUM, FLAGS, PHONE
from tests.browser.portal import Portal

# Every press of a finger or mouse and every key, wherever on the page.
COUNT = """
addEventListener("pointerdown", () => wtCount("clicks"), true);
addEventListener("keydown", () => wtCount("keys"), true);
"""


@contextmanager
def context(portal: Portal, js: bool = True, language: str = "nl") -> Iterator[BrowserContext]:
    """A phone that was never here before."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser.new_context(
            base_url=portal.address, viewport=PHONE, locale=language, java_script_enabled=js
        )
        browser.close()


@dataclass
class Hand:
    """Somebody who clicks and types, and what it took."""

    page: Page
    pages: int = 0
    clicks: int = 0
    keys: int = 0

    def __post_init__(self) -> None:
        self.page.expose_binding("wtCount", lambda _source, what: self.add(what))
        self.page.add_init_script(COUNT)
        self.page.on("framenavigated", lambda frame: self.add("pages"))

    def add(self, what: str) -> None:
        setattr(self, what, getattr(self, what) + 1)

    def start_at(self, path: str) -> None:
        self.page.goto(path)
        self.pages, self.clicks, self.keys = 1, 0, 0

    def click(self, what: Locator) -> None:
        what.first.click()

    def press(self, words: str) -> None:
        self.click(self.page.get_by_role("button", name=words))

    def follow(self, words: str) -> None:
        self.click(self.page.get_by_role("link", name=words))

    def type(self, label: str, text: str) -> None:
        """Click into the field, unless one is in it already, and type."""
        field = self.page.get_by_label(label).first
        field.wait_for()
        if not field.evaluate("field => field === document.activeElement"):
            self.click(field)
        self.page.keyboard.type(text)

    def required(self, words: str) -> int:
        """How many answers are asked for when everything is left empty."""
        self.press(words)
        errors = self.page.locator("[data-error-summary] li")
        errors.first.wait_for()
        return errors.count()
