"""Small words that the pages of the case file need."""

from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework.choices import Act, Part
from casework.models import Action, Goal, StuckPoint, TimelineEntry
from casework.page import FilePage
from casework.sparkline import Sparkline
from casework.sparkline import sparkline as line_of
from casework.standing import Standing
from wijkteam.choices import LifeDomain

register = template.Library()

# How the log of a request, which was kept before there was a case file, reads in a sentence.
ACTS_OF_REQUEST = {
    "begonnen": _("begon aan"), "bewaard": _("bewaarde"), "contact gehad": _("had contact over"),
    "gedaan": _("handelde af:"), "gedownload": _("maakte een kopie van"),
    "geprint": _("maakte een print van"),
    "gevraagd": _("vroeg iets over"), "gewijzigd": _("veranderde"),
    "ingetrokken": _("trok in:"), "ingevoerd": _("voerde in:"), "opgepakt": _("pakte op:"),
    "reactie": _("schreef een antwoord bij"), "verzonden": _("verstuurde"),
}  # fmt: skip
PARTS_OF_REQUEST = {
    "afronden": _("hoe het verzoek eindigde"), "afspraak": _("de afspraak"),
    "bericht": _("een bericht"), "contact": _("hoe u te bereiken bent"),
    "dossier openen": _("het openen van een dossier"), "eigen pagina": _("de eigen pagina"),
    "gesprek afzeggen": _("de afspraak"), "gesprek plannen": _("de afspraak"),
    "gesprek verzetten": _("de afspraak"), "reactie": _("het antwoord op het verslag"),
    "stand van het verzoek": _("de stand van het verzoek"), "verslag": _("het verslag"),
    "verslag versturen": _("het verslag"), "verzoek": _("het verzoek"),
    "verzoeken": _("de lijst met verzoeken"), "vraag over inzage": _("uw vraag hierover"),
    "wie heeft gekeken": _("wie er keek"),
}  # fmt: skip


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
def was_along(standing: Standing, entry: TimelineEntry) -> bool:
    """Whether this person of the house was there, as far as it says. Where it names others of the
    house, their names say enough."""
    house = {person.name for person in standing.deciding.roles}
    named = house.intersection(entry.with_whom)
    me = standing.me.name if standing.me else ""
    return not named or me in named


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
def may_sign(standing: Standing, stuck: StuckPoint) -> bool:
    """A second professional of the own team; the view says the same again."""
    seat = standing.seat
    return standing.runs and stuck.signed_at is None and seat is not None and (
        seat.pk != stuck.written_by_id
    )  # fmt: skip
