"""What a release tells in words: a class, never a number, and only of ten or more."""

import random

from django.utils.translation import gettext as _
from django.utils.translation import override

from monitor import counting
from monitor.layout import Line
from monitor.marks import REST, TOWN, Waited, medians
from monitor.models import Period, Release
from monitor.release_catalogue import MEDIANS, WRITING
from monitor.release_tables import ALL, TABLE

WEEKS = ("weeks_2", "weeks_4", "weeks_6", "longer")
LONGEST = 120  # minutes; beyond the last class


def median_lines(release: Release, rng: random.Random) -> list[Line]:
    """The class of weeks of the middle one, per neighbourhood; small ones together."""
    found, wijken = counting.waited(release.year), dict(counting.names())
    with override("nl"):
        classes = TABLE["waiting_for_conversation"].rows[: len(WEEKS)]
        groups = [
            Waited(code, str(name), tuple(found.get((code, week), 0) for week in WEEKS))
            for code, name in wijken.items()
        ]
        return [
            Line(
                (MEDIANS, one.key, ""), Period.YEAR,
                {REST: _("kleine wijken samen: %s"), TOWN: _("alle wijken samen")}
                .get(one.key, "%s").replace("%s", ", ".join(one.names)),
                value=one.about, words=str(classes[one.at][1]),
            )
            for one in medians(groups, rng)
        ]  # fmt: skip


def writing_line(release: Release) -> Line:
    """What writing took for one family: a class of minutes, or nothing when there are too few."""
    minutes = counting.minutes_per_file(release.period)
    with override("nl"):
        words = "" if minutes is None else minutes_in_words(minutes)
        row = _("per gezin, in het hele kwartaal")
        return Line((WRITING, ALL, ""), Period.QUARTER, row, words=words)


def minutes_in_words(minutes: int) -> str:
    """The class in which a number of minutes falls."""
    classes = [
        (15, _("minder dan een kwartier")),
        (30, _("een kwartier tot een half uur")),
        (60, _("een half uur tot een uur")),
        (LONGEST, _("één tot twee uur")),
    ]
    return next((words for most, words in classes if minutes < most), _("twee uur of meer"))
