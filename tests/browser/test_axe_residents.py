"""No page stands in a resident's way, from left to right and from right to left."""

import pytest

from tests.browser.conftest import NewPage
from tests.browser.portal import Portal
from tests.browser.test_axe import walk
from tests.browser.visits import RESIDENTS


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("who", RESIDENTS)
def test_pages_of(who: str, language: str, new_page: NewPage, portal: Portal) -> None:
    walk(who, language, new_page, portal)
