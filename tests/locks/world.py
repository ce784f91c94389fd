"""A small random world around some families; who should see what in it stands in oracle.py."""

from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from uuid import uuid4

from django.utils import timezone

from casework.models import (
    Action,
    ActionLink,
    CaseFile,
    Difference,
    Goal,
    LeaveRequest,
    MandateQuestion,
    NetworkPerson,
    Seat,
    SharingGround,
    StuckPoint,
    TeamHandover,
    TeamOffer,
    TimelineEntry,
)
from casework.models.differences import View
from casework.workflow import Refused
from tests import factories
from tests.conftest import app_login
from tests.locks.home import HomeSteps, case_file_opener
from wijkteam import database
from wijkteam.choices import LifeDomain, Role
from wijkteam.models import Team, User

DOMAINS = [LifeDomain.MONEY, LifeDomain.PARENTING, LifeDomain.SAFETY]


@dataclass
class World(HomeSteps):
    """Two teams, people of all kinds, and what a run of random steps did to their files."""

    random: Random
    teams: list[Team] = field(default_factory=list)
    team_users: list[User] = field(default_factory=list)
    partners: list[User] = field(default_factory=list)
    residents: list[User] = field(default_factory=list)
    files: list[CaseFile] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.teams = [factories.team("A", "1311AA", is_default=True), factories.team("B", "1321AA")]
        for number, team in enumerate([*self.teams, *self.teams]):
            self.team_users.append(factories.user(f"P{number}", Role.PROFESSIONAL, team=team))
        self.team_users.append(factories.user("Lead", Role.TEAM_LEAD, team=self.teams[0]))
        for number in range(3):
            organisation = factories.organisation(f"Org {number % 2}", "school")
            self.partners.append(
                factories.user(f"Q{number}", Role.PARTNER, organisation=organisation)
            )
        self.residents = [factories.user(f"R{number}", Role.RESIDENT) for number in range(2)]

    @property
    def users(self) -> list[User]:
        return [*self.team_users, *self.partners, *self.residents]

    def step(self, name: str) -> None:
        """Do one thing; what the house refuses simply does not happen."""
        with suppress(Refused):
            getattr(self, f"_{name}")()

    # --- the steps --------------------------------------------------------------------------
    STEPS = (
        "open",
        "invite",
        "say_yes",
        "consent",
        "withdraw",
        "leave",
        "hand_over",
        "goal",
        "entry",
        "link",
        "ask",
        "friction",
        "close",
        "to_team",
        *HomeSteps.STEPS,
    )

    def _file(self) -> CaseFile | None:
        still_open = [f for f in self.files if not f.closed_at and not f.restricted_at]
        return self.random.choice(still_open) if still_open else None

    def _some_domains(self) -> list[str]:
        return self.random.sample(DOMAINS, self.random.randint(1, 3))

    def _open(self) -> None:
        by = self.random.choice(self.team_users[:4])
        free = [r for r in self.residents if not hasattr(r, "person")]
        self.files.append(
            factories.case_file(
                by,
                by.teams.get(),
                name=f"Gezin {len(self.files)}",
                resident=self.random.choice([None, *free]),
                number=str(len(self.files) + 1),
            )
        )

    def _invite(self) -> None:
        case_file = self._file()
        seated = set(case_file.seats.open().values_list("user_id", flat=True)) if case_file else ()
        free = [u for u in [*self.team_users, *self.partners] if u.pk not in seated]
        if case_file and free:
            domains = self.random.choice([None, self._some_domains()])
            Seat.invite(
                case_file, self.random.choice(free), case_file_opener(case_file), "", domains
            )

    def _say_yes(self) -> None:
        """Half of those who were asked take their seat."""
        for seat in Seat.objects.open().filter(asked_at__isnull=False, accepted_at=None):
            still = seat.case_file.closed_at is None and seat.case_file.restricted_at is None
            if still and self.random.random() < 0.5:
                factories.says_yes(seat)

    def _consent(self) -> None:
        case_file = self._file()
        if case_file:
            organisation = self.random.choice(self.partners).organisation
            by = case_file_opener(case_file)
            factories.consent(case_file, organisation, self._some_domains(), by)

    def _withdraw(self) -> None:
        ground = SharingGround.objects.valid().order_by("?").first()
        if ground:
            ground.withdraw()

    def _leave(self) -> None:
        seat = Seat.objects.open().filter(user__isnull=False).order_by("?").first()
        if seat:
            seat.leave(seat.user)

    def _hand_over(self) -> None:
        case_file = self._file()
        if case_file:
            to = case_file.seats.open().filter(is_coordinator=False).order_by("?").first()
            if to:
                case_file.seats.get(is_coordinator=True, until=None).hand_over(to, self.users[0])

    def _goal(self) -> None:
        case_file = self._file()
        if case_file:
            seat = case_file.seats.open().first()
            goal = Goal(case_file=case_file, life_domain=self.random.choice(DOMAINS), words="g",
                        created_by=seat)  # fmt: skip
            goal.add()
            goal.review(seat, 5)
            owner = self.random.choice(list(case_file.seats.open()))
            Action(case_file=case_file, goal=goal, words="a", owner=owner, created_by=seat).add()
            Action(case_file=case_file, words="b", owner=owner, created_by=seat).add()

    def _entry(self) -> None:
        case_file = self._file()
        if case_file:
            audience = self.random.choice(["table", "domain", "coordinator"])
            domain = self.random.choice(DOMAINS) if audience == "domain" else ""
            TimelineEntry(case_file=case_file, by=case_file.seats.open().first(), words="w",
                          audience=audience, life_domain=domain).write()  # fmt: skip
            if self.random.random() < 0.3:
                person = NetworkPerson(household=case_file.household, name="Els")
                Seat.for_network(case_file, person, "buurvrouw")

    def _link(self) -> None:
        """One action was sent to a neighbour."""
        action = Action.objects.open().order_by("?").first()
        if action:
            ActionLink.objects.create(
                case_file=action.case_file, action=action, life_domain=action.life_domain,
                secret=uuid4().hex, sent_by=self.users[0], expires_at=timezone.now(),
            )  # fmt: skip

    def _ask(self) -> None:
        """Someone of the household asks that someone leaves the table."""
        case_file = self._file()
        home = self._own_seat(case_file)
        if home:
            other = case_file.seats.open().filter(user__isnull=False).order_by("?").first()
            LeaveRequest(case_file=case_file, seat=other, asked_by=home).ask()

    def _friction(self) -> None:
        case_file = self._file()
        seats = list(case_file.seats.open()) if case_file else []
        if case_file and len(seats) > 1:
            domain = self.random.choice(["", *DOMAINS])
            one, other = self.random.sample(seats, 2)
            today = timezone.localdate()
            views = [View(one, "m", ""), View(other, "", "w")]
            fields = {"case_file": case_file, "life_domain": domain}
            Difference(subject="s", about="both", review_on=today, **fields).raise_it(one, views)
            MandateQuestion(words="q", asked_to="g", holder=one, asked_by=one, **fields).ask()
            StuckPoint(kind="rule", words="vast", written_by=one, **fields).write()

    def _to_team(self) -> None:
        """The other team is asked, and half of the time somebody there takes the file."""
        case_file = self._file()
        if case_file:
            case_file.refresh_from_db()
            other = next(team for team in self.teams if team.pk != case_file.team_id)
            asked = TeamHandover(case_file=case_file, to_team=other, words="verhuisd")
            asked.ask(case_file_opener(case_file))
            takers = [u for u in self.team_users if u.role == Role.PROFESSIONAL and
                      u.teams.get() == other]  # fmt: skip
            if self.random.random() < 0.5:
                self._take(self.random.choice(takers), asked)

    def _take(self, taker: User, asked: TeamHandover) -> None:
        with app_login(), database.role("professional", taker.pk):
            next(one for one in TeamOffer.waiting() if one.pk == asked.pk).take(taker)

    def _close(self) -> None:
        case_file = self._file()
        if case_file and self.random.random() < 0.3:
            case_file.close(
                case_file_opener(case_file), "Het gaat weer goed.", "Dat bespreken ze zelf."
            )
