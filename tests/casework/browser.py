"""Send a form as a browser without JavaScript does: with what the page filled in already."""

from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client


class Fields(HTMLParser):
    """The fields of the page's form with method post, and what stands in them."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self.is_ours = False
        self.area = self.select = ""

    def handle_starttag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        attrs = {name: value or "" for name, value in pairs}
        if tag == "form":
            self.is_ours = attrs.get("method") == "post" and "logout" not in attrs.get("action", "")
        if not self.is_ours:
            return
        name = attrs.get("name", "")
        if tag == "input" and (
            attrs.get("type") not in ("radio", "checkbox") or "checked" in attrs
        ):
            unsaid = "on" if attrs.get("type") == "checkbox" else ""
            self.values.setdefault(name, []).append(attrs.get("value", unsaid))
        elif tag == "textarea":
            self.area = name
            self.values[name] = [""]
        elif tag == "select":
            self.select = name
        elif tag == "option" and (self.select not in self.values or "selected" in attrs):
            self.values[self.select] = [attrs.get("value", "")]

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.values[self.area] = [self.values[self.area][0].removeprefix("\n")]
            self.area = ""
        if tag == "form":
            self.is_ours = False

    def handle_data(self, data: str) -> None:
        if self.area:
            self.values[self.area][0] += data


def fields(response: HttpResponse) -> dict[str, Any]:
    page = Fields()
    page.feed(response.content.decode())
    return page.values


def send(client: Client, url: str, twice: bool = False, **answers: Any) -> HttpResponse:
    """Open the page, change these answers, send it; `twice` is an impatient thumb."""
    page = client.get(url)
    assert page.status_code == 200, (url, page.status_code)
    data = fields(page) | answers
    response = client.post(url, data)
    return client.post(url, data) if twice else response


def words(response: HttpResponse) -> str:
    return " ".join(response.content.decode().split())
