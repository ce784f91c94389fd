"""What each voice says of each quality in one year: frozen, as the municipality reads it.

Of ten answers or more, small wijken merged into one, the number of answers drawn to a multiple of
five (monitor/marks.py holds the rules). A year is frozen once, after it has ended, and never again.
"""

import json
import secrets
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from django.db import models, transaction
from django.db.models import Count, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from monitor.choices import VOICE_OF, Audience, Kind, Quality, Voice
from monitor.marks import Answers, Mark, marks
from monitor.models.answers import Answer
from wijkteam.models import Neighbourhood

Given = dict[tuple[str, str], list[Answers]]
UNKNOWN = "unknown"


class PublishedMarkQuerySet(models.QuerySet["PublishedMark"]):
    def of_town(self) -> "PublishedMarkQuerySet":
        return self.filter(whole=True)


class PublishedMark(models.Model):
    """A mean with one decimal, and from about how many answers."""

    year = models.PositiveSmallIntegerField(_("jaar"))
    voice = models.CharField(_("wie"), max_length=12, choices=Voice.choices)
    quality = models.CharField(_("kwaliteit"), max_length=14, choices=Quality.choices)
    group = models.CharField(max_length=20)
    names = models.CharField(_("wijken"), max_length=400, blank=True)
    # The mean of all who answered, whichever group that is.
    whole = models.BooleanField(default=False)
    about = models.PositiveIntegerField(_("aantal antwoorden, ongeveer"))
    mean = models.DecimalField(_("cijfer"), max_digits=3, decimal_places=1)

    objects = PublishedMarkQuerySet.as_manager()

    class Meta:
        ordering = ["year", "quality", "voice", "whole", "names"]
        verbose_name = _("vastgesteld cijfer")
        verbose_name_plural = _("vastgestelde cijfers")
        constraints = [
            models.UniqueConstraint(
                fields=["year", "voice", "quality", "group"], name="published_mark_once"
            ),
            models.CheckConstraint(
                name="published_mark_of_ten_or_more",
                condition=models.Q(about__gte=10, mean__range=(1, 10)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.quality} {self.voice} {self.mean}"

    @classmethod
    def freeze(cls, year: int) -> int:
        """All marks of a year that is over. A second time changes nothing."""
        if year >= timezone.localdate().year or cls.objects.filter(year=year).exists():
            return 0
        rng = secrets.SystemRandom()
        rows = []
        for (voice, quality), groups in sorted(answers_of(year).items()):
            found = marks(groups, rng)
            rows += [cls.of(year, voice, quality, mark, whole=mark is found[-1]) for mark in found]
        with transaction.atomic():
            PublishedMark.objects.bulk_create(rows)
        return len(rows)

    @classmethod
    def hash_of(cls, year: int) -> str:
        """Over every mark of a year; empty when none was frozen. It stands in the access log."""
        rows = cls.objects.filter(year=year).order_by("quality", "voice", "group")
        told = rows.values_list("quality", "voice", "group", "names", "whole", "about", "mean")
        text = "".join(json.dumps([*row[:-1], str(row[-1])]) + "\n" for row in told)
        return sha256(f"1 {year}\n{text}".encode()).hexdigest() if text else ""

    @classmethod
    def of(cls, year: int, voice: str, quality: str, mark: Mark, whole: bool) -> "PublishedMark":
        names = "" if whole else ", ".join(mark.names)[:400]
        return cls(
            year=year, voice=voice, quality=quality, group=mark.key, names=names,
            whole=whole, about=mark.about, mean=mark.mean,
        )  # fmt: skip


def answers_of(year: int) -> Given:
    """Per voice and quality: how many answers, and the sum of their marks, per wijk.

    Only residents have a wijk; of other voices there is the town alone.
    """
    rows = (
        Answer.objects.marks()
        .filter(year=year)
        .exclude(question__quality="")
        .exclude(question__kind=Kind.YES_NO)
        .values("audience", "question__quality", "neighbourhood_id")
        .annotate(number=Count("pk"), total=Sum("mark"))
        .order_by()
    )
    return together(rows, dict(Neighbourhood.objects.values_list("pk", "name")))


def together(rows: Iterable[Any], names: dict[int, str]) -> Given:
    """Per voice and quality the answers of each wijk: residents by theirs, all others as one."""
    sums: dict[tuple[str, str, str], list[int]] = {}
    for row in rows:
        wijk = row["neighbourhood_id"] if row["audience"] == Audience.RESIDENT else None
        key = (VOICE_OF[row["audience"]].value, row["question__quality"], str(wijk or UNKNOWN))
        old = sums.get(key, [0, 0])
        sums[key] = [old[0] + row["number"], old[1] + row["total"]]
    found: Given = {}
    for (voice, quality, wijk), (number, total) in sums.items():
        name = names.get(int(wijk), "") if wijk != UNKNOWN else str(_("wijk onbekend"))
        found.setdefault((voice, quality), []).append(Answers(wijk, name, number, total))
    return found
