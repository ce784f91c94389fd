"""The run: count a quarter, round everything together, look for holes, and lay it ready.

One transaction as the role `statistics`. Run twice it does nothing the second time; killed halfway
it leaves nothing and begins again. What went into earlier releases is read from what was kept then,
so nothing that is changed, erased or put back in time later can show in a difference.
"""

import random
import secrets
from collections import Counter
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from monitor import counting
from monitor.attacker import narrowest
from monitor.counting import Counts, Kinds
from monitor.layout import as_published, lines_of, without_totals
from monitor.models import CountedFamilies, Publication, Release, ReleaseFigure
from monitor.published import Published
from monitor.release_catalogue import AXES, RUNNING, YEAR_TABLES, margins, sums
from monitor.release_tables import ALL, BALANCES, DONE, FAMILIES, SOURCES, TABLE, TABLES, Key
from monitor.rounding import CannotRound, Figure, Relation, Rounded, round_together
from monitor.told import median_lines, writing_line
from monitor.workflow import ReleaseState
from wijkteam import database

NARROW = 4  # an interval that is narrower than this tells too much about a count of 1 to 4


@dataclass
class Past:
    """What earlier releases counted and published: of the same year, and of the quarter before."""

    counted: Counter[Key] = field(default_factory=Counter)
    published: Counter[Key] = field(default_factory=Counter)
    ends: dict[str, tuple[int, int]] = field(default_factory=dict)  # per stock
    families: Counter[Kinds] = field(default_factory=Counter)
    is_whole_year: bool = False


def make(release: Release, rng: random.Random | None = None) -> None:
    """The whole run. The draws come from the operating system, and nobody keeps them.

    Only the made-up town gives a `rng` of its own, to be the same town every time.
    """
    with database.role("statistics"), transaction.atomic():
        found = Release.objects.select_for_update().get(pk=release.pk)
        if found.state == ReleaseState.WAITING:
            run(found, rng or secrets.SystemRandom())


def run(release: Release, rng: random.Random) -> None:
    release.tell(5, _("De gezinnen worden geteld."))
    counts, past = counting.count(release.period, SOURCES), past_of(release)
    release.tell(40, _("Alle cijfers worden samen afgerond."))
    figures = figures_of(counts, past)
    again = {"draws": release.draws + 1, "counted_at": timezone.now()}
    try:
        rounded = round_together(list(figures.values()), relations_of(figures, past), rng)
    except CannotRound:
        return release.move(ReleaseState.FAILED, **again)
    release.tell(70, _("We zoeken zelf naar lekken."))
    keep(release, counts, past, figures, rounded, rng)
    small = [key for key, figure in figures.items() if 1 <= figure.count <= 4]
    again |= {
        "small": len(small),
        "most": rounded.most,
        "insider": insider(counts, figures, rounded),
    }
    if narrowest(known_with(release, rounded), small, release.period) < NARROW:
        return release.move(ReleaseState.FAILED, **again)
    release.move(ReleaseState.READY, **again)
    release.tell(100, _("Klaar om te bekijken."))
    return None


def past_of(release: Release) -> Past:
    """From the figures of releases that were set; they are kept for ever."""
    is_set = Release.objects.filter(state=ReleaseState.SET)
    earlier = is_set.filter(year=release.year, quarter__lt=release.quarter)
    past = Past(is_whole_year=release.quarter == 4 and earlier.count() == 3)
    running = ReleaseFigure.objects.filter(release__in=earlier, indicator__in=RUNNING)
    for row in running.values("indicator", "row_key").annotate(a=Sum("count"), b=Sum("value")):
        key = (row["indicator"], row["row_key"], "")
        if (row["row_key"] == ALL) == (row["indicator"] == FAMILIES[0]):
            past.counted[key], past.published[key] = row["a"], row["b"]
    before = release.period.previous
    end = ReleaseFigure.objects.filter(
        release__in=is_set.filter(year=before.year, quarter=before.quarter),
        indicator__in=BALANCES, row_key="end",
    )  # fmt: skip
    past.ends = {one.indicator: (one.count or 0, one.value or 0) for one in end}
    if past.is_whole_year:
        for cell in CountedFamilies.objects.filter(release__in=earlier):
            past.families[cell.neighbourhood, cell.route, cell.domain] += cell.number
    return past


def figures_of(counts: Counts, past: Past) -> dict[Key, Figure]:
    """Every figure that the program may choose, with its count."""
    found: dict[Key, int] = {FAMILIES: sum(counts.families.values())}
    for axis, by in enumerate(AXES):
        found |= {(by, name, ""): number for name, number in counts.along(axis).items()}
    found = {(AXES[0], code, ""): 0 for code, _name in counting.names()} | found
    for table in TABLES:
        found = {(table.key, str(name), ""): 0 for name, _label in table.rows} | found
    for indicator, classes in counts.classes.items():
        if indicator in BALANCES:
            continue
        found |= {(indicator, name, ""): number for name, number in classes.items()}
        if (indicator, ALL, "") == TABLE[indicator].sum:
            found[indicator, ALL, ""] = sum(classes.values())
    for stock, numbers in stocks(counts, past).items():
        found |= {(stock, name, ""): number for name, number in numbers.items()}
    found |= {key: 0 for key in past.counted if key not in found}
    if past.is_whole_year:
        found |= year_cells(past.families + Counter(counts.families), list(found))
    return {
        key: Figure("|".join(key), number, past.counted[key], past.published[key])
        for key, number in found.items()
        if not (key[0] in past.ends and key[1] == "begin")
    }


def stocks(counts: Counts, past: Past) -> dict[str, dict[str, int]]:
    """Every stock with its flow; the begin is the end of the release before."""
    requests = {
        "new": sum(counts.families.values()),
        DONE[1]: sum(counts.classes.get("outcomes", {}).values()),
    }
    found = {}
    for stock, balance in BALANCES.items():
        if numbers := counts.classes.get(stock):
            numbers = numbers | (requests if stock == "requests" else {})
            begin = past.ends.get(stock, (numbers["begin"], 0))[0]
            found[stock] = balance.of(numbers, begin)
    return found


def year_cells(families: Counter[Kinds], quarter: list[Key]) -> dict[Key, int]:
    """The crossed tables of the year, with every name that a table of a quarter has.

    A name that were left out because nobody is there would be proven to be nobody.
    """
    found: Counter[Key] = Counter()
    names = [sorted(key[1] for key in quarter if key[0] == axis) for axis in AXES]
    for table in YEAR_TABLES:
        down, across = AXES.index(table.down), AXES.index(table.across)
        found.update({(table.key, one, two): 0 for one in names[down] for two in names[across]})
        for kinds, number in families.items():
            found[table.key, kinds[down], kinds[across]] += number
    return dict(found)


def relations_of(figures: dict[Key, Figure], past: Past) -> list[Relation]:
    """What adds up now, with what is already published taken as it is."""
    found = []
    for parts in sums(figures):
        stock = next(iter(parts))[0]
        begin = past.ends.get(stock, (0, 0))[1] if (stock, "end", "") in parts else 0
        found.append(Relation({figures[key].key: sign for key, sign in parts.items()}, -begin))
    for parts, margin in margins(figures):
        names = {figures[key].key: 1 for key in parts} | {figures[margin].key: -1}
        found.append(Relation(names, past.published[margin]))
    return found


def keep(
    release: Release, counts: Counts, past: Past, figures: dict[Key, Figure], rounded: Rounded,
    rng: random.Random,
) -> None:  # fmt: skip
    """Write the figures of this run instead of those of a run before it."""
    release.figures.all().delete()
    release.counted.all().delete()
    values = {key: rounded.values[figure.key] for key, figure in figures.items()}
    numbers = {key: figure.count for key, figure in figures.items()}
    for stock, end in past.ends.items():
        key = (stock, "begin", "")
        numbers[key], values[key] = end
    lines = [*lines_of(numbers, values), writing_line(release)]
    lines += median_lines(release, rng) if past.is_whole_year else []
    ReleaseFigure.objects.bulk_create(
        (line.figure(release, position) for position, line in enumerate(lines)), batch_size=2000
    )
    CountedFamilies.objects.bulk_create(
        CountedFamilies(release=release, neighbourhood=a, route=b, domain=c, number=number)
        for (a, b, c), number in counts.families.items()
    )


def known_with(release: Release, rounded: Rounded) -> list[Published]:
    """What an attacker would know after this release: what is published so far, and this."""
    figures = release.figures.values_list("indicator", "row_key", "column_key", "value")
    values = without_totals({(a, b, c): value for a, b, c, value in figures})
    earlier = Publication.objects.filter(year__gte=release.year - 1)
    return [
        *(as_published(one) for one in earlier),
        Published(release.period, values, rounded.most),
    ]


def insider(counts: Counts, figures: dict[Key, Figure], rounded: Rounded) -> int:
    """Of a hundred families, in tens: how many are proven present by whoever knows all the others.

    A figure that stands as far above its count as it may could not stand there with one family
    less. That cannot be helped by any rounding that stays near the count; so it is told.
    """

    def at_its_highest(key: Key) -> bool:
        one = figures[key]
        value = rounded.values[one.key]
        year = one.published + value - one.before - one.count
        return max(value - one.count, year) >= rounded.most

    proven = sum(
        number
        for kinds, number in counts.families.items()
        if at_its_highest(FAMILIES)
        or any(at_its_highest((AXES[axis], kinds[axis], "")) for axis in range(3))
    )
    return round(10 * proven / max(sum(counts.families.values()), 1)) * 10
