"""What somebody at home may read of what changed in a plan, told from the changes themselves."""

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from casework.models import Action, Goal, Person, Seat
from tests.locks.home import at_home, keeps, reads_own_part
from wijkteam.choices import Role
from wijkteam.models import Change, User

PLAN = {"casework_goal": Goal, "casework_action": Action}
Rows = dict[tuple[str, UUID], list[Change]]


def of_plans() -> list[Change]:
    return list(Change.objects.filter(table_name__in=PLAN).order_by())


def readable(user: User, domains: dict[UUID, list[str] | None], changes: list[Change]) -> set[UUID]:
    """Of goals and actions: the ones of a row that this person reads, newer than the day on which
    it was another's of the house."""
    found = [change for change in changes if change.case_file_id in domains]
    if user.role == Role.RESIDENT:
        rows: Rows = defaultdict(list)
        for change in found:
            rows[change.table_name, change.row_id].append(change)
        home = AtHome(user, rows)
        return {change.pk for key in list(rows) for change in home.shown(*key)}
    parts = {file: named and ["", *named] for file, named in domains.items()}
    whole = {file for file, named in parts.items() if named is None}
    return {
        change.pk
        for change in found
        if change.case_file_id in whole or change.life_domain in parts[change.case_file_id]
    }


class AtHome:
    """One person of a house; everything is read once."""

    def __init__(self, user: User, rows: Rows) -> None:
        self.user, self.rows = user, rows
        self.people = {str(one.pk): one for one in Person.objects.all()} if rows else {}
        seats = Seat.objects.select_related("person") if rows else []
        self.seats = {str(seat.pk): seat for seat in seats}
        self.goals: dict[UUID, list[datetime] | None] = {}

    def shown(self, table: str, row_id: UUID) -> list[Change]:
        changes = self.rows[table, row_id]
        if PLAN[table] is Goal:
            moments = self.goal(row_id)
            return [] if moments is None else [one for one in changes if is_after(one, moments)]
        row = Action.objects.select_related("case_file", "goal__whose", "owner__person")
        action = row.filter(pk=row_id).first()
        if action is None or not at_home(self.user, action):
            return []
        apart = reads_own_part(self.user, action.case_file)
        owners, goals = self.owners(row_id, apart), self.goal(action.goal_id)
        return [one for one in changes if self.may(one, action, owners, goals, apart)]

    def may(
        self, one: Change, action: Action, owners: list[datetime], goals: list[datetime] | None,
        apart: bool,
    ) -> bool:  # fmt: skip
        by_owner, by_goal = is_after(one, owners), goals is not None and is_after(one, goals)
        mine = self.is_mine(str(action.owner_id))
        return by_owner and by_goal if apart else by_owner and mine or by_goal

    def goal(self, row_id: UUID | None) -> list[datetime] | None:
        """When somebody's name stood there whose goals this person does not read now; None where
        the goal itself is not theirs to read."""
        if row_id is None:
            return []
        if row_id not in self.goals:
            self.goals[row_id] = self._goal(row_id)
        return self.goals[row_id]

    def _goal(self, row_id: UUID) -> list[datetime] | None:
        goal = Goal.objects.select_related("case_file", "whose").filter(pk=row_id).first()
        if goal is None or not at_home(self.user, goal):
            return None
        apart, moments = reads_own_part(self.user, goal.case_file), []
        for change, key in named(self.rows["casework_goal", row_id], "whose_id"):
            whose = self.people[key]
            if whose.user_id != self.user.pk and (apart or keeps(whose, self.user)):
                moments.append(change.at)
        return moments

    def owners(self, row_id: UUID, apart: bool) -> list[datetime]:
        return [
            change.at
            for change, key in named(self.rows["casework_action", row_id], "owner_id")
            if not self.is_mine(key) and (self.seats[key].person_id is not None or not apart)
        ]

    def is_mine(self, seat: str) -> bool:
        person = self.seats[seat].person
        return person is not None and person.user_id == self.user.pk


def is_after(change: Change, moments: list[datetime]) -> bool:
    return all(change.at > moment for moment in moments)


def named(changes: list[Change], name: str) -> list[tuple[Change, str]]:
    """Where the column got or lost this value."""
    return [
        (change, values[name])
        for change in changes
        for values in (change.old, change.new)
        if values.get(name)
    ]
