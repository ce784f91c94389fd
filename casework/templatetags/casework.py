"""Small words that the pages of the case file need."""

from django import template
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from casework.choices import Act, Part
from casework.models import Action
from casework.standing import Standing
from wijkteam.choices import LifeDomain

register = template.Library()


@register.filter
def may_tick(standing: Standing, action: Action) -> bool:
    """Who writes in this life domain, or does it oneself; the view says the same again."""
    seat = standing.seat
    if seat is None or action.case_file_id != seat.case_file_id:
        return False
    granted = standing.domains is None or action.life_domain in standing.domains
    return standing.writes and granted or action.owner_id == seat.pk


@register.filter
def domain_label(value: str) -> str | Promise:
    return LifeDomain(value).label if value in LifeDomain.values else value


@register.filter
def act_label(value: str) -> str | Promise:
    return Act(value).label if value in Act.values else value


@register.filter
def part_labels(values: list[str]) -> str:
    """Het plan, het verhaal en wie er aan tafel zit."""
    known = {part.value: str(part.label) for part in Part}
    return str(get_text_list([known.get(value, value) for value in values], _("en")))
