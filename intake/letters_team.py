"""What colleagues hear from the portal by mail: numbers and links, never a name or a story."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils import translation

from intake.calendars import calendar_file
from intake.letters import render_message
from intake.models import Complaint, Conversation, ConversationRequest
from wijkteam import references
from wijkteam.choices import Language, MessageKind
from wijkteam.envelopes import link_to
from wijkteam.models import OutboxMessage


def late(addresses: list[str], requests: Mapping[UUID, str], *, to_lead: bool) -> None:
    """These requests wait longer than was promised."""
    shown = [
        (references.readable(number), link_to("request_detail", pk))
        for pk, number in requests.items()
    ]  # fmt: skip
    page = link_to("leading") if to_lead else link_to("inbox")
    to_colleagues("late", addresses, rows=shown, to_lead=to_lead, page=page)


def invitation(addresses: list[str], talk: Conversation, *, off: bool) -> None:
    """For the own calendar, or out of it again; as bare as what the resident gets."""
    if not addresses:
        return
    with translation.override(Language.NL):
        file = calendar_file(talk, off=off).decode()
    number, page = talk.request.readable_reference, link_to("request_detail", talk.request_id)
    said = {"number": number, "page": page, "at": talk.planned_at, "off": off}
    to_colleagues("invitation", addresses, calendar=file, **said)


def to_colleagues(name: str, addresses: list[str], calendar: str = "", **context: Any) -> None:
    subject, body = render_message(name, Language.NL, **context)
    for address in addresses:
        OutboxMessage.objects.post(
            kind=MessageKind.MAIL, to=address, subject=subject, body=body, calendar=calendar
        )
    OutboxMessage.objects.wake()


def not_arrived(address: str, request: ConversationRequest) -> None:
    """To the holder: a message came back, and stands among what is to be done by hand."""
    page = link_to("request_detail", request.pk)
    number = references.readable(request.reference)
    to_colleagues("not_arrived", [address], number=number, page=page)


def complaint_arrived(addresses: list[str], numbers: list[str]) -> None:
    """To the leads, who choose somebody to look into it."""
    to_colleagues("complaint_arrived", addresses, numbers=numbers, page=link_to("complaints"))


def complaint_needs_lead(addresses: list[str], numbers: list[str]) -> None:
    """To the managers: the only lead is the one it is about. They see no complaint themselves."""
    to_colleagues("complaint_needs_lead", addresses, numbers=numbers)


def complaint_late(addresses: list[str], numbers: list[str]) -> None:
    to_colleagues("complaint_late", addresses, numbers=numbers, page=link_to("complaints"))


def complaint_yours(complaint: Complaint) -> None:
    """To whoever was asked to look into it."""
    if complaint.handler and complaint.handler.email:
        to_colleagues(
            "complaint_yours",
            [complaint.handler.email],
            numbers=[complaint.readable_reference],
            due=complaint.due,
            page=link_to("complaint", complaint.pk),
        )
