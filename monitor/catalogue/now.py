"""What is asked of the apps for this very day, and stands in no table of quarters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casework import figures_friction as friction
from intake import figures as intake
from wijkteam.models import Neighbourhood


@dataclass(frozen=True)
class Reached:
    """One wijk of the team: how many asked for a conversation, beside how many live there."""

    name: str
    population: int | None
    number: int

    @property
    def share(self) -> float | None:
        """Per thousand inhabitants."""
        return 1000 * self.number / self.population if self.population else None


def reach(teams: Sequence[int], since: date) -> list[Reached]:
    """Of every wijk of the team, the least reached first."""
    asked = intake.reached_from(teams, since)
    wijken = Neighbourhood.objects.filter(team_id__in=teams)
    found = [Reached(one.name, one.population, asked.get(one.pk, 0)) for one in wijken]
    return sorted(found, key=lambda one: (one.share is None, one.share or 0))


@dataclass(frozen=True)
class Week:
    monday: date
    number: int


def waiting_by_week(teams: Sequence[int], weeks: Sequence[date]) -> list[Week]:
    """How many waited for their conversation on each of these Mondays."""
    numbers = intake.waiting_on(teams, weeks)
    return [Week(day, number) for day, number in zip(weeks, numbers, strict=True)]


@dataclass(frozen=True)
class Stuck:
    """What waits for the municipality: how many, the oldest in days, and the words of some."""

    number: int
    oldest: int
    rows: list[friction.Waiting]


def stuck_for(reads_words: bool) -> Stuck:
    """Everyone who looks sees how many wait; words are for whoever is to answer them."""
    if reads_words:
        rows = friction.waiting_longest()
        return Stuck(len(rows), rows[0].days if rows else 0, rows[:3])
    return Stuck(*friction.stuck_points_waiting(), [])
