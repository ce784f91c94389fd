"""A file that is asked of another team, and taken there."""

from casework.models import Action, CaseFile, Seat, TeamHandover, TeamOffer, TimelineEntry
from tests.conftest import app_login
from wijkteam import database
from wijkteam.models import OutboxMessage, User
from wijkteam.roles import DATABASE_ROLE

WHY = "Het gezin verhuisde naar uw wijk."


def asked_for(family, other_team) -> TeamHandover:
    one = TeamHandover(case_file=family.case_file, to_team=other_team, words=WHY)
    one.ask(family.coordinator.user)
    return one


def takes(user: User) -> CaseFile | None:
    with app_login(), database.role(DATABASE_ROLE[user.role], user.pk):
        (offer,) = TeamOffer.waiting()
        return offer.take(user)


def mails(user: User) -> list[str]:
    return [*OutboxMessage.objects.filter(to=user.email).values_list("subject", flat=True)]


def agree(user: User) -> None:
    """Screen and database show the same rows."""
    kinds = [CaseFile, Seat, TeamHandover, Action, TimelineEntry]
    with app_login(), database.role(DATABASE_ROLE[user.role], user.pk):
        rows = {kind: {*kind.objects.values_list("pk", flat=True)} for kind in kinds}
    for kind in kinds:
        assert {one.pk for one in kind.objects.visible_to(user)} == rows[kind], kind
