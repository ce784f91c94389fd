"""Messages about a file that goes to another team. None says of which family."""

from typing import TYPE_CHECKING

from casework import letters_at_home
from wijkteam.choices import MessageKind, Role
from wijkteam.envelopes import link_to, rendered
from wijkteam.models import OutboxMessage, User

if TYPE_CHECKING:
    from casework.models.case_files import CaseFile
    from casework.models.seats import Seat
    from casework.models.team_handover import TeamHandover


def asked(handover: "TeamHandover") -> None:
    """To the family, and to who leads the other team; it stands on the day of everyone there."""
    _at_home(handover.case_file, "team_asked_at_home")
    leads = User.objects.filter(role=Role.TEAM_LEAD, is_active=True)
    there = {"memberships__team": handover.to_team_id, "memberships__until": None}
    for lead in leads.filter(**there).distinct():
        _tell(lead, "team_asked", link_to("team_offer", handover.pk))


def objected(handover: "TeamHandover") -> None:
    seats = handover.case_file.seats.open().select_related("user")
    coordinator = seats.get(is_coordinator=True).user
    assert coordinator
    _tell(coordinator, "team_answered", link_to("table", handover.case_file_id))


def declined(to: User) -> None:
    _tell(to, "team_answered", link_to("day"))


def taken(case_file: "CaseFile", before: "Seat | None") -> None:
    _at_home(case_file, "team_taken_at_home")
    if before and before.user:
        _tell(before.user, "team_answered", link_to("case_file", case_file.pk))


def _at_home(case_file: "CaseFile", message: str) -> None:
    seats = case_file.seats.open().filter(person__isnull=False).select_related("person")
    people = {seat.person for seat in seats if seat.person}
    letters_at_home.tell(people, case_file, message, link_to("own_plan"))


def _tell(to: User, message: str, link: str) -> None:
    subject, body = rendered("casework", message, to.language, to=to, link=link)
    OutboxMessage.objects.post(
        kind=MessageKind.MAIL, to="", colleague_id=to.pk, subject=subject, body=body,
        language=to.language,
    )  # fmt: skip
    OutboxMessage.objects.wake()
