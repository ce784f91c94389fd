"""What somebody at home may read of what changed in a plan, told from the changes themselves."""

from datetime import datetime
from uuid import UUID

from casework.models import Action, Goal, Person, Seat
from tests.locks.home import at_home, keeps, reads_own_part
from wijkteam.choices import Role
from wijkteam.models import Change, User

PLAN = {"casework_goal": Goal, "casework_action": Action}


def changes(user: User, domains: dict[UUID, list[str] | None]) -> set[UUID]:
    """Of goals and actions: the ones of a row that this person reads, newer than the day on which
    it was another's of the house."""
    found = [c for c in Change.objects.filter(table_name__in=PLAN) if c.case_file_id in domains]
    if user.role == Role.RESIDENT:
        return {one.pk for one in found if is_shown(user, one, found)}
    parts = {file: named and ["", *named] for file, named in domains.items()}
    whole = {file for file, named in parts.items() if named is None}
    return {
        change.pk
        for change in found
        if change.case_file_id in whole or change.life_domain in parts[change.case_file_id]
    }


def is_shown(user: User, change: Change, found: list[Change]) -> bool:
    row = PLAN[change.table_name].objects.filter(pk=change.row_id).first()
    if row is None or not at_home(user, row):
        return False
    if isinstance(row, Goal):
        return is_after(change, goal_named(user, row, found))
    apart = reads_own_part(user, row.case_file)
    by_owner = is_after(change, owner_named(user, row, found, apart))
    by_goal = row.goal is None or (
        at_home(user, row.goal) and is_after(change, goal_named(user, row.goal, found))
    )
    return by_owner and by_goal if apart else by_owner and is_mine(user, row.owner_id) or by_goal


def is_after(change: Change, moments: list[datetime]) -> bool:
    return all(change.at > moment for moment in moments)


def goal_named(user: User, goal: Goal, found: list[Change]) -> list[datetime]:
    """When somebody's name stood there whose goals this person does not read now."""
    apart, moments = reads_own_part(user, goal.case_file), []
    for change, key in values(goal.pk, "whose_id", found):
        whose = Person.objects.get(pk=key)
        if whose.user_id != user.pk and (apart or keeps(whose, user)):
            moments.append(change.at)
    return moments


def owner_named(user: User, action: Action, found: list[Change], apart: bool) -> list[datetime]:
    moments = []
    for change, key in values(action.pk, "owner_id", found):
        at_home_there = Seat.objects.get(pk=key).person_id is not None
        if not is_mine(user, key) and (at_home_there or not apart):
            moments.append(change.at)
    return moments


def values(row: UUID, name: str, found: list[Change]) -> list[tuple[Change, str]]:
    return [(change, named[name]) for change in found if change.row_id == row
            for named in (change.old, change.new) if named.get(name)]  # fmt: skip


def is_mine(user: User, seat: UUID | str) -> bool:
    return Seat.objects.filter(pk=seat, person__user=user).exists()
