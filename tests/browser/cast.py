"""The people of the walks through one family's file, and who has no business there.

Which walk shows what (C1-C15 are the promises about one family with one plan):

| promise | where it is walked |
|---|---|
| C1 one file, one coordinator; a second one is led there | `test_table.py` |
| C2 the table, the same for the resident | `test_table.py` |
| C3 a yes per organisation and life domain, revoked at once | `test_with_not_about.py` |
| C4 what is new, and a mail about it as often as one likes | `test_plan_together.py` |
| C5 goals in own words, marks, one owner per action | `test_plan_together.py` |
| C6 doing nothing on purpose, and celebrating | `test_plan_together.py` |
| C7 seeing it differently | `test_disagree.py` |
| C8 asking for a decision | `test_disagree.py` |
| C9 stuck, without names, with an answer | `test_disagree.py` |
| C10 courage: weeks of talk are named, a deed takes the remark away | `test_plan_together.py` |
| C11 a few words are enough; the time it takes is counted per team | `test_plan_together.py` |
| C12 own words beside theirs, who looked, the plan on paper | `test_with_not_about.py` |
| C13 breaking the glass | `test_table.py` |
| C14 "without you" is said | `test_with_not_about.py` |
| C15 helping without an account | `test_plan.py`; across teams, by experience: `test_table.py` |

The own part of a young person, two people who do not read each other, and someone who leaves the
table because Mark asks it: `test_own_part.py`. A family to its end, with
after-care and destruction, somebody who reads Arabic, a young person who grows up and two who
worry: `test_to_the_end.py`.

Each of these walks ends with `nothing_for_strangers`, and in each the resident, a professional, a
partner and the coordinator do or read it. Where a promise is not for one of them the walk shows
that: nobody of the house reads the remark of C10 and no partner sits at that table; of residents
no time is counted (C11); and a partner breaks no glass (C13).
"""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request

from tests.browser.conftest import NewPage
from tests.browser.people import Professional, Resident
from tests.browser.portal import Portal
from tests.browser.rows import KEYS

# Addresses of rows. Whom to call in an emergency is for every professional: no row of a file.
ROW = re.compile(r"^/(?!werk/nood/)\w.*/[0-9a-f]{8}-[0-9a-f-]{27}/")


class Cast:
    """People at their own screens, and every address of a row that one of them opened."""

    def __init__(self, new_page: NewPage, portal: Portal) -> None:
        self.new_page, self.portal = new_page, portal
        self.used: set[str] = set()

    def page(self) -> Page:
        page = self.new_page(js=False)
        page.on("request", self._note)
        return page

    def _note(self, request: Request) -> None:
        path = urlsplit(request.url).path
        if request.is_navigation_request() and request.method == "GET" and ROW.match(path):
            self.used.add(path)

    def at(self, role: str) -> Professional:
        person = Professional(self.page())
        person.step_in(role)
        return person

    def mark(self) -> Resident:
        person = Resident(self.page())
        Professional(person.page).step_in("resident")
        return person

    def with_password(self, mail: str) -> Professional:
        person = Professional(self.page())
        person.sign_in(f"{mail}@demo.example")
        return person

    @property
    def jansen(self) -> str:
        return f"/werk/dossiers/{self.portal.ask(KEYS['file'])}/"

    def nothing_for_strangers(self) -> None:
        """Nobody without an account, no professional elsewhere and no contact gets any of it."""
        assert self.used
        elsewhere, contact = self.with_password("bram"), self.at("contact")
        nobody = self.new_page()
        for path in sorted(self.used):
            answer = nobody.request.get(path, max_redirects=0)
            assert answer.headers.get("location", "").startswith("/inloggen/"), path
            for person in (elsewhere, contact):
                status = person.page.request.get(path, max_redirects=0).status
                assert status in (403, 404), (path, status)
