"""What a pilot shows: its wijken before and after, and beside the others. Published only."""

from dataclasses import dataclass

from monitor.choices import Voice
from monitor.differences import Difference, Mean, beside, difference, pooled
from monitor.models import Pilot, PublishedMark


@dataclass(frozen=True)
class Found:
    """`before` and `after` are years; a mean is None when too few answered to publish one."""

    before: int | None = None
    after: int | None = None
    here: tuple[Mean | None, Mean | None] = (None, None)
    elsewhere: tuple[Mean | None, Mean | None] = (None, None)

    @property
    def rows(self) -> list[tuple[str, Mean | None, Mean | None]]:
        return [("here", *self.here), ("elsewhere", *self.elsewhere)]

    @property
    def change(self) -> Difference | None:
        """In the pilot's own wijken."""
        before, after = self.here
        return difference(after, before) if before and after else None

    @property
    def more_than_elsewhere(self) -> Difference | None:
        before, after = self.here
        their_before, their_after = self.elsewhere
        if before and after and their_before and their_after:
            return beside(after, before, their_after, their_before)
        return None


def found(pilot: Pilot) -> Found:
    """The last year that was frozen before it began, beside the last one since. In two queries."""
    rows = PublishedMark.objects.filter(
        voice=Voice.RESIDENT, quality=pilot.quality, whole=False
    ).exclude(group="rest")
    marks = list(rows)
    before = max((one.year for one in marks if one.year < pilot.year), default=None)
    after = max((one.year for one in marks if one.year >= pilot.year), default=None)
    own = {str(pk) for pk in pilot.neighbourhoods.values_list("pk", flat=True)}

    def mean(year: int | None, inside: bool) -> Mean | None:
        chosen = [one for one in marks if one.year == year and (one.group in own) == inside]
        return pooled([(float(one.mean), one.about) for one in chosen])

    return Found(
        before,
        after,
        (mean(before, True), mean(after, True)),
        (mean(before, False), mean(after, False)),
    )
