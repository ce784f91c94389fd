"""Messages about requests of residents on their own data. None says what it is about."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, Subquery

from wijkteam.choices import MessageKind, Role
from wijkteam.envelopes import link_to, rendered
from wijkteam.models import AccessQuestion, OutboxMessage, User
from wijkteam.models.outbox import OutboxQuerySet

if TYPE_CHECKING:
    from casework.models.case_files import CaseFile
    from casework.models.rights_requests import RightsRequest


def right_asked(request: "RightsRequest") -> None:
    """To the officers, and to the coordinator of the file."""
    to = list(User.objects.filter(role=Role.PRIVACY_OFFICER, is_active=True))
    coordinator = _coordinator(request.case_file) if request.case_file else None
    link = link_to("right_answer", request.pk)
    for user in [*to, *([coordinator] if coordinator else [])]:
        subject, body = rendered(
            "casework", "right_asked", user.language, request=request, link=link
        )
        OutboxMessage.objects.post(
            kind=MessageKind.MAIL, to="", colleague_id=user.pk, subject=subject, body=body,
            language=user.language,
        )  # fmt: skip
    OutboxMessage.objects.wake()


def right_answered(request: "RightsRequest") -> None:
    _to_resident(request, "right_answered")


def right_extended(request: "RightsRequest") -> None:
    _to_resident(request, "right_extended")


def right_lifted(request: "RightsRequest") -> None:
    _to_resident(request, "right_lifted")


def guest_invited(case_file: "CaseFile") -> None:
    """The coordinator hears that the household asked someone of its own to the table."""
    coordinator = _coordinator(case_file)
    if coordinator is None:
        return
    link = link_to("table", case_file.pk)
    subject, body = rendered("casework", "guest_invited", coordinator.language, link=link)
    OutboxMessage.objects.post(
        kind=MessageKind.MAIL, to="", colleague_id=coordinator.pk, subject=subject, body=body,
        language=coordinator.language, team_id=case_file.team_id,
        household_id=case_file.household_id,
    )  # fmt: skip
    OutboxMessage.objects.wake()


def _coordinator(case_file: "CaseFile") -> User | None:
    seats = case_file.seats.filter(is_coordinator=True, until__isnull=True).select_related("user")
    seat = seats.first()
    return seat.user if seat else None


def _to_resident(request: "RightsRequest", name: str) -> None:
    """By mail; on paper, from whoever may see what was asked, when there is no address."""
    subject, body = rendered(
        "casework", name, request.language, request=request, link=link_to("own_rights")
    )
    OutboxMessage.objects.post(
        kind=MessageKind.MAIL if request.email else MessageKind.LETTER,
        to=request.email or request.name,
        subject=subject,
        body=body,
        language=request.language,
        about_id=request.pk,
    )
    OutboxMessage.objects.wake()


def for_somebody(user: User) -> OutboxQuerySet:
    """Letters to print, and mails that came back, about what residents ask of their own data: for
    whoever may see that question, and for no team. `about_home` is the household, for the log.
    """
    from casework.models import RightsRequest

    asked = RightsRequest.objects.visible_to(user).filter(pk=OuterRef("about_id"))
    mine = Q(Exists(asked))
    if user.has_perm("wijkteam.view_access_log"):
        mine |= Q(Exists(AccessQuestion.objects.filter(pk=OuterRef("about_id"))))
    found = OutboxMessage.objects.for_somebody().filter(mine, about_id__isnull=False)
    home = Subquery(asked.values("household_id")[:1])
    return found.annotate(about_home=home).order_by("created_at")


def home_of(letter: OutboxMessage) -> UUID | None:
    """What `for_somebody` wrote on it."""
    home: UUID | None = letter.about_home  # type: ignore[attr-defined]
    return home
