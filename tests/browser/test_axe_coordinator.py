"""No page stands in the way of a colleague who runs a case file."""

from tests.browser.conftest import NewPage
from tests.browser.portal import Portal
from tests.browser.test_axe import walk


def test_pages(new_page: NewPage, portal: Portal) -> None:
    walk("coordinator", "nl", new_page, portal)
