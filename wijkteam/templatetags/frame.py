"""What the page frame in templates/base.html needs."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from unicodedata import bidirectional

from django import template
from django.conf import settings
from django.template.context import RequestContext
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi

register = template.Library()

DIALLED = re.compile(r"(?<!\d)[+0]\d[\d -]{6,}\d$")
NUMBER = re.compile(r"\b0\d[\d ]{5,}\d\b")
WAYS = {"L": "ltr", "R": "rtl", "AL": "rtl"}  # of a letter
ALERTS = {"success": "ok", "warning": "warning", "error": "error"}


@register.filter
def tel(number: str) -> str:
    """A number as people write it, as a link that a phone can dial."""
    return "tel:" + re.sub(r"[^+0-9]", "", str(number or ""))


@register.filter
def dial(to: str) -> SafeString:
    """Whom to call, as it was written down ("Els 06 12345678"): a phone can dial the number."""
    found = DIALLED.search(to)
    name = to[: found.start()].strip() if found else to
    parts = [format_html("<bdi>{}</bdi>", name)] if name else []
    if found:
        link = '<a class="wt-phone wt-phone--small" href="{}"><bdi dir="ltr">{}</bdi></a>'
        parts.append(format_html(link, tel(found.group()), found.group()))
    return format_html_join(" ", "{}", ((part,) for part in parts))


@register.filter
def own_name(code: str, languages: Iterable[dict[str, str]]) -> str:
    """What speakers of a language call it."""
    return next((one["name"] for one in languages if one["code"] == code), code)


@register.filter
def bdi(name: object) -> SafeString:
    """A name in a sentence of `blocktranslate`, whatever way it is written."""
    return format_html("<bdi>{}</bdi>", name)


@register.filter
def ltr(number: object) -> SafeString:
    """A phone number, address or code in a sentence: in Arabic its parts would change places."""
    return format_html('<bdi dir="ltr">{}</bdi>', number)


@register.filter
def in_order(words: object) -> SafeString:
    """A sentence with a phone number in it, which keeps its order in Arabic."""
    said = conditional_escape(str(words))
    numbers = NUMBER.findall(said) if get_language_bidi() else []
    if not numbers:
        return said
    around = said.replace("{", "{{").replace("}", "}}")
    return format_html(NUMBER.sub('<bdi dir="ltr">{}</bdi>', around), *numbers)


@register.filter
def way(words: object) -> str:
    """The direction of words on paper, for `dir`: WeasyPrint knows no "auto"."""
    ways = (WAYS.get(bidirectional(letter)) for letter in str(words))
    return next(filter(None, ways), "auto")


@register.filter
def isolated(words: object) -> SafeString:
    """Words for paper, in their own direction on each of their lines."""
    return format_html('<bdi dir="{}">{}</bdi>', way(words), words)


@register.filter
def bdis(names: Iterable[object]) -> SafeString:
    """Several names in one sentence, each in its own direction."""
    return format_html_join(", ", "<bdi>{}</bdi>", ((name,) for name in names))


@register.filter
def alert_class(level: str) -> str:
    return f"utrecht-alert--{ALERTS.get(level, 'info')}"


@register.simple_tag
def municipality_phone() -> str:
    """For the page of last resort, which is shown with no context at all."""
    return str(settings.MUNICIPALITY_PHONE)


@register.simple_tag
def nav_current(item: dict[str, Any]) -> SafeString | str:
    return format_html(' aria-current="{}"', "page") if item.get("current") else ""


@register.simple_tag(takes_context=True)
def page_link(context: RequestContext, number: int) -> str:
    """The same list with the same filters, on another page.

    With `shown_until` in the context (a moment, or the number of the newest row) the other page
    holds no row that came later: nothing shifts.
    """
    query = context["request"].GET.copy()
    if until := context.get("shown_until"):
        is_moment = isinstance(until, datetime)
        query["tot"] = until.isoformat(timespec="microseconds") if is_moment else until
    query["page"] = number
    return f"?{query.urlencode()}"
