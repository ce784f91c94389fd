"""With whom is shared, and what the visitor of this house may say about it."""

from dataclasses import dataclass
from functools import cached_property

from casework.consent import Deciding
from casework.models import CaseFile, Person, Seat, SharingGround, SharingQuestion
from wijkteam.choices import LifeDomain
from wijkteam.models import Organisation, TeamMembership, User


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


class OwnSharing:
    """Read once per page, in a fixed number of queries."""

    def __init__(self, case_file: CaseFile, user: User) -> None:
        self.case_file, self.user = case_file, user
        self.deciding = Deciding.of(case_file.household)
        self.me = self.deciding.own(user)
        mine = SharingGround.objects.visible_to(user).filter(case_file=case_file).for_list()
        self.grounds = [self._ground(one) for one in mine]
        asked = SharingQuestion.objects.visible_to(user).filter(case_file=case_file).waiting()
        about = ["organisation", "about", "asked_by", "first_yes_by"]
        self.questions = [self._question(one) for one in asked.select_related(*about)]

    def _ground(self, one: SharingGround) -> OwnGround:
        may = one.kind == "consent" and self.deciding.may(self.me, one.about)
        return OwnGround(one, may, self.deciding.deciders(one.about))

    def _question(self, one: SharingQuestion) -> OwnQuestion:
        said = one.first_yes_by
        others = [who for who in self.deciding.deciders(one.about) if who not in (self.me, said)]
        may = said != self.me and self.deciding.may(self.me, one.about)
        return OwnQuestion(one, may, others)

    @property
    def reads_all(self) -> bool:
        """Not the own part only (casework/home.py)."""
        return not self.case_file.is_apart and self.me not in self.deciding.young()

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

    @cached_property
    def readers(self) -> list[Reader]:
        """Who sits at the table for another organisation, and what still runs without a seat."""
        file = self.case_file
        team = TeamMembership.objects.filter(team=file.team_id, until__isnull=True)
        seats = file.seats.open().filter(user__organisation__isnull=False, is_coordinator=False)
        elsewhere = seats.exclude(user__in=team.values("user_id"))
        found: dict[Organisation, list[Seat]] = {}
        for seat in elsewhere.select_related("user__organisation").order_by("since"):
            assert seat.user
            assert seat.user.organisation
            found.setdefault(seat.user.organisation, []).append(seat)
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
