"""Messages about a table. A mail says that something happened, never what or about whom: who may
know it reads it after signing in."""

import uuid
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from casework import letters_at_home
from wijkteam.choices import MessageKind, MessageStatus, Role
from wijkteam.envelopes import link_to, rendered
from wijkteam.letters import ask_by_mail
from wijkteam.models import OutboxMessage, User
from wijkteam.models.outbox import OutboxQuerySet
from wijkteam.references import readable

if TYPE_CHECKING:
    from casework.models import (
        Action,
        CaseFile,
        Difference,
        LeaveRequest,
        Person,
        Seat,
        SharingGround,
        TimelineEntry,
    )


def invited(seat: "Seat", by: User) -> None:
    if seat.user:
        url = reverse("seat_accept", args=[seat.pk])
        _tell(seat.user, seat.case_file, "invited", by, url)


def became_coordinator(seat: "Seat", by: User) -> None:
    if seat.user:
        _tell(seat.user, seat.case_file, "coordinator", by)


def stopped_sharing(ground: "SharingGround", by: User | None) -> None:
    """The coordinator hears at once that something is not shared any more."""
    seat = ground.case_file.seats.open().select_related("user").get(is_coordinator=True)
    if seat.user and seat.user != by:
        _tell(seat.user, ground.case_file, "stopped_sharing", None)


def sees_it_differently(difference: "Difference") -> None:
    """The coordinator hears that someone of the household sees something differently."""
    file = difference.case_file
    seat = file.seats.open().select_related("user").get(is_coordinator=True)
    if seat.user:
        _tell(seat.user, file, "sees_it_differently", None)


def questions(person: "Person", link: str, again: bool) -> None:
    """How is the help? To the own address of someone of the household."""
    user = person.user
    contact = getattr(person, "contact", None)  # no row: nothing is known
    email = (user.email if user else "") or (contact.email if contact else "")
    if email:
        ask_by_mail(email, user.language if user else "nl", link, again)


def _tell(to: User, case_file: "CaseFile", message: str, by: User | None, path: str = "") -> None:
    url = f"{settings.BASE_URL}{path or reverse('case_file', args=[case_file.pk])}"
    subject, body = rendered("casework", message, to.language, to=to, by=by, url=url)
    OutboxMessage.objects.post(
        kind=MessageKind.MAIL,
        to="",
        colleague_id=to.pk,
        subject=subject,
        body=body,
        language=to.language,
        team_id=case_file.team_id,
        household_id=case_file.household_id,
    )


def somebody_left(to: User, who: User) -> None:
    """One mail per coordinator, however many tables it was: the list says which."""
    if not to.email:
        return
    subject, body = rendered(
        "casework", "somebody_left", to.language, to=to, who=who, url=link_to("case_files")
    )
    OutboxMessage.objects.post(
        kind=MessageKind.MAIL, to=to.email, subject=subject, body=body, language=to.language
    )


def glass_broken(coordinator: int, household_id: uuid.UUID, case_file: uuid.UUID, by: User) -> None:
    """The coordinator and the privacy officers hear at once, with the way to it after signing in;
    what it is about stays inside."""
    whom = Q(pk=coordinator) | Q(role=Role.PRIVACY_OFFICER)
    for to in User.objects.filter(whom, is_active=True, email__isnull=False):
        url = link_to("case_file", case_file) if to.pk == coordinator else link_to("emergencies")
        subject, body = rendered("casework", "glass_broken", to.language, to=to, by=by, url=url)
        OutboxMessage.objects.post(
            kind=MessageKind.MAIL,
            to=str(to.email),
            subject=subject,
            body=body,
            language=to.language,
            household_id=household_id,
        )


def urgent(entry: "TimelineEntry") -> None:
    """Whoever works at this table and may read it hears now, not in the daily mail; not who was
    asked and did not say yes."""
    from casework.querysets import readers

    _urgent_at_home(entry)
    may_read = readers(entry.case_file_id, entry.life_domain)
    seats = entry.case_file.seats.taken().filter(user__isnull=False).exclude(pk=entry.by_id)
    for seat in seats.select_related("user"):
        about_them = not seat.domains or entry.life_domain in ["", *seat.domains]
        if entry.audience == "coordinator":
            about_them = seat.is_coordinator
        if seat.user and about_them and seat.user_id in may_read:
            _tell(seat.user, entry.case_file, "urgent", None)


def _urgent_at_home(entry: "TimelineEntry") -> None:
    """The people of the house who may read it too, when they left an address."""
    from casework.consent import Deciding

    file = entry.case_file
    is_hidden = entry.audience == "coordinator" or file.is_apart and not entry.for_household
    if is_hidden or entry.by.person_id:
        return
    seats = file.seats.open().filter(person__isnull=False).select_related("person")
    people = {seat.person for seat in seats if seat.person}
    if not entry.for_household:
        deciding = Deciding.of(file.household)
        people -= deciding.young()
        if entry.about:
            people &= {entry.about, *deciding.reads_of(entry.about)}
    letters_at_home.tell(people, file, "urgent_at_home", link_to("own_plan"))


def asked_to_leave(request: "LeaveRequest") -> None:
    """To the coordinator; about the coordinator, to the team lead, who calls."""
    coordinator = request.case_file.seats.open().select_related("user").get(is_coordinator=True)
    if request.seat_id != coordinator.pk and coordinator.user:
        _tell(coordinator.user, request.case_file, "asked_to_leave", None)
        return
    team = request.case_file.team_id
    leads = User.objects.filter(role=Role.TEAM_LEAD, is_active=True, memberships__team=team)
    for lead in leads.filter(memberships__until__isnull=True):
        subject, body = rendered(
            "casework", "other_coordinator", lead.language, to=lead, coordinator=coordinator
        )
        OutboxMessage.objects.post(
            kind=MessageKind.MAIL, to="", colleague_id=lead.pk, subject=subject, body=body,
            language=lead.language, team_id=team,
        )  # fmt: skip


def news(to: User, tables: int) -> None:
    """How many tables, and nothing else: no name, no address, no word of it."""
    name = "own_plan" if to.role == Role.RESIDENT else "day"
    subject, body = rendered(
        "casework", "news", to.language, to=to, tables=tables, url=link_to(name)
    )
    OutboxMessage.objects.post(
        kind=MessageKind.MAIL, to=str(to.email), subject=subject, body=body, language=to.language
    )


def action_for_helper(
    action: "Action", by: User, to: tuple[str, str], token: str, code: str, until: datetime
) -> None:
    """Just this action and the link: whose plan it is in, the helper knows already. `to` is an
    address and a language; without an address it is a letter to print."""
    email, language = to
    subject, body = rendered(
        "casework", "action", language, action=action, by=by, team=action.case_file.team,
        until=until, code=readable(code), url=link_to("linked_action", token),
    )  # fmt: skip
    OutboxMessage.objects.post(
        kind=MessageKind.MAIL if email else MessageKind.LETTER,
        to=email or action.owner.name,
        subject=subject,
        body=body,
        language=language,
        team_id=action.case_file.team_id,
        household_id=action.case_file.household_id,
    )


def for_hand(user: User) -> OutboxQuerySet:
    """Letters and calls that came out of a plan of the own team, for a person to do; and the mail
    to somebody of the house that came back, when no later one arrived."""
    from casework.models import CaseFile

    files = CaseFile.objects.run_by(user).values("household_id")
    gone = OutboxMessage.objects.exclude(status=MessageStatus.WAITING)
    later = gone.filter(person_id=OuterRef("person_id"), created_at__gt=OuterRef("created_at"))
    back = OutboxMessage.objects.failed().filter(~Exists(later), person_id__isnull=False)
    found = OutboxMessage.objects.for_hand() | back
    return found.filter(household_id__in=files, request_id=None)
