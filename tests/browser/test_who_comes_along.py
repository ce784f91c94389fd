"""Planning a visit: who goes is not asked to come along as well."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.pages import stop
from tests.browser.people import Professional
from tests.browser.portal import Portal


@pytest.mark.parametrize("page", ["request_plan", "request_propose"])
def test_who_goes_is_no_colleague_who_comes_along(
    new_page: NewPage, portal: Portal, page: str
) -> None:
    """At first that is who plans it; with a colleague chosen to go, they may come along."""
    sanne = Professional(new_page())
    sanne.step_in("coordinator")
    sanne.go(stop(page, "received").path(portal))
    along = sanne.page.get_by_role("group", name=sanne.like("Welke collega's gaan mee?"))
    own = along.get_by_role("checkbox", name="Sanne de Wit")
    theirs = along.get_by_role("checkbox", name="Youssef Amrani")
    expect(theirs).to_be_visible()
    expect(own).to_have_count(0)
    sanne.pick("Wie van ons gaat?", "Youssef Amrani")
    expect(own).to_be_visible()
    expect(theirs).to_have_count(0)
    sanne.page.go_back()
    sanne.page.go_forward()
    expect(own.or_(theirs)).to_have_count(1)
