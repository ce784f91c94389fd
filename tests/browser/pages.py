"""A page to look at: a URL name, the row it shows (a key of rows.py), what more the address needs.

`press` is the button that is pressed on an empty form, to see the page with its errors as well.
Who looks at which pages stands in visits.py.
"""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from tests.browser.portal import Portal


@dataclass(frozen=True)
class Stop:
    name: str
    row: str = ""
    query: str = ""
    press: str = ""
    more: tuple[tuple[str, Any], ...] = ()
    status: int = 200  # 404 for a page that says kindly that its link no longer works

    def path(self, portal: Portal) -> str:
        if self.name.startswith("/"):
            return self.name
        kwargs = dict(self.more)
        if self.row:
            kwargs["pk"] = portal.row(self.row)
        return reverse(self.name, kwargs=kwargs) + self.query

    @property
    def label(self) -> str:
        parts = [self.name, self.row, *(str(value) for _name, value in self.more), self.query]
        return "-".join(part.strip("?#") for part in parts if part)


def stop(
    name: str, row: str = "", query: str = "", press: str = "", status: int = 200, **more: Any
) -> Stop:
    return Stop(name, row, query, press, tuple(more.items()), status)
