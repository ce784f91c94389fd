"""Marks of half a year for a pilot: the year in which it began is before and after at once.

Frozen together with the year, two halves of two groups at a time, and only when that shows nobody
(monitor/halves.py). Every other year a pilot reads from the marks of the year.
"""

import random
import secrets
from collections import defaultdict
from typing import Any

from django.db import models
from django.db.models import Count, Sum
from django.utils.translation import gettext_lazy as _

from monitor.choices import Audience, Kind, Voice
from monitor.halves import Cell, Given, Said, may_be_told
from monitor.marks import REST, Answers, about
from monitor.models.answers import Answer
from monitor.models.marks import UNKNOWN, PublishedMark
from monitor.models.pilots import Pilot

Groups = dict[tuple[int, bool], list[Cell]]  # half, inside the pilot


class PilotMark(models.Model):
    """A mean with one decimal of half a year: in the wijken of a pilot, or in the others."""

    pilot = models.ForeignKey(Pilot, models.PROTECT, related_name="marks")
    half = models.PositiveSmallIntegerField(_("helft van het jaar"))
    inside = models.BooleanField()
    about = models.PositiveIntegerField(_("aantal antwoorden, ongeveer"))
    mean = models.DecimalField(_("cijfer"), max_digits=3, decimal_places=1)

    class Meta:
        ordering = ["pilot", "half", "-inside"]
        verbose_name = _("vastgesteld cijfer van een proef")
        verbose_name_plural = _("vastgestelde cijfers van proeven")
        constraints = [
            models.UniqueConstraint(fields=["pilot", "half", "inside"], name="pilot_mark_once"),
            models.CheckConstraint(
                name="pilot_mark_of_ten_or_more",
                condition=models.Q(about__gte=10, mean__range=(1, 10), half__range=(1, 2)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.half}: {self.mean}"

    @classmethod
    def freeze(cls, year: int, rng: random.Random | None = None) -> int:
        """Of the pilots that began in the course of a year that is frozen. Twice does nothing."""
        if not PublishedMark.objects.filter(year=year).exists():
            return 0
        new = Pilot.objects.filter(year=year, quarter__gt=1, marks=None)
        return sum(
            cls._freeze_one(pilot, rng or secrets.SystemRandom())
            for pilot in new.order_by("started_at", "pk").prefetch_related("neighbourhoods")
        )

    @classmethod
    def _freeze_one(cls, pilot: Pilot, rng: random.Random) -> int:
        given = answers_by_half(pilot.year, pilot.quality)
        groups = groups_of(pilot, given)
        sums = {key: sum((given[cell] for cell in cells), Given(0, 0))
                for key, cells in groups.items()}  # fmt: skip
        if len(sums) < 4 or any(not one.number for one in sums.values()):
            return 0
        means = {key: round(one.total / one.number, 1) for key, one in sums.items()}
        halves = [Said(frozenset(groups[key]), mean) for key, mean in means.items()]
        if not may_be_told(given, told_of(pilot, given), halves):
            return 0
        rows = [
            cls(
                pilot=pilot, half=half, inside=inside, mean=means[half, inside],
                about=about([Answers("", "", sums[half, inside].number, 0)], rng),
            )
            for half, inside in sorted(groups)
        ]  # fmt: skip
        return len(PilotMark.objects.bulk_create(rows))


def answers_by_half(year: int, quality: str) -> dict[Cell, Given]:
    """What residents gave, per wijk and half of the year."""
    rows: Any = (
        Answer.objects.marks()
        .filter(year=year, audience=Audience.RESIDENT, question__quality=quality)
        .exclude(question__kind=Kind.YES_NO)
        .order_by()
        .values("neighbourhood_id", "quarter")
        .annotate(number=Count("pk"), total=Sum("mark"))
    )
    found: dict[Cell, Given] = defaultdict(lambda: Given(0, 0))
    for row in rows:
        cell = (str(row["neighbourhood_id"] or UNKNOWN), (row["quarter"] + 1) // 2)
        found[cell] += Given(row["number"], row["total"])
    return dict(found)


def groups_of(pilot: Pilot, given: dict[Cell, Given]) -> Groups:
    own = {str(one.pk) for one in pilot.neighbourhoods.all()}
    groups: Groups = defaultdict(list)
    for wijk, half in given:
        groups[half, wijk in own].append((wijk, half))
    return dict(groups)


def told_of(pilot: Pilot, given: dict[Cell, Given]) -> list[Said]:
    """What anybody reads of the same answers already: the marks of the year, and other pilots."""
    marks = PublishedMark.objects.filter(
        year=pilot.year, voice=Voice.RESIDENT, quality=pilot.quality
    )
    shown = {one.group for one in marks}
    told = []
    for one in marks:
        if one.whole:
            cells = set(given)
        elif one.group == REST:
            cells = {cell for cell in given if cell[0] not in shown}
        else:
            cells = {cell for cell in given if cell[0] == one.group}
        told.append(Said(frozenset(cells), float(one.mean)))
    others = PilotMark.objects.filter(pilot__year=pilot.year, pilot__quality=pilot.quality)
    for mark in others.select_related("pilot").prefetch_related("pilot__neighbourhoods"):
        cells = set(groups_of(mark.pilot, given)[mark.half, mark.inside])
        told.append(Said(frozenset(cells), float(mark.mean)))
    return told
