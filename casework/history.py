"""What changed in a plan, when and by whom: read from the rows that the database itself writes."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.choices import ActionKind, GoalStatus, Repeat
from casework.models import Action, Goal, Seat
from casework.page import FilePage
from casework.standing import Standing
from wijkteam.models import Change

LINES = 30
GOAL, ACTION = "casework_goal", "casework_action"
# The columns that say something, in the order of reading. What else changed goes with these.
LABELS = {
    "words": gettext_lazy("de woorden"), "whose_id": gettext_lazy("van wie"),
    "owner_id": gettext_lazy("wie het doet"), "kind": gettext_lazy("het soort"),
    "due": gettext_lazy("de dag"), "repeat": gettext_lazy("het terugkomen"),
    "start_mark": gettext_lazy("het cijfer aan het begin"),
    "wished_mark": gettext_lazy("het gewenste cijfer"),
    "review_on": gettext_lazy("de dag van terugkijken"), "status": gettext_lazy("hoe het staat"),
}  # fmt: skip
CHOICES = {"kind": ActionKind, "repeat": Repeat, "status": GoalStatus}


@dataclass(frozen=True)
class Step:
    """One change: "Sanne de Wit veranderde een afspraak", and what stood there before."""

    at: datetime
    who: str
    what: str  # goal or action
    act: str  # new, changed, done, reopened, gone
    words: str
    parts: list[tuple[str, str, str]]  # label, before, after


def changes_seen_from(standing: Standing, rows: list[uuid.UUID]) -> QuerySet[Change]:
    """The changes of goals and actions that this person may read, newest first. `rows` are the ones
    that stand in the plan for this person; of what is gone who reads the own part hears nothing.
    From which day on somebody at home reads along is in locks_home_changes.sql."""
    found = Change.objects.filter(
        case_file_id=standing.case_file.pk, table_name__in=[GOAL, ACTION]
    ).order_by("-at")
    if not standing.views:
        return found.none()
    if reads_own_part(standing):
        found = found.filter(row_id__in=rows)
    if standing.domains is None:
        return found
    return found.filter(life_domain__in=["", *standing.domains])


def reads_own_part(standing: Standing) -> bool:
    """At home, and not all of the plan."""
    return standing.reader.lives_there and not standing.reads_all


class History:
    """One page of it, with the names of who sat here and the words of what is meant."""

    def __init__(self, page: FilePage, number: str | None) -> None:
        self.is_part = reads_own_part(page.standing)
        self.names = {seat.pk: seat.name for seat in page.everyone}
        self.people = {seat.person_id: seat.name for seat in page.everyone if seat.person_id}
        self.users = _names_of_users(page.everyone)
        rows: list[Goal | Action] = [*page.goals, *page.actions]
        self.words = {row.pk: row.words for row in rows}
        found = changes_seen_from(page.standing, [*self.words])
        self.reworded = list(found.filter(act="UPDATE", new__has_key="words"))
        self.page: Page = Paginator(found, LINES).get_page(number)
        self.steps = [self._step(change) for change in self.page]

    def _step(self, change: Change) -> Step:
        act = {"INSERT": "new", "DELETE": "gone"}.get(change.act, "changed")
        if act == "changed" and "done_at" in change.new:
            act = "done" if change.new["done_at"] else "reopened"
        parts = [
            (str(label), self._shown(name, change.old[name]), self._shown(name, change.new[name]))
            for name, label in LABELS.items()
            if act == "changed" and name in change.new and name in change.old
        ]
        words = self._words_then(change)
        seats = [change.new.get(name) for name in ("done_by_id", "changed_by_id", "created_by_id")]
        known = {str(key): name for key, name in self.names.items()}
        named = next((known[seat] for seat in seats if seat in known), "")
        who = named or self.users.get(change.user_id) or _("Iemand zonder account")
        what = "goal" if change.table_name == GOAL else "action"
        return Step(change.at, who, what, act, words, parts)

    def _words_then(self, change: Change) -> str:
        """What it said when this was done, and not what somebody made of it later."""
        if "words" in change.new:
            return str(change.new["words"])
        later = [one for one in self.reworded if one.row_id == change.row_id and one.at > change.at]
        if later:
            return str(later[-1].old["words"])
        return self.words.get(change.row_id, "")

    def _shown(self, name: str, value: Any) -> str:
        if value in (None, ""):
            return str(Repeat.ONCE.label) if name == "repeat" else _("niets")
        if name in CHOICES and value in CHOICES[name].values:
            return str(CHOICES[name](value).label)
        if name.endswith("_id"):
            known = {str(key): found for key, found in (self.names | self.people).items()}
            return known.get(value, _("iemand van het gezin"))
        day: date | None = parse_date(value) if name in ("due", "review_on") else None
        return date_format(day, "j E Y") if day else str(value)


def _names_of_users(everyone: list[Seat]) -> dict[int | None, str]:
    names: dict[int | None, str] = {}
    for seat in everyone:
        user = seat.user_id or (seat.person.user_id if seat.person else None)
        if user:
            names[user] = seat.name
    return names
