"""The fifth of the residents that an average hides: in which step, why, and for whom it goes wrong.

For the own team and its learning, counted by the role of the database that counts. What is named by
one to four residents is not told as a number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q

from monitor.choices import Audience, Band, Kind, Occasion
from monitor.models.answers import NOT_CONTENT, AnswerQuerySet
from monitor.reasons import Reason
from monitor.team_voices import FEWEST, answers
from wijkteam import database
from wijkteam.models import Neighbourhood


@dataclass(frozen=True)
class Step:
    """One question: how many answered it, and how many of them with a low mark."""

    occasion: str
    question: str
    low: int
    number: int
    # Of a question with yes and no: how many said no.
    is_yes_no: bool = False

    @property
    def share(self) -> int:
        return round(100 * self.low / self.number)


def not_content(teams: Sequence[int], since: date) -> list[Step]:
    """In which step, and about what: the fifth that an average hides. Residents alone."""
    rows = of_residents(teams, since).values(
        occasion=F("question__questionnaire__occasion"),
        asked=F("question__words"),
        kind=F("question__kind"),
    )
    found = [
        Step(str(Occasion(row["occasion"]).label), row["asked"], row["low"], row["number"],
             row["kind"] == Kind.YES_NO)
        for row in how_many_low(rows)
    ]  # fmt: skip
    return sorted(found, key=lambda step: (-step.share, step.question))


def of_residents(teams: Sequence[int], since: date) -> AnswerQuerySet:
    """Their marks, of these teams and from the quarter of `since` on."""
    return answers(teams, since).marks().filter(audience=Audience.RESIDENT)


def how_many_low(rows: Any) -> list[dict[str, Any]]:
    """Of each group of `rows` the `number` of marks, and how many of them are `low`; groups of
    fewer than FEWEST left out."""
    counts = {"number": Count("pk"), "low": Count("pk", filter=Q(mark__lte=NOT_CONTENT))}
    with database.role("statistics"):
        return list(rows.annotate(**counts).filter(number__gte=FEWEST).order_by())


@dataclass(frozen=True)
class Group:
    """One subject or one wijk: how many marks, and how many of them low."""

    name: str
    low: int
    number: int

    @property
    def share(self) -> int:
        return round(100 * self.low / self.number)


def for_whom(teams: Sequence[int], since: date) -> list[list[Group]]:
    """Who is less content: by what it was about, and by wijk."""
    names: dict[str, Mapping[Any, Any]] = {
        "band": dict(Band.choices),
        "neighbourhood": dict(
            Neighbourhood.objects.filter(team_id__in=teams).values_list("pk", "name")
        ),
    }
    return [grouped(teams, since, field, known) for field, known in names.items()]


def grouped(teams: Sequence[int], since: date, field: str, names: Mapping[Any, Any]) -> list[Group]:
    """By one field of an answer; without those of yes and no, which are no marks."""
    rows = of_residents(teams, since).exclude(question__kind=Kind.YES_NO).values(group=F(field))
    found = [
        Group(str(names[row["group"]]), row["low"], row["number"])
        for row in how_many_low(rows)
        if row["group"] in names
    ]
    return sorted(found, key=lambda group: (-group.share, group.name))


@dataclass(frozen=True)
class Why:
    """One reason, and how many named it in each step. None: one to four, which is too few."""

    label: str
    cells: list[int | None]
    total: int | None


@dataclass(frozen=True)
class Reasons:
    steps: list[str]
    rows: list[Why]
    unsorted: int


def reasons(teams: Sequence[int], since: date) -> Reasons:
    """Why residents were not content, by step and reason. A step of fewer than five stays out."""
    rows: Any = (
        answers(teams, since)
        .filter(audience=Audience.RESIDENT, not_content=True, mark=None)
        .values("reason", occasion=F("question__questionnaire__occasion"))
        .annotate(number=Count("pk"))
        .order_by()
    )
    with database.role("statistics"):
        found = {(row["reason"], row["occasion"]): row["number"] for row in rows}
    steps = [
        step
        for step in Occasion
        if sum(number for (_why, at), number in found.items() if at == step) >= FEWEST
    ]
    numbers = {why: [found.get((why, step), 0) for step in steps] for why in Reason}
    order = sorted(numbers, key=lambda why: (why == Reason.OTHER, -sum(numbers[why])))
    named = [why_row(str(why.label), numbers[why]) for why in order if sum(numbers[why])]
    unsorted = sum(found.get(("", step), 0) for step in steps)
    return Reasons([str(step.label) for step in steps], named, unsorted)


def why_row(label: str, numbers: list[int]) -> Why:
    """The sum is left out where it would tell what a cell hides."""
    few = [number for number in numbers if 0 < number < FEWEST]
    tells = len(few) == 1 or 0 < sum(few) < FEWEST
    cells = [None if 0 < number < FEWEST else number for number in numbers]
    return Why(label, cells, None if tells else sum(numbers))
