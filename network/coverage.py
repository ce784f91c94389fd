"""Which neighbourhood has whom for which life domain, and which partner a team still misses.

Two queries for any number of places: the database counts, Python only lays the numbers out.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, F, Func, Q
from django.utils.functional import cached_property

from network.choices import Formality, Reach, VindplaatsKind
from network.models import Vindplaats
from wijkteam.choices import LifeDomain, OrganisationKind
from wijkteam.models import Neighbourhood, Team

# Partners that no team can do without, and how the register knows one.
PARTNERS = {
    OrganisationKind.YOUTH_HEALTH: VindplaatsKind.YOUTH_HEALTH,
    OrganisationKind.DISTRICT_NURSE: VindplaatsKind.DISTRICT_NURSE,
    OrganisationKind.WORK_INCOME: VindplaatsKind.WORK_INCOME,
    OrganisationKind.DEBT: VindplaatsKind.DEBT,
    OrganisationKind.SCHOOL: VindplaatsKind.SCHOOL,
    OrganisationKind.GP: VindplaatsKind.GP,
}


@dataclass
class Cell:
    """One neighbourhood and one life domain."""

    domain: str
    formal: int = 0
    informal: int = 0
    cold: int = 0  # of all places here, those that we have not spoken for three rhythms

    @property
    def number(self) -> int:
        return self.formal + self.informal

    @property
    def reach(self) -> Reach:
        """What counts is whom we still speak: when every place is cold, the cell is cold."""
        if not self.number:
            return Reach.NONE
        if self.cold == self.number:
            return Reach.COLD
        if self.formal and self.informal:
            return Reach.BOTH
        return Reach.FORMAL if self.formal else Reach.INFORMAL

    @property
    def label(self) -> str:
        return str(LifeDomain(self.domain).label)


@dataclass
class Row:
    """One neighbourhood."""

    wijk: Neighbourhood
    cells: list[Cell] = field(default_factory=list)

    def with_reach(self, *reaches: Reach) -> list[Cell]:
        return [cell for cell in self.cells if cell.reach in reaches]

    @property
    def missing(self) -> list[Cell]:
        return self.with_reach(Reach.NONE)

    @property
    def gone_cold(self) -> list[Cell]:
        return self.with_reach(Reach.COLD)


class Coverage:
    """The whole matrix for some neighbourhoods."""

    def __init__(self, wijken: Iterable[Neighbourhood], on: date) -> None:
        self.wijken, self.on = list(wijken), on

    @cached_property
    def rows(self) -> list[Row]:
        found: dict[tuple[int, str], Cell] = {}
        for row in counted(self.on, [wijk.pk for wijk in self.wijken]):
            cell = found.setdefault((row["wijk"], row["domain"]), Cell(row["domain"]))
            if row["formality"] == Formality.FORMAL:
                cell.formal += row["number"]
            else:
                cell.informal += row["number"]
            cell.cold += row["cold"]
        return [
            Row(wijk, [found.get((wijk.pk, d)) or Cell(d) for d in LifeDomain.values])
            for wijk in self.wijken
        ]


def counted(on: date, wijken: list[int]) -> Iterable[dict]:
    """How many places per neighbourhood, life domain and formality, and how many are cold."""
    return (
        Vindplaats.objects.in_use()
        .filter(neighbourhoods__in=wijken)
        .annotate(domain=Func(F("life_domains"), function="unnest"), wijk=F("neighbourhoods"))
        .order_by()
        .values("wijk", "domain", "formality")
        .annotate(number=Count("pk"), cold=Count("pk", filter=Q(cold_on__lte=on)))
    )


@dataclass(frozen=True)
class Missing:
    """The partners that one team does not have in its register."""

    team: Team
    kinds: list[OrganisationKind]

    @property
    def labels(self) -> list[str]:
        return [str(kind.label) for kind in self.kinds]


def missing_partners(teams: Iterable[Team]) -> list[Missing]:
    """Per team: which kinds of partner have no place in any of its neighbourhoods."""
    teams = list(teams)
    there = set(
        Vindplaats.objects.in_use()
        .filter(neighbourhoods__team__in=teams)
        .values_list("neighbourhoods__team", "kind", "organisation__kind")
        .order_by()
        .distinct()
    )
    kinds_of: dict[int, set[str | None]] = {team.pk: set() for team in teams}
    for pk, *kinds in there:
        kinds_of[pk].update(kinds)
    return [
        Missing(team, [of for of, kind in PARTNERS.items() if not {of, kind} & kinds_of[team.pk]])
        for team in teams
    ]
