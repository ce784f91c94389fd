"""Steps of the random worlds in which people of one house write, and who may read it."""

from contextlib import suppress
from random import Random
from uuid import uuid4

from django.utils import timezone

from casework.models import (
    Action,
    CaseFile,
    CaseFileUserObjectPermission,
    Difference,
    Document,
    Emergency,
    Goal,
    GoalAnswer,
    GoalReview,
    HouseholdMember,
    LeaveRequest,
    MandateQuestion,
    Meldcode,
    Person,
    Position,
    RightsRequest,
    Seat,
    SharingGround,
    SharingQuestion,
    StuckPoint,
    TeamHandover,
    TimelineEntry,
)
from casework.models.case_files import NewPerson
from casework.workflow import NotAllowed
from tests.conftest import app_login
from wijkteam import database
from wijkteam.choices import LifeDomain, Role
from wijkteam.models import Organisation, User
from wijkteam.roles import DATABASE_ROLE

DOMAINS = [LifeDomain.MONEY, LifeDomain.PARENTING, LifeDomain.SAFETY]


def case_file_opener(case_file: CaseFile) -> User:
    return case_file.seats.get(is_coordinator=True, until=None).user


class HomeSteps:
    """Mixed into `World`."""

    STEPS = ("housemate", "child", "moves", "own_words", "passes_on", "apart", "document",
             "sharing", "own_right", "keep", "meldcode", "restrict", "danger")  # fmt: skip
    random: Random
    team_users: list[User]
    residents: list[User]

    def _file(self) -> CaseFile | None:
        raise NotImplementedError

    def _housemate(self) -> None:
        """A second adult with an account in a house where one lives already."""
        case_file = self._file()
        homes = case_file.seats.filter(person__user__isnull=False) if case_file else None
        if homes and homes.count() == 1:
            new = next(r for r in self.residents if r != homes[0].person.user)
            role = self.random.choice(["adult", "adult", "young"])
            person = NewPerson(new.name, role, user=new, has_seat=True)
            case_file.add_person(person, case_file_opener(case_file))

    def _own_seat(self, case_file: CaseFile | None) -> Seat | None:
        seats = case_file.seats.open().filter(person__isnull=False) if case_file else Seat.objects
        return seats.order_by("?").first() if case_file else None

    def _own_words(self) -> None:
        case_file = self._file()
        seat = self._own_seat(case_file)
        if case_file and seat:
            TimelineEntry(case_file=case_file, by=seat, words="w", kind="message",
                          for_household=self.random.random() < 0.5).write()  # fmt: skip
            run_by = case_file.seats.get(is_coordinator=True, until=None)
            about = self.random.choice([*case_file.household.people()])
            TimelineEntry(case_file=case_file, words="w", by=run_by, about=about).write()
            goal = Goal(case_file=case_file, life_domain=self.random.choice(DOMAINS), words="g",
                        created_by=seat, whose=self.random.choice([None, seat.person]))  # fmt: skip
            goal.add()
            goal.review(seat, 6, "van mij")
            goal.review(case_file.seats.get(is_coordinator=True, until=None), 7)
            for owner in [seat, self._own_seat(case_file)]:
                Action(case_file=case_file, goal=goal, words="c", owner=owner,
                       created_by=seat).add()  # fmt: skip

            GoalAnswer.give(goal, seat, True, "", uuid4())

    def _passes_on(self) -> None:
        """A goal becomes another's or the whole house's, an action too, and later it says more."""
        case_file = self._file()
        if case_file:
            seat = case_file.seats.get(is_coordinator=True, until=None)
            for goal in case_file.goals.all():
                goal.whose = self.random.choice([None, *case_file.household.people()])
                goal.change(seat, goal.version)
                if self.random.random() < 0.5:
                    goal.words += "!"
                    goal.change(seat, goal.version)
            for action in case_file.actions.open():
                action.owner = self.random.choice([seat, self._own_seat(case_file) or seat])
                action.change(seat, action.version)
                if self.random.random() < 0.5:
                    action.words += "!"
                    action.change(seat, action.version)

    def _child(self) -> None:
        case_file = self._file()
        if case_file:
            case_file.add_person(NewPerson("Noor", "child"), case_file_opener(case_file))

    def _moves(self) -> None:
        """Somebody moves out, and perhaps back: with a chair or without."""
        case_file = self._file()
        people = [*case_file.household.people()] if case_file else []
        if case_file and len(people) > 1:
            one, by = self.random.choice(people), case_file_opener(case_file)
            case_file.moves_out(one, by, {goal.pk for goal in case_file.goals.all()[::2]})
            if self.random.random() < 0.4:
                case_file.moves_back(one, by)
                if self.random.random() < 0.5:
                    Seat.for_person(case_file, one, by)

    def _sharing(self) -> None:
        """Asked about the family or someone of it, and sometimes shared already."""
        case_file = self._file()
        if case_file:
            about = self.random.choice([None, *case_file.household.people()])
            seat = case_file.seats.get(is_coordinator=True, until=None)
            fields = {"case_file": case_file, "about": about, "domains": ["money"],
                      "organisation": Organisation.objects.order_by("pk").first()}  # fmt: skip
            with suppress(NotAllowed):  # only children live there now
                SharingQuestion(asked_by=seat, **fields).put()
            if self.random.random() < 0.5:
                SharingGround(kind="task", law="w", recorded_by=seat.user, **fields).give()

    def _own_right(self) -> None:
        case_file = self._file()
        seat = self._own_seat(case_file)
        if seat and seat.person.user:
            RightsRequest.ask(seat.person.user, "correct", "w", case_file, uuid4())

    def _keep(self) -> None:
        """Somebody turns 15, 16, 17 or 19, and perhaps says who at home reads the own goals."""
        case_file = self._file()
        people = [*case_file.household.people()] if case_file else []
        if people:
            one, year = self.random.choice(people), timezone.localdate().year
            ages = [15, 16, 17, 19] if lives_as(one) in {"child", "young"} else [None, 40]
            one.birth_year = self.random.choice([None, *(year - age for age in ages if age)])
            one.goals_shown_to = self.random.choice(
                [None, [], [other.pk for other in people], [self.random.choice(people).pk]]
            )
            one.save()

    def _danger(self) -> None:
        """Somebody at the table of a restricted file breaks the glass."""
        shielded = CaseFileUserObjectPermission.objects.filter(
            shielded=True, opened_until=None, permission__codename="view_casefile",
            user__in=self.team_users, content_object__closed_at=None,
        ).order_by("?").first()  # fmt: skip
        if shielded:
            by, household = shielded.user, shielded.content_object.household_id
            with app_login(), database.role(DATABASE_ROLE[by.role], by.pk):
                Emergency.break_glass(household, by, "Er is nu echt gevaar in huis.")

    def _restrict(self) -> None:
        """Granted, and not lifted: the table reads nothing any more."""
        case_file = self._file()
        seat = self._own_seat(case_file)
        if case_file and seat and seat.person.user and self.random.random() < 0.5:
            asked = RightsRequest.ask(seat.person.user, "restrict", "w", case_file, uuid4())
            asked.answer(case_file_opener(case_file), "granted", "w")
            case_file.refresh_from_db()

    def _apart(self) -> None:
        case_file = self._file()
        if case_file:
            case_file.keep_apart(case_file_opener(case_file), self.random.random() < 0.7)

    def _document(self) -> None:
        case_file = self._file()
        if case_file:
            seats = list(case_file.seats.open().filter(network_person=None))
            domain = self.random.choice(["", *DOMAINS])
            Document(
                case_file=case_file, by=self.random.choice(seats), title="d", life_domain=domain,
                for_household=self.random.random() < 0.5, file="documents/none",
                size=1,
            ).save(force_insert=True)  # fmt: skip

    def _meldcode(self) -> None:
        """Somebody at the table begins one, and names somebody else there."""
        case_file = self._file()
        seats = case_file.seats.open().filter(user__isnull=False) if case_file else Seat.objects
        chairs = list(seats.order_by("?")[:2]) if case_file else []
        if case_file and chairs and not case_file.meldcodes.open().exists():
            one = Meldcode.begin(case_file, chairs[0], "w", uuid4())
            if len(chairs) > 1:
                one.add_member(chairs[1].user, by=chairs[0].user)


def lives_as(person: Person) -> str:
    found = HouseholdMember.objects.filter(person=person, until=None).first()
    return found.role if found else ""


def age(person: Person) -> int | None:
    return person.birth_year and timezone.localdate().year - person.birth_year


def keeps(person: Person, user: User) -> bool:
    """What is this person's alone, this person of the house does not read."""
    turns = age(person)
    if person.user_id == user.pk or (turns is not None and turns < 16):
        return False
    role = lives_as(person)
    if turns is None and role == "child":
        return False
    if person.goals_shown_to is not None:
        mine = Person.objects.filter(user=user).values_list("pk", flat=True)
        return not set(person.goals_shown_to) & set(mine)
    as_child = HouseholdMember.objects.filter(person=person, role__in=["child", "young"])
    return turns is not None and (turns < 18 or as_child.exists())  # also of whoever moved out


def is_child_of(whom: Person, member: HouseholdMember | None) -> bool:
    """Of whom a parent reads with whom is shared: below 17, and the reader is a grown-up."""
    if member is None or member.role != "adult":
        return False
    turns, mine = age(whom), age(member.person)
    if mine is not None and mine < 18:
        return False
    return (
        lives_as(whom) in {"child", "young"}
        if turns is None
        else turns <= 16 and whom.lives_there()
    )


def member_of(user: User, case_file: CaseFile) -> HouseholdMember | None:
    home = HouseholdMember.objects.filter(household=case_file.household_id, until=None)
    return home.filter(person__user=user).select_related("person").first()


def reads_own_part(user: User, case_file: CaseFile) -> bool:
    member = member_of(user, case_file)
    turns = age(member.person) if member else None
    is_young = bool(member) and (member.role in {"child", "young"} if turns is None else turns < 18)
    return case_file.is_apart or is_young


def at_home(user: User, row) -> bool:
    """Whether someone of the house may read this of another in it (casework/home.py)."""
    if user.role != Role.RESIDENT or isinstance(row, TeamHandover):
        return True
    member = member_of(user, row.case_file)
    apart = reads_own_part(user, row.case_file)
    if isinstance(row, (SharingGround, SharingQuestion)):
        whom = row.about
        mine = whom is None or whom.user_id == user.pk
        return not apart or mine or is_child_of(whom, member)
    if isinstance(row, GoalAnswer):
        return row.by.person is None or row.by.person.user_id == user.pk
    if isinstance(row, (Difference, MandateQuestion, Position, StuckPoint)):
        return not apart
    if isinstance(row, LeaveRequest):
        asks = row.asked_by.person
        return asks is None or asks.user_id == user.pk
    goal = row if isinstance(row, Goal) else getattr(row, "goal", None)
    whose = goal.whose if goal else None
    open_to_me = whose is None or whose.user_id == user.pk or not (apart or keeps(whose, user))
    if isinstance(row, Goal):
        return open_to_me
    chair = row.owner if isinstance(row, Action) else row.by
    mine = bool(chair.person and chair.person.user_id == user.pk)
    of_team = chair.person is None
    if isinstance(row, Action):
        return (mine or of_team) and open_to_me if apart else mine or open_to_me
    if isinstance(row, GoalReview):
        return mine or (of_team and open_to_me)
    shared, about = row.for_household, getattr(row, "about", None)
    if about and not shared and not mine and keeps(about, user):
        return False
    return mine or (shared or not apart if of_team else shared and not apart)
