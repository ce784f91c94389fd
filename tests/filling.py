"""A plain reader of forms: it knows what a person sees, labels and buttons, and no field names.

page = Filling(client.get("/gesprek/"), client)
page = page.fill({"Hoe mogen we u noemen?": "Jo"}).press("Verder")
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.http import HttpResponse
from django.test import Client

Attrs = dict[str, str]


@dataclass
class FormSeen:
    attrs: Attrs
    values: dict[str, list[str]] = field(default_factory=dict)
    buttons: dict[str, Attrs] = field(default_factory=dict)


class _Reader(HTMLParser):
    """Collects forms, inputs, labels and buttons; `form=` on a button is honoured."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[FormSeen] = []
        self.inputs: dict[str, tuple[FormSeen, Attrs]] = {}
        self.labels: dict[str, str] = {}
        self.loose: list[tuple[str, str, Attrs]] = []
        self.now: FormSeen | None = None
        self.label = self.button = self.area = self.select = self.option = None
        # What a list offers: its own name -> the words of each option -> what it sends.
        self.options: dict[str, dict[str, str]] = {}
        self.words = ""

    def handle_starttag(self, tag, pairs):
        attrs = {name: value or "" for name, value in pairs}
        if tag == "form":
            self.now = FormSeen(attrs)
            self.forms.append(self.now)
        if tag in ("label", "button", "textarea", "option"):
            self.words = ""
            setattr(self, {"textarea": "area"}.get(tag, tag), attrs)
        if tag == "input" and self.now:
            self.inputs[attrs.get("id", "")] = (self.now, attrs)
            kind = attrs.get("type", "text")
            if kind not in ("radio", "checkbox") or "checked" in attrs:
                self.now.values.setdefault(attrs["name"], []).append(attrs.get("value", ""))
        if tag == "select" and self.now:
            self.select = attrs
            self.inputs[attrs.get("id", "")] = (self.now, attrs)
        if tag == "option" and self.select and self.now:
            first = self.select["name"] not in self.now.values
            if first or "selected" in attrs:
                self.now.values[self.select["name"]] = [attrs.get("value", "")]

    def handle_data(self, data):
        self.words += data

    def handle_endtag(self, tag):
        optional = re.compile(r"\((niet verplicht|غير إلزامي)\)")
        words = " ".join(optional.sub("", self.words).split())
        if tag == "label" and self.label is not None:
            self.labels.setdefault(words, self.label.get("for", ""))
            self.label = None
        if tag == "option" and self.option is not None and self.select is not None:
            sends = self.options.setdefault(self.select["name"], {})
            sends[words] = self.option.get("value", words)
            self.option = None
        if tag == "select":
            self.select = None
        if tag == "textarea" and self.area is not None and self.now:
            self.inputs[self.area.get("id", "")] = (self.now, self.area)
            self.now.values[self.area["name"]] = [self.words.strip("\n")]
            self.area = None
        if tag == "button" and self.button is not None:
            if "form" in self.button:
                self.loose.append((self.button["form"], words, self.button))
            elif self.now:
                self.now.buttons[words] = self.button
            self.button = None
        if tag == "form":
            self.now = None


class Filling:
    """One page as a person sees it."""

    def __init__(self, response: HttpResponse, client: Client) -> None:
        self.response = response
        self.client = client
        self.text = response.content.decode()
        self.reader = _Reader()
        self.reader.feed(self.text)
        for key, words, button in self.reader.loose:
            for form in self.reader.forms:
                if form.attrs.get("id") == key:
                    form.buttons[words] = button

    def fill(self, answers: dict[str, str | bool]) -> "Filling":
        """Text behind a label, or True for an option to choose."""
        for label, answer in answers.items():
            form, attrs = self.reader.inputs[self.reader.labels[label]]
            name, kind = attrs["name"], attrs.get("type", "text")
            if kind == "checkbox":
                form.values.setdefault(name, []).append(attrs.get("value", "on"))
            elif name in self.reader.options:
                form.values[name] = [self.reader.options[name][str(answer)]]
            else:
                form.values[name] = [attrs["value"] if kind == "radio" else str(answer)]
        return self

    def value(self, label: str) -> str:
        """What stands in the field behind a label; for an option whether it is chosen."""
        form, attrs = self.reader.inputs[self.reader.labels[label]]
        values = form.values.get(attrs["name"], [])
        if attrs.get("type") in ("radio", "checkbox"):
            return "yes" if attrs.get("value", "on") in values else ""
        return values[0] if values else ""

    def press(self, words: str) -> "Filling":
        """Send the form that this button belongs to, and follow where it leads."""
        form = next(form for form in self.reader.forms if words in form.buttons)
        button = form.buttons[words]
        data = dict(form.values)
        if button.get("name"):
            data[button["name"]] = [button.get("value", "")]
        address = form.attrs.get("action") or self.response.request["PATH_INFO"]
        query = self.response.request.get("QUERY_STRING", "")
        if query and not form.attrs.get("action"):
            address += f"?{query}"
        return Filling(self.client.post(address, data, follow=True), self.client)

    @property
    def at(self) -> str:
        return self.response.request["PATH_INFO"]


def visit(client: Client, address: str) -> Filling:
    return Filling(client.get(address, follow=True), client)
