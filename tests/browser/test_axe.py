"""No page stands in anyone's way: axe finds nothing, wide and narrow, with errors and without.

The longest walks stand in files of their own, so that two processes share them.
"""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, NARROW, NewPage
from tests.browser.entrances import come_in
from tests.browser.pages import Stop
from tests.browser.people import Person, Professional, Resident
from tests.browser.portal import Portal
from tests.browser.visits import RESIDENTS, VISITORS, left_out

VIOLATIONS = "axe.run({resultTypes: ['violations']}).then(found => found.violations)"
ELSEWHERE = [*RESIDENTS, "coordinator"]  # test_axe_residents.py, test_axe_coordinator.py
WALKS = [(who, "nl") for who in VISITORS] + [(who, "ar") for who in RESIDENTS]


def test_every_page_is_walked() -> None:
    """A new address stands in visits.py, with who looks at it; or why nobody does."""
    assert not left_out()


def test_what_another_walk_makes_is_not_looked_at(portal: Portal) -> None:
    """It may be ended between seeing the page and sending it."""
    first, new = portal.row("difference"), "00000000-0000-4000-8000-000000000000"
    names = portal.ask(
        "SELECT string_agg(column_name, ', ') FROM information_schema.columns"
        " WHERE table_name = 'casework_difference' AND column_name <> 'id'"
    )
    copy = f"SELECT '{new}', {names} FROM casework_difference WHERE id = '{first}'"
    portal.do(f"INSERT INTO casework_difference (id, {names}) {copy}")
    try:
        assert portal.row("difference") == first
    finally:
        portal.do(f"DELETE FROM casework_difference WHERE id = '{new}'")


@pytest.mark.parametrize("who", [who for who in VISITORS if who not in ELSEWHERE])
def test_pages_of(who: str, new_page: NewPage, portal: Portal) -> None:
    walk(who, "nl", new_page, portal)


def walk(who: str, language: str, new_page: NewPage, portal: Portal) -> None:
    """Past every page of this visitor."""
    page = new_page(viewport=DESKTOP, language=language)
    come_in(page, who, language, portal)
    found: list[str] = []
    for stop in VISITORS[who]:
        found += look(Person(page, language), stop, portal)
    assert not found, "\n".join(found)


def look(person: Person, stop: Stop, portal: Portal) -> list[str]:
    """At one page: on a desk, on the smallest phone, and after sending it empty."""
    page = person.page
    page.set_viewport_size(DESKTOP)
    answer = page.goto(stop.path(portal))
    assert answer
    if answer.status != stop.status:
        return [f"{stop.label}: status {answer.status}"]
    found = [f"{stop.label}, wide: {words}" for words in axe(page)]
    page.set_viewport_size(NARROW)
    found += [f"{stop.label}, narrow: {words}" for words in [*axe(page), *too_wide(page)]]
    if stop.press:
        if not send_empty(person, stop.press):
            return [*found, f"{stop.label}: {stop.press!r} on an empty form says nothing"]
        found += [f"{stop.label}, wrong: {words}" for words in [*axe(page), *too_wide(page)]]
    return found


def send_empty(person: Person, words: str) -> bool:
    """Whether the page then says what is wrong."""
    button = person.button(words)
    if not button.count():
        return False
    form = person.page.locator("main form", has=button).first
    for box in form.locator("input:not([type=hidden]), textarea").all():
        if box.is_visible() and box.get_attribute("type") not in ("radio", "checkbox", "file"):
            box.clear()
    for choice in form.locator("select:has(option[value=''])").all():
        if choice.is_visible():
            choice.select_option("")
    button.first.click()
    try:
        expect(person.page.locator("[data-error-summary]").first).to_be_visible(timeout=8000)
    except AssertionError:
        return False
    return True


def axe(page: Page) -> list[str]:
    """What stands in the way here. A page that is looked at again has axe already."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = []
    for violation in page.evaluate(VIOLATIONS):
        places = [" ".join(map(str, node["target"])) for node in violation["nodes"][:3]]
        found.append(f"{violation['id']} ({violation['help']}) at {', '.join(places)}")
    return found


def too_wide(page: Page) -> list[str]:
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [f"{wide} pixels wide"] if wide > NARROW["width"] else []


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_error_pages(new_page: NewPage, language: str) -> None:
    page = new_page(viewport=DESKTOP, language=language)
    found = []
    answer = page.goto("/bestaat-niet/")
    assert answer
    assert answer.status == 404
    found += axe(page)
    page.goto("/gesprek/")
    page.context.clear_cookies()
    Resident(page, language).press("Verder")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    found += axe(page)
    Professional(page).step_in("contact")
    answer = page.goto("/werk/verzoeken/")
    assert answer
    assert answer.status == 403
    assert not found + axe(page)
