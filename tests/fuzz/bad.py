"""What somebody may send who means harm, or whose phone slipped: bodies, fields, addresses."""

import json
import random
import re
import uuid
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote

TEXTS = [
    "", " ", "\x00", "a\x00b", "\u202egnid", "\ufeff", "é" * 300, "\U0001f3e0\u200d\U0001f469",
    "ا ب ت",
    "<script>alert(1)</script>", "{{ 7*7 }}{% debug %}", "' OR 1=1 --", "\"; DROP TABLE x; --",
    "%s%n%(a)s", "../../etc/passwd", "-1", "0", "1", "1e999", "NaN", "Infinity", "9" * 25,
    "-9" * 15,
    "2026-02-30", "0000-00-00", "99999-12-31", "31", "25:61", "None", "null", "[]", "{}", "on",
    "true",
    "a" * 3_000, "regel\r\nregel\r\nSubject: x", "1311 AB", "06 12345678", "jo@example.nl", "=1+1",
    "yes", "no", "self", "other", "call", "money", "parenting", "send", "back", "later",
    str(uuid.UUID(int=0)), str(uuid.UUID(int=2**128 - 1)),
]  # fmt: skip
FIELDS = ["q", "page", "pagina", "next", "code", "go", "version", "goal", "wijk", "van", "tot",
          "language", "id", "pk", "words", "domain", "doel", "sort",
          "csrfmiddlewaretoken"]  # fmt: skip
TYPES = ["application/json", "text/xml", "text/plain", "multipart/form-data; boundary=x",
         "application/x-www-form-urlencoded; charset=utf-7", "image/png", "multipart/form-data",
         "\u00e9/\u00e9"]  # fmt: skip
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Names(HTMLParser):
    """The fields of a page, with the values that it offers."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.offered: dict[str, list[str]] = {}
        self.select = ""
        self.feed(html)

    def handle_starttag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        attrs = {name: value or "" for name, value in pairs}
        if tag == "select":
            self.select = attrs.get("name", "")
        if tag in ("input", "textarea", "select", "button") and attrs.get("name"):
            self.offered.setdefault(attrs["name"], []).append(attrs.get("value", ""))
        if tag == "option" and self.select:
            self.offered.setdefault(self.select, []).append(attrs.get("value", ""))


class Sender:
    """Draws one bad request after the other; the same seed draws the same ones."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)

    def text(self) -> str:
        long = "lang " * 30_000 if self.rng.random() < 0.01 else ""
        return long or self.rng.choice(TEXTS)

    def fields(self, offered: dict[str, list[str]]) -> dict[str, list[str]]:
        """Most fields of the page, some as offered, some bad, some twice, some of one's own."""
        data: dict[str, list[str]] = {}
        for name, values in offered.items():
            roll = self.rng.random()
            if roll < 0.35:
                data[name] = [self.rng.choice(values)]
            elif roll < 0.85:
                data[name] = [self.text()]
            elif roll < 0.93:
                data[name] = [self.text(), self.text()]
        if self.rng.random() < 0.4:
            data[self.rng.choice(FIELDS)] = [self.text()]
        return data

    def address(self, url: str) -> str:
        """Now and then another key, a longer path, a strange query."""
        roll = self.rng.random()
        if roll < 0.08:
            url = UUID.sub(str(uuid.UUID(int=self.rng.getrandbits(128))), url)
        elif roll < 0.12:
            url = UUID.sub(lambda _found: quote(self.text()[:60], safe=""), url)
        elif roll < 0.14:
            url += quote(self.text()[:60], safe="")
        if self.rng.random() < 0.25:
            url += f"?{self.rng.choice(FIELDS)}={quote(self.text()[:2000], safe='')}"
        elif self.rng.random() < 0.02:
            url += "?%ff%fe=%c3%28"
        return url

    def body(self, data: dict[str, list[str]]) -> tuple[Any, str]:
        """(body, type): now and then not at all what the page expects."""
        kind = self.rng.choice(TYPES)
        raw = self.rng.choice(
            [b"", b"\xff\xfe%zz&=&&a[]=%", json.dumps(data).encode(), b"--x\r\nContent-Disp",
             b'--x\r\nContent-Disposition: form-data; name="file"; filename="..\\x.exe"\r\n\r\nMZ'
             b"\r\n--x--"]
        )  # fmt: skip
        return raw, kind
