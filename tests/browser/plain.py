"""A visitor without a browser: reads the page, fills in what a label asks for, presses a button.

Knows nothing of names, ids or addresses of fields; it finds them as a person does, by the words
that stand beside them.
"""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, Request, build_opener

Attrs = dict[str, str]
FIELDS = {"input", "textarea", "select"}
VOID = {"input", "br", "img", "link", "meta", "hr", "path", "circle", "rect"}


@dataclass
class Control:
    """A field or a button."""

    tag: str
    attrs: Attrs
    form: str
    words: str = ""

    @property
    def kind(self) -> str:
        return self.attrs.get("type", "submit" if self.tag == "button" else "text")

    @property
    def is_button(self) -> bool:
        return self.tag == "button"

    @property
    def is_choice(self) -> bool:
        return self.kind in ("radio", "checkbox")

    @property
    def is_sent(self) -> bool:
        return not self.is_button and (not self.is_choice or "checked" in self.attrs)


@dataclass
class Words(HTMLParser):
    """What stands on a page: forms, fields with their labels, buttons, headings."""

    html: str
    forms: dict[str, Attrs] = field(default_factory=dict)
    controls: list[Control] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    headings: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.form = ""
        self.open: list[tuple[str, Attrs]] = []
        self.feed(self.html)
        for control in self.controls:
            words = control.words or self.labels.get(control.attrs.get("id", ""), "")
            control.words = " ".join(words.split())

    def handle_starttag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        attrs = {name: value or "" for name, value in pairs}
        if tag == "form":
            self.form = attrs.get("id") or f"form {len(self.forms)}"
            self.forms[self.form] = attrs
        if tag in FIELDS | {"button"}:
            self.controls.append(Control(tag, attrs, attrs.get("form", self.form)))
        if tag in ("h1", "h2"):
            self.headings.append("")
        if tag not in VOID:
            self.open.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = ""
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        for tag, attrs in self.open:
            if tag == "label":
                key = attrs.get("for", "")
                self.labels[key] = self.labels.get(key, "") + data
            elif tag == "button":
                self.controls[-1].words += data
            elif tag == "textarea":
                self.controls[-1].attrs["value"] = data
            elif tag in ("h1", "h2"):
                self.headings[-1] += data


class Visitor:
    """Goes from page to page with cookies, and follows where it is sent."""

    def __init__(self, address: str) -> None:
        self.url = address
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))
        self.page = Words("")

    def go(self, path: str) -> None:
        self._read(Request(urljoin(self.url, path)))  # noqa: S310

    def fill_in(self, label: str, text: str) -> None:
        self._field(label).attrs["value"] = text

    def choose(self, label: str) -> None:
        chosen = self._field(label)
        for other in self.page.controls:
            if other.kind == "radio" and other.attrs["name"] == chosen.attrs["name"]:
                other.attrs.pop("checked", None)
        chosen.attrs["checked"] = ""

    def press(self, words: str) -> None:
        """Send the form of the button with these words."""
        buttons = [one for one in self.page.controls if one.is_button]
        button = next(one for one in buttons if one.words == words)
        form = self.page.forms[button.form]
        sent = [one for one in self.page.controls if one.form == button.form and one.is_sent]
        data = [(one.attrs["name"], one.attrs.get("value", "")) for one in [*sent, button]
                if "name" in one.attrs]  # fmt: skip
        target = urljoin(self.url, form.get("action") or self.url)
        self._read(Request(target, urlencode(data).encode(), {"Referer": self.url}))  # noqa: S310

    def _field(self, label: str) -> Control:
        fields = [one for one in self.page.controls if not one.is_button]
        words = (label, f"{label} (niet verplicht)")
        found = [one for one in fields if one.words in words]
        assert len(found) == 1, f"{label!r} stands {len(found)} times on {self.url}"
        return found[0]

    def _read(self, request: Request) -> None:
        request.add_header("Accept-Language", "nl")
        with self.opener.open(request, timeout=30) as answer:
            self.url = answer.geturl()
            self.page = Words(answer.read().decode())

    @property
    def heading(self) -> str:
        return " ".join(self.page.headings[0].split())
