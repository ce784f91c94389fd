"""What the council gets on paper: what waits for it first, and a story beside each figure.

Everything on it stands on the pages of the municipality as well: frozen figures, released stories,
and the conversation about them. Read in a fixed number of questions to the database.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from monitor.catalogue import stuck_for
from monitor.models import Publication, PublishedMark, Remark, Story
from monitor.release_catalogue import MEDIANS, WRITING, YEAR_TABLES
from monitor.release_tables import ASKED, AT_THE_TABLE, IN_THE_WAY, IN_THE_WIJK
from monitor.released import RULE, ReleasedTable, tables_of
from monitor.wheel import Given, Wheel, wheel
from wijkteam.models import User

CHAPTERS: list[tuple[Any, list[str]]] = [
    (_("Wie vroeg om een gesprek, en hoe lang duurde het?"), [one.key for one in ASKED]),
    (_("Hoe gaat het aan tafel?"), [*(one.key for one in AT_THE_TABLE), WRITING]),
    (_("Waar loopt het vast?"), [one.key for one in IN_THE_WAY]),
    (_("Wat gebeurt er in de wijk?"), [one.key for one in IN_THE_WIJK]),
    (_("Over het hele jaar"), [MEDIANS, *(one.key for one in YEAR_TABLES)]),
]


@dataclass(frozen=True)
class Figure:
    table: ReleasedTable
    story: Story | None
    remark: Remark | None


@dataclass(frozen=True)
class Chapter:
    title: Any
    figures: list[Figure]


def council(user: User, release: Publication) -> dict[str, Any]:
    tables = {table.key: table for table in tables_of(release.cells.all())}
    remarks = list(Remark.objects.visible_to(user).public().order_by("asked_at"))
    year, of_town = marks_until(release.year)
    return {
        "release": release,
        "rule": RULE,
        "chapters": chapters(tables, stories_beside(user), answered(remarks)),
        "stuck": stuck_for(user.has_perm("casework.answer_stuck_points")),
        "waiting": [one for one in remarks if one.side == "team" and not one.answered_at],
        "year": year,
        "wheel": of_town,
    }


def stories_beside(user: User) -> dict[str, Story]:
    """The one that was released last, for each figure."""
    released = Story.objects.visible_to(user).released().stories().exclude(indicator="")
    return {story.indicator: story for story in reversed(released)}


def answered(remarks: Iterable[Remark]) -> dict[str, Remark]:
    """Of each figure the question that was answered last."""
    return {one.indicator: one for one in remarks if one.indicator and one.answered_at}


def chapters(
    tables: dict[str, ReleasedTable], stories: dict[str, Story], remarks: dict[str, Remark]
) -> list[Chapter]:
    """Every table that was frozen, also one that the catalogue no longer knows."""
    known = {key for _title, keys in CHAPTERS for key in keys}
    rest = (_("En verder"), [key for key in tables if key not in known])
    made = [
        Chapter(
            title,
            [
                Figure(tables[key], stories.get(key), remarks.get(key))
                for key in keys
                if key in tables
            ],
        )
        for title, keys in [*CHAPTERS, rest]
    ]
    return [chapter for chapter in made if chapter.figures]


def marks_until(year: int) -> tuple[int | None, Wheel | None]:
    """The wheel of the last year that was frozen by then."""
    marks = list(PublishedMark.objects.of_town().filter(year__lte=year).order_by("-year"))
    if not marks:
        return None, None
    last = marks[0].year
    return last, wheel(
        Given(one.quality, one.voice, one.mean, one.about) for one in marks if one.year == last
    )
