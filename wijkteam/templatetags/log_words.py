"""The access log in words."""

from django import template
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as __

from wijkteam.log_words import ACTS_OF_REQUEST, GROUNDS, PARTS_OF_REQUEST, Act, Part

register = template.Library()


@register.filter
def act_label(value: str) -> str | Promise:
    return Act(value).label if value in Act.values else ACTS_OF_REQUEST.get(value, value)


@register.filter
def part_list(values: list[str]) -> list[str]:
    """What was looked at, each part once; as a list where it is too much for one sentence."""
    known = {part.value: str(part.label) for part in Part}
    known |= {value: str(words) for value, words in PARTS_OF_REQUEST.items()}
    return list(dict.fromkeys(known.get(value, value) for value in values))


@register.filter
def part_label(value: str) -> str:
    return part_list([value])[0]


@register.filter
def in_sentence(parts: list[str]) -> str:
    """Het plan, het verhaal en wie er aan tafel zit."""
    return str(get_text_list(parts, __("en")))


@register.filter
def ground_label(value: str) -> str | Promise:
    return GROUNDS.get(value, value)
