"""One quality as everybody reads it: what each voice gave it, per year and per wijk, as frozen.

Read at the address of a figure, with a key of its own, so that a question and a story stand beside
a quality as they do beside a count.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from monitor.choices import VOICE_OF, Quality, Voice
from monitor.marks import REST
from monitor.models import PublishedMark, Question, Questionnaire
from monitor.over_time import QUALITIES
from monitor.release_catalogue import Told
from monitor.release_tables import NO_NORM

ABOUT = {
    key: Told(
        quality.label,
        _("Het gemiddelde van een heel jaar. Gezichtjes tellen als 2, 4, 6, 8 en 10."),
        NO_NORM,
        _("Van tien antwoorden of meer. Wie geen antwoord gaf, staat er niet in."),
        _("antwoorden"),
    )
    for key, quality in QUALITIES.items()
}
LINE, LONGEST = 46, 290  # a name and, below it, its bar


@dataclass(frozen=True)
class MarkBar:
    label: str
    shade: int
    y: int
    mean: Decimal

    @property
    def width(self) -> int:
        return round(LONGEST * float(self.mean) / 10)


@dataclass(frozen=True)
class Row:
    label: str
    cells: list[PublishedMark | None]

    @property
    def about(self) -> int | None:
        """From how many answers the last mark is, drawn to a multiple of five."""
        return self.cells[-1].about if self.cells[-1] else None


@dataclass(frozen=True)
class QualityFigure:
    """`rows`: a voice each, over the years. `wijken`: what residents gave in the last of them."""

    years: list[int]
    rows: list[Row]
    wijken: list[tuple[str, PublishedMark]]

    @property
    def bars(self) -> list[MarkBar]:
        """The last year: the same marks as the last column."""
        last = [(row.label, row.cells[-1]) for row in self.rows]
        found = [(label, mark.mean, mark.voice) for label, mark in last if mark]
        return [
            MarkBar(label, Voice.values.index(voice) + 1, at * LINE, mean)
            for at, (label, mean, voice) in enumerate(found)
        ]

    @property
    def height(self) -> int:
        return LINE * len(self.bars)


def figure_of(quality: Quality) -> QualityFigure:
    """In one query, whatever the number of years. Wijken by name: there is no first and last."""
    marks = list(PublishedMark.objects.filter(quality=quality))
    town = {(one.voice, one.year): one for one in marks if one.whole}
    years = sorted({one.year for one in marks})
    rows = [
        Row(str(voice.label), [town.get((voice, year)) for year in years])
        for voice in Voice
        if any((voice, year) in town for year in years)
    ]
    wijken = [
        (names_of(one), one)
        for one in marks
        if not one.whole and one.voice == Voice.RESIDENT and one.year == years[-1]
    ]
    return QualityFigure(
        years, rows, sorted(wijken, key=lambda one: (one[1].group == REST, one[0]))
    )


def names_of(mark: PublishedMark) -> str:
    if mark.whole:
        return __("alle wijken samen")
    if mark.group == REST:
        return __("kleine wijken samen: %s") % mark.names
    return mark.names


def asked_about(quality: Quality) -> list[tuple[str, str]]:
    """(who, what we ask them), of the lists that are in use."""
    lists = Questionnaire.objects.current().values_list("pk", flat=True)
    asked = Question.objects.filter(quality=quality, questionnaire__in=list(lists))
    found = [
        (VOICE_OF[one.questionnaire.audience], str(one.questionnaire), one.words)
        for one in asked.select_related("questionnaire").order_by("questionnaire__pk", "number")
    ]
    return [(who, words) for voice in Voice for of, who, words in found if of == voice]


def lines(year: int) -> Iterator[Sequence[Any]]:
    """All marks of a year, in the columns of a download (downloads.py)."""
    keys = {quality: key for key, quality in QUALITIES.items()}
    for one in PublishedMark.objects.filter(year=year):
        quality = Quality(one.quality)
        yield (
            "year", keys[quality], str(quality.label), one.group, names_of(one), one.voice,
            str(Voice(one.voice).label), one.about, str(one.mean),
        )  # fmt: skip
