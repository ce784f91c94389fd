"""The people of the walks through one family's file, and who has no business there.

Which walk shows which promise (C1-C15), and who does what in it: docs/walks.md. Each ends with
`nothing_for_strangers`.
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
FILE_OF = "SELECT DISTINCT r.content_object_id FROM casework_casefileuserobjectpermission r JOIN \
wijkteam_user u ON u.id = r.user_id WHERE u.email = %s"


class Cast:
    """People at their own screens, and every address of a row that one of them opened."""

    def __init__(self, new_page: NewPage, portal: Portal) -> None:
        self.new_page, self.portal = new_page, portal
        self.used: set[str] = set()

    def page(self, js: bool = False) -> Page:
        page = self.new_page(js=js)
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
        """None of it for who has no account, works elsewhere (a team, an organisation) and has no
        chair here, speaks for a place, or lives in another house."""
        assert self.used
        others = [self.with_password("bram"), self.with_password("wijkagent")]
        others += [self.at("contact"), self.at("manager")]
        city, hennie, mark = self.at("municipality"), self.at("apart"), self.mark()
        of_hennie = str(self.portal.ask(FILE_OF, "hennie@demo.example"))
        nobody = self.new_page()
        for path in sorted(self.used):
            answer = nobody.request.get(path, max_redirects=0)
            assert answer.headers.get("location", "").startswith("/inloggen/"), path
            no_business = [*others, mark if of_hennie in path else hennie]
            # What a family is stuck on comes to the municipality without a family.
            no_business += [] if path.startswith("/monitor/") else [city]
            for person in no_business:
                status = person.page.request.get(path, max_redirects=0).status
                assert status in (403, 404), (path, status)
