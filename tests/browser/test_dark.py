"""On a device that asks for it every page is dark and easy to read; paper stays light."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, NewPage
from tests.browser.entrances import come_in
from tests.browser.pages import Stop, stop
from tests.browser.people import Person
from tests.browser.portal import Portal
from tests.browser.test_axe import send_empty

WALKS: dict[str, list[Stop]] = {
    "stranger": [stop("home"), stop("reach", press="Verder"), stop("account_login")],
    "resident": [stop("own_plan")],
    "coordinator": [stop("inbox"), stop("case_file", "file"), stop("places_map")],
    "municipality": [stop("monitor"), stop("indicator", key="requests_by_route")],
}
# What is light and large enough to glare, but for what a camera reads.
LIGHT_ISLANDS = """() => [...document.body.querySelectorAll("*")].filter((one) => {
  const colour = getComputedStyle(one).backgroundColor;
  const [red, green, blue, opacity] = colour.match(/[\\d.]+/g).map(Number);
  const { width, height } = one.getBoundingClientRect();
  return width * height > 20000 && opacity !== 0 && Math.min(red, green, blue) > 190;
}).map((one) => one.className || one.tagName)"""
GROUND = "getComputedStyle(document.body).backgroundColor"


@pytest.mark.parametrize("who", WALKS)
def test_dark_pages_of(who: str, new_page: NewPage, portal: Portal) -> None:
    page = new_page(viewport=DESKTOP, dark=True)
    come_in(page, who, "nl", portal)
    found: list[str] = []
    for place in WALKS[who]:
        page.goto(place.path(portal))
        if place.press:
            assert send_empty(Person(page), place.press)
        assert page.evaluate(GROUND) == "rgb(25, 22, 19)"
        found += [f"{place.label}: {words}" for words in [*hard_to_read(page), *islands(page)]]
    assert not found, "\n".join(found)


def hard_to_read(page: Page) -> list[str]:
    answer = Axe().run(page, options={"runOnly": ["color-contrast", "link-in-text-block"]})
    nodes = [node for one in answer.response["violations"] for node in one["nodes"]]
    return [f"{node['target']} {node['failureSummary']}" for node in nodes]


def islands(page: Page) -> list[str]:
    return [f"{name} is light" for name in page.evaluate(LIGHT_ISLANDS)]


def test_paper_is_light(new_page: NewPage, portal: Portal) -> None:
    page = new_page(viewport=DESKTOP, dark=True)
    page.goto(stop("guide").path(portal))
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light only"
    page.goto("/")
    page.emulate_media(media="print")
    assert page.evaluate(GROUND) == "rgba(0, 0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 26, 64)"
