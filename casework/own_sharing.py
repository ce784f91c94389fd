"""With whom is shared, and what the visitor of this house may say about it."""

from dataclasses import dataclass
from functools import cached_property

from casework.models import Person, Seat, SharingGround, SharingQuestion
from casework.standing import Standing
from wijkteam.choices import LifeDomain
from wijkteam.models import Organisation


@dataclass(frozen=True)
class OwnGround:
    """One ground, and who decides about it when the reader does not."""

    ground: SharingGround
    may_stop: bool
    deciders: list[Person]


@dataclass(frozen=True)
class OwnQuestion:
    """One question; `waits_for` are the others who have to say yes as well."""

    question: SharingQuestion
    may_answer: bool
    waits_for: list[Person]


@dataclass(frozen=True)
class Reader:
    """An organisation with people at the table: what is shared with it."""

    organisation: Organisation
    seats: list[Seat]
    grounds: list[OwnGround]

    @property
    def seated(self) -> list[Seat]:
        return [seat for seat in self.seats if not seat.awaits_answer]

    @property
    def invited(self) -> list[Seat]:
        """Asked to sit down, and no answer yet."""
        return [seat for seat in self.seats if seat.awaits_answer]


class OwnSharing:
    """Read once per page, in a fixed number of queries."""

    def __init__(self, standing: Standing) -> None:
        self.standing, self.case_file = standing, standing.case_file
        self.deciding = standing.deciding
        self.me = self.deciding.own(standing.user)
        grounds = standing.rows(SharingGround.objects.for_list())
        self.grounds = [self._ground(one) for one in grounds]
        about = ["organisation", "about", "asked_by", "first_yes_by"]
        asked = SharingQuestion.objects.waiting().select_related(*about)
        # Nothing is asked about a plan that was closed: no answer would be taken.
        asking = [] if self.case_file.closed_at else standing.rows(asked)
        self.questions = [self._question(one) for one in asking]

    def _ground(self, one: SharingGround) -> OwnGround:
        may = one.kind == "consent" and self.deciding.may(self.me, one.about)
        return OwnGround(one, may, self.deciding.deciders(one.about))

    def _question(self, one: SharingQuestion) -> OwnQuestion:
        said = one.first_yes_by
        deciders = self.deciding.deciders(one.about)
        # Who said yes waits for the others, unless a new year made them decide alone.
        again = said is not None and deciders == [said]
        others = [who for who in deciders if who != self.me and (again or who != said)]
        may = self.deciding.may(self.me, one.about) and (again or said != self.me)
        return OwnQuestion(one, may, others)

    @property
    def may_keep(self) -> bool:
        """Says who at home reads the own goals; in a house kept apart nobody does anyway."""
        return not self.case_file.is_apart and self.deciding.may_keep(self.me)

    @property
    def readers_at_home(self) -> list[Person]:
        return self.deciding.reads_of(self.me) if self.me else []

    @property
    def to_answer(self) -> list[OwnQuestion]:
        return [one for one in self.questions if one.may_answer]

    @property
    def waiting(self) -> list[OwnQuestion]:
        """For the yes of somebody else."""
        return [one for one in self.questions if not one.may_answer]

    @property
    def about(self) -> list[Person | None]:
        """About whom the visitor may say yes."""
        return self.deciding.about(self.me) if self.me else []

    @property
    def only_about_me(self) -> bool:
        """A young person, or who is no parent here: the family is not theirs to decide about."""
        return self.me is not None and self.about == [self.me]

    @property
    def decides_with(self) -> list[Person]:
        """Who else has to say yes about the visitor: a parent, from 12 to 15."""
        return [one for one in self.deciding.deciders(self.me) if one != self.me]

    @property
    def ended(self) -> list[SharingQuestion]:
        """What this person asked, of which nobody can say yes any more; the newest first."""
        mine = SharingQuestion.objects.filter(ended_at__isnull=False, asked_by__person=self.me)
        about = ["organisation", "about", "asked_by", "first_yes_by", "ended_by_leaving"]
        return self.standing.rows(mine.select_related(*about))[:5] if self.me else []

    @cached_property
    def readers(self) -> list[Reader]:
        """Who sits at the table for another organisation, and what still runs without a seat."""
        team = self.case_file.team.memberships.filter(until__isnull=True)
        colleagues = set(team.values_list("user_id", flat=True))
        found: dict[Organisation, list[Seat]] = {}
        for seat in sorted(self.standing.chairs or [], key=lambda seat: seat.since):
            of = seat.user.organisation if seat.user and not seat.until else None
            if of and not (seat.is_coordinator or seat.stays_on) and seat.user_id not in colleagues:
                found.setdefault(of, []).append(seat)
        for one in self.grounds:
            if not one.ground.withdrawn_at:
                found.setdefault(one.ground.organisation, [])
        return [Reader(of, seats, self._running(of)) for of, seats in found.items()]

    def _running(self, organisation: Organisation) -> list[OwnGround]:
        return [
            one
            for one in self.grounds
            if one.ground.organisation == organisation and not one.ground.withdrawn_at
        ]

    def open_domains(self, organisation: Organisation) -> list[tuple[str, str]]:
        """Life domains that are not shared with this organisation yet."""
        shared = {d for one in self._running(organisation) for d in one.ground.domains}
        return [(v, str(label)) for v, label in LifeDomain.choices if v not in shared]
