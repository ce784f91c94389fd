"""Small words that the pages of the case file need."""

from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from casework.models import Action, Goal, StuckPoint, TimelineEntry
from casework.page import FilePage
from casework.sparkline import Sparkline
from casework.sparkline import sparkline as line_of
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
def may_write(standing: Standing, row: Any) -> bool:
    """Who writes in this life domain; the view says the same again."""
    return standing.writes and (standing.domains is None or row.life_domain in standing.domains)


@register.filter
def was_along(standing: Standing, entry: TimelineEntry) -> str:
    """Whether this person of the house was there, as far as it says. Where it names others of the
    house, their names say enough; where it names nobody, only who lives alone knows it was them."""
    house = {person.name for person in standing.deciding.roles}
    named = house.intersection(entry.with_whom)
    me = standing.me.name if standing.me else ""
    if me in named or (not named and len(house) == 1):
        return _("u was erbij")
    return "" if named else _("iemand uit uw huis was erbij")


@register.filter
def sparkline(goal: Goal) -> Sparkline | None:
    return line_of(goal.marks, goal.wished_mark)


@register.filter
def is_new_to(row: Any, page: FilePage | None) -> bool:
    """Somebody else wrote or changed it since this reader's last visit."""
    if not page or page.since is None:
        return False
    mine = page.standing.seat.pk if page.standing.seat else None
    return any(
        at > page.since and by != mine
        for at, by in (
            (getattr(row, f"{name}_at", None), getattr(row, f"{name}_by_id", None))
            for name in ("created", "changed", "done")
        )
        if at
    )


@register.filter
def domain_label(value: str) -> str | Promise:
    return LifeDomain(value).label if value in LifeDomain.values else value


@register.filter
def may_sign(standing: Standing, stuck: StuckPoint) -> bool:
    """A second professional of the own team; the view says the same again."""
    seat = standing.seat
    return standing.runs and stuck.signed_at is None and seat is not None and (
        seat.user_id != stuck.written_by.user_id
    )  # fmt: skip
