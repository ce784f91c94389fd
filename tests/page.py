"""A quick look at a rendered page, without a browser: what axe would stumble over first.

`check_page(html)` gives a list of complaints in plain words, empty when the page is fine. A piece
of a page (an answer to htmx) may be given too; then only what stands in it is looked at.
"""

from collections import Counter
from html.parser import HTMLParser

from django.http import HttpResponse

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
POINTERS = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "aria-owns", "list")
NO_LABEL = {"hidden", "submit", "button", "reset", "image"}

Attrs = dict[str, str]


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, Attrs, list[str]]] = []
        self.open: list[str] = []
        self.words: Counter[str] = Counter()
        self.legends: list[bool] = []
        self.problems: list[str] = []

    def handle_starttag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        names = Counter(name for name, _value in pairs)
        self.problems += [f"<{tag}> has {name} twice" for name, n in names.items() if n > 1]
        self.elements.append((tag, {k: v or "" for k, v in pairs}, list(self.open)))
        if tag == "fieldset":
            self.legends.append(False)
        if tag == "legend" and self.legends:
            self.legends[-1] = True
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, pairs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "fieldset" and self.legends and not self.legends.pop():
            self.problems.append("a fieldset has no legend")
        if tag not in self.open:
            self.problems.append(f"</{tag}> closes nothing")
            return
        while self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        for tag in self.open:
            self.words[tag] += len(data.strip())

    def all(self, *tags: str) -> list[tuple[str, Attrs, list[str]]]:
        return [element for element in self.elements if element[0] in tags]


def words(response: HttpResponse) -> str:
    return response.content.decode()


def check_page(html: str) -> list[str]:
    page = Page()
    page.feed(html)
    page.close()
    ids = Counter(attrs["id"] for _tag, attrs, _open in page.elements if "id" in attrs)
    problems = page.problems + [f"id {key!r} stands {n} times" for key, n in ids.items() if n > 1]
    problems += ["an id is empty"] if "" in ids else []
    problems += dangling(page, set(ids)) + unlabelled(page) + inline(page)
    problems += [
        f"img {attrs.get('src')!r} has no alt"
        for _t, attrs, _o in page.all("img")
        if "alt" not in attrs
    ]
    if page.all("html"):
        problems += whole_page(page)
    return problems


def whole_page(page: Page) -> list[str]:
    _tag, attrs, _open = page.all("html")[0]
    problems = [f"<html> has no {name}" for name in ("lang", "dir") if not attrs.get(name)]
    if not page.words["title"]:
        problems.append("the page has no title")
    if len(page.all("h1")) != 1:
        problems.append(f"the page has {len(page.all('h1'))} h1 headings, not one")
    if len(page.all("main")) != 1:
        problems.append("the page has not exactly one <main>")
    return problems


def dangling(page: Page, ids: set[str]) -> list[str]:
    problems = []
    for tag, attrs, _open in page.elements:
        for name in POINTERS:
            for key in attrs.get(name, "").split():
                if key not in ids:
                    problems.append(f"<{tag} {name}> points at {key!r}, which is not there")
        if name_of_fragment(attrs) and name_of_fragment(attrs) not in ids:
            problems.append(f"a link goes to {attrs['href']!r}, which is not there")
    return problems


def name_of_fragment(attrs: Attrs) -> str:
    href = attrs.get("href", "")
    return href[1:] if href.startswith("#") else ""


def unlabelled(page: Page) -> list[str]:
    labelled = {attrs.get("for") for _tag, attrs, _open in page.all("label")}
    problems = []
    for tag, attrs, parents in page.all("input", "select", "textarea"):
        if tag == "input" and attrs.get("type", "text").lower() in NO_LABEL:
            continue
        own = any(attrs.get(name) for name in ("aria-label", "aria-labelledby", "title"))
        if not (own or "label" in parents or attrs.get("id") in labelled - {None}):
            problems.append(f"<{tag} name={attrs.get('name')!r}> has no label")
    return problems


def inline(page: Page) -> list[str]:
    """What the content security policy refuses."""
    problems = []
    for tag, attrs, _open in page.elements:
        bad = [name for name in attrs if name == "style" or name.startswith(("on", "hx-on"))]
        problems += [f"<{tag}> has an inline {name}" for name in bad]
        if attrs.get("href", "").strip().lower().startswith("javascript:"):
            problems.append(f"<{tag}> links to a script")
        if tag == "style":
            problems.append("a style stands in the page")
        if tag == "script" and "src" not in attrs and attrs.get("type") != "application/json":
            problems.append("a script stands in the page")
    return problems
