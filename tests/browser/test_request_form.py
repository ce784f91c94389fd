"""What people complained about elsewhere: doubled requests, lost answers, traces left behind.

With a script, the walk from right to left in test_phone_walks.py does the same.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.people import Resident
from tests.browser.portal import Portal

BOTH = pytest.mark.parametrize("js", [True, False], ids=["with-javascript", "without"])


@BOTH
def test_a_double_click_sends_once(new_page: NewPage, portal: Portal, js: bool) -> None:
    name = f"Dubbel {js}"
    resident = Resident(new_page(js=js))
    resident.fill_in_request(name)
    resident.page.get_by_role("button", name="Versturen").dblclick()
    resident.is_at("Dank u wel. Uw vraag is bij ons.")
    assert portal.times_asked(name) == 1


def test_back_after_sending_sends_nothing_again(new_page: NewPage, portal: Portal) -> None:
    resident = Resident(new_page(js=False))
    number = resident.ask("Terug")
    resident.page.go_back()
    send = resident.page.get_by_role("button", name="Versturen")
    if send.count():  # the browser kept the page
        send.click()
    resident.is_at("Dank u wel. Uw vraag is bij ons.")
    resident.page.reload()
    expect(resident.page.locator(".wt-code")).to_have_text(number)
    assert portal.times_asked("Terug") == 1


def test_another_language_keeps_every_answer(new_page: NewPage) -> None:
    resident = Resident(new_page(js=False))
    resident.go("/gesprek/")
    resident.press("Verder")
    resident.fill_in("Hoe mogen we u noemen?", "Fatima")
    resident.fill_in("Telefoonnummer", "06 1234")
    resident.choose("Avond")
    resident.page.locator("summary", has_text="Nederlands").click()
    resident.page.get_by_role("button", name="العربية").click()

    expect(resident.page.locator("html")).to_have_attribute("dir", "rtl")
    arabic = Resident(resident.page, language="ar")
    expect(arabic.box("Hoe mogen we u noemen?")).to_have_value("Fatima")
    expect(arabic.box("Telefoonnummer")).to_have_value("06 1234")
    expect(arabic.page.locator("[name=day_parts][value=evening]")).to_be_checked()


def test_a_wrong_answer_is_said_first_and_nothing_is_lost(page: Page) -> None:
    resident = Resident(page)
    resident.go("/gesprek/bereiken/")
    resident.fill_in("Telefoonnummer", "12")
    resident.press("Verder")
    expect(page.locator("[data-error-summary] h2")).to_be_focused()
    page.get_by_role("link", name="Vul een naam in").click()
    expect(resident.box("Hoe mogen we u noemen?")).to_be_focused()
    expect(resident.box("Telefoonnummer")).to_have_value("12")


def test_the_quick_exit_leaves_nothing_behind(new_page: NewPage) -> None:
    resident = Resident(new_page(js=False))
    page = resident.page
    resident.fill_in_request("Wegwezen")
    with page.expect_request("https://www.buienradar.nl/"):
        page.get_by_role("link", name="Snel weg van deze pagina").click(no_wait_after=True)
    page.wait_for_timeout(200)  # the weather cannot be reached from here
    resident.go("/gesprek/bereiken/")
    expect(resident.box("Hoe mogen we u noemen?")).to_have_value("")
    expect(page.locator("body")).not_to_contain_text("Wegwezen")


@BOTH
def test_wiping_leaves_nothing_behind(new_page: NewPage, portal: Portal, js: bool) -> None:
    resident = Resident(new_page(js=js))
    resident.go("/gesprek/bereiken/")
    resident.fill_in("Hoe mogen we u noemen?", "Wisselwis")
    resident.fill_in("Telefoonnummer", "0612345678")
    resident.press("Verder")
    resident.press("Alles wissen")
    resident.sees("Alles is gewist.")
    resident.page.go_back()
    resident.page.reload()
    expect(resident.page.locator("body")).not_to_contain_text("Wisselwis")
    resident.go("/gesprek/bereiken/")
    expect(resident.box("Hoe mogen we u noemen?")).to_have_value("")
    left = "SELECT count(*) FROM intake_draft WHERE data::text LIKE '%%Wisselwis%%'"
    assert portal.ask(left) == 0


@BOTH
def test_later_with_the_code_on_another_device(new_page: NewPage, js: bool) -> None:
    first = Resident(new_page(js=js))
    first.go("/gesprek/bereiken/")
    first.fill_in("Hoe mogen we u noemen?", "Later Lies")
    first.press("Bewaren en stoppen")
    code = first.page.locator(".wt-code").inner_text()

    second = Resident(new_page(js=js))
    second.go("/gesprek/")
    second.follow("Ik was al begonnen en heb een code")
    second.fill_in("Uw code", code)
    second.press("Verder")
    second.is_at("Voor wie is het gesprek?")
    second.press("Verder")
    expect(second.box("Hoe mogen we u noemen?")).to_have_value("Later Lies")
