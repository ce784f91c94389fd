"""Who is busy in a plan is said while one reads, and nothing moves away from under the finger."""

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import NewPage
from tests.browser.people import Professional
from tests.browser.portal import Portal
from tests.browser.rows import KEYS

UNDER = """
words => { const box = words.getBoundingClientRect();
  return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
    .closest("#wie-is-hier") !== null; }
"""
HEIGHT = "link => link.getBoundingClientRect().y"


@pytest.mark.parametrize(
    ("role", "path"), [("coordinator", "/werk/dossiers/"), ("resident", "/mijn/plan/")]
)
def test_it_comes_in_and_nothing_moves(
    new_page: NewPage, portal: Portal, role: str, path: str
) -> None:
    file, youssef, reader = portal.ask(KEYS["file"]), Professional(new_page()), new_page()
    youssef.step_in("professional")
    with youssef.page.expect_response("**/wie-is-hier/**"):
        youssef.go(f"/werk/dossiers/{file}/")
    Professional(reader).step_in(role)
    waiting: list[Route] = []
    reader.route("**/wie-is-hier/**", lambda route: waiting.append(route))
    with reader.expect_request("**/wie-is-hier/**"):
        reader.goto(f"{path}{file}/")
    link = reader.locator("a[href='#plan']").first
    before = link.evaluate(HEIGHT)
    waiting[0].continue_()
    words = reader.get_by_role("status").locator("p", has_text="Youssef Amrani")
    expect(words).to_be_in_viewport()
    assert link.evaluate(HEIGHT) == before
    reader.locator("#verhaal").scroll_into_view_if_needed()
    expect(words).to_be_in_viewport()
    assert not words.evaluate(UNDER), "what lies beneath is pressed, and not these words"
