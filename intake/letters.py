"""What a resident hears from us, in the language of the request.

Every message is a file in `templates/intake/messages/`: the first line is the subject, and says
nothing that a passer-by may not read. Who has no e-mail gets a phone call, or a letter.
"""

import re
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from intake.calendars import calendar_file
from intake.choices import ClockKind, ReachBy, Unsafe
from intake.models import Conversation, ConversationRequest, Proposal
from intake.models.clocks import dues
from intake.workflow import SPOKEN
from wijkteam import database, references
from wijkteam.choices import Language, MessageKind
from wijkteam.envelopes import link_to, rendered
from wijkteam.models import OutboxMessage

# In no name: the address of a site or a mailbox, a number to call, a line of its own.
NO_NAME = re.compile(r"[:/@\\\d\r\n]|\w\.\w{2,}")
LONGEST_NAME = 60
# Messages that fit in a text: nothing in them says who, or about what.
TEXTS = {"received", "planned", "reminder", "cancelled", "proposal"}


def received(request: ConversationRequest) -> None:
    """It arrived: the number, and by which days we do what. Who was spoken to heard it then, and is
    not called for it once more."""
    promised = dues(request.team, request.arrived_at)
    _to_resident(
        "received",
        request,
        contact_by=promised[ClockKind.CONTACT],
        conversation_by=promised[ClockKind.CONVERSATION],
        besides=[MessageKind.CALL] if request.route in SPOKEN else [],
    )


def planned(conversation: Conversation) -> None:
    """The conversation has a date, or a new one; a mail brings it into the calendar."""
    _about_talk("planned", conversation)


def cancelled(conversation: Conversation) -> None:
    """It does not go on; a mail takes it out of the calendar again."""
    _about_talk("cancelled", conversation)


def reminder(conversation: Conversation) -> None:
    """The day before."""
    _about_talk("reminder", conversation)


def _about_talk(name: str, conversation: Conversation) -> None:
    request = conversation.request
    with translation.override(request.language):
        calendar = calendar_file(conversation).decode()
    going = conversation.names()
    _to_resident(name, request, calendar=calendar, conversation=conversation, going=going)


def proposed(proposal: Proposal, token: str) -> None:
    """Two or three moments, and a link to pick one."""
    link = link_to("moment_link", token)
    _to_resident("proposal", proposal.request, proposal=proposal, choose_link=link)


def report_ready(conversation: Conversation) -> None:
    """The report can be read. It stands on the own page, not in the mail."""
    _to_resident("report_ready", conversation.request, conversation=conversation)


def report_letter(conversation: Conversation) -> None:
    """The report itself, on paper."""
    request = conversation.request
    _post(
        "report_letter", request, MessageKind.LETTER, on_paper(request), conversation=conversation
    )


def withdrawn(request: ConversationRequest) -> None:
    """They stop. What was planned leaves the calendar it was put in."""
    ahead = Conversation.objects.filter(
        request=request, planned_at__isnull=False, cancelled_at=None, held_at=None
    )
    talk = ahead.only("planned_at", "place", "sequence", "cancelled_at", "held_at").first()
    calendar = ""
    if talk:
        talk.request, talk.sequence = request, talk.sequence + 1
        calendar = calendar_file(talk, off=True).decode()
    _to_resident("withdrawn", request, calendar=calendar)


def handed_over(request: ConversationRequest) -> None:
    """Someone else goes on from here. Who, stands on the own page, not in the mail."""
    _to_resident("handed_over", request)


def contact_changed(request: ConversationRequest, old_email: str) -> None:
    """To the old address, so that nobody changes this unseen."""
    _post("contact_changed", request, MessageKind.MAIL, old_email)


def questions(request: ConversationRequest, link: str, again: bool) -> None:
    """How was it? By mail, or a colleague calls and fills it in. The link opens their language."""
    opened = f"{link}?taal={request.language}"
    _to_resident("questions", request, link=opened, again=again)


def resume(email: str, code: str, language: str) -> None:
    """How to go on with what was begun.

    A code to come in with, to an address that somebody types: like those for signing in, only the
    app's own login writes it. A stranger writes to no address but that of the own request.
    """
    link = link_to("resume_link", code)
    subject, body = render_message("resume", language, code=references.readable(code), link=link)
    with database.role("none"):
        OutboxMessage.objects.post(
            kind=MessageKind.MAIL, to=email, subject=subject, body=body, language=language
        )
    OutboxMessage.objects.wake()


def may_mail(request: ConversationRequest) -> bool:
    return bool(request.email) and Unsafe.MAIL not in request.unsafe


def ways_of(request: ConversationRequest, name: str) -> list[str]:
    """How this person hears this: a text for who chose that, a mail for who gave an address.

    Who gave neither is called; so is who says that mail is not safe. A text is only sent where
    one may leave a message.
    """
    ways = []
    if (
        name in TEXTS
        and settings.SMS_BACKEND
        and request.reach_by == ReachBy.TEXT
        and request.phone
        and request.may_leave_message is not False
    ):
        ways.append(MessageKind.SMS)
    if may_mail(request):
        ways.append(MessageKind.MAIL)
    return [str(way) for way in ways] or [str(MessageKind.CALL)]


def by_hand(request: ConversationRequest, besides: str = "") -> str:
    """Where a colleague turns to when no machine may: never a way that is not safe."""
    ways: list[tuple[str, str]] = [
        (Unsafe.CALL, str(request.phone or "")), ("", request.via), (Unsafe.VISIT, request.address)
    ]  # fmt: skip
    safe = [way for unsafe, way in ways if way and unsafe not in request.unsafe and way != besides]
    return safe[0] if safe else _("zoek een veilige weg")


def _to_resident(
    name: str, request: ConversationRequest, besides: Sequence[str] = (), **context: Any
) -> None:
    """By text, by mail, or someone calls with this text at hand."""
    to = {
        str(MessageKind.SMS): request.phone.as_e164 if request.phone else "",
        str(MessageKind.MAIL): request.email,
        str(MessageKind.CALL): by_hand(request),
    }
    for way in ways_of(request, name):
        if way not in besides:
            _post(name, request, way, to[way], **context)


def _post(
    name: str, request: ConversationRequest, kind: str, to: str, calendar: str = "", **context: Any
) -> None:
    # What a colleague says over the phone is written in the colleague's language.
    language = Language.NL if kind == MessageKind.CALL else request.language
    subject, body = render_message(
        name,
        language,
        is_text=kind == MessageKind.SMS,
        request=request,
        team=request.team,
        hello=greeting(request.sender_name or request.name),
        state_link=link_to("state"),
        own_link=link_to("own_page"),
        **context,
    )
    OutboxMessage.objects.post(
        kind=kind, to=to, subject=subject, body=body, language=language,
        team_id=request.team_id, request_id=request.pk,
        calendar=calendar if kind == MessageKind.MAIL else "",
    )  # fmt: skip
    OutboxMessage.objects.wake()


def greeting(name: str) -> str:
    """Whom a mail greets. A stranger types the name, and the address that it goes to: what is no
    name stays out of it, so that nobody says anything to another in the name of the team."""
    return "" if len(name) > LONGEST_NAME or NO_NAME.search(name) else name


def render_message(
    name: str, language: str, *, is_text: bool = False, **context: Any
) -> tuple[str, str]:
    """(subject, body) of a message; a text has no subject."""
    if not is_text:
        return rendered("intake", name, language, **context)
    with translation.override(language):
        return "sms", render_to_string(f"intake/messages/sms/{name}.txt", context).strip()


def on_paper(request: ConversationRequest) -> str:
    """Name, street and postcode, as they stand on the envelope."""
    postcode = f"{request.postcode[:4]} {request.postcode[4:]}".strip()
    lines = [request.sender_name or request.name, request.address, postcode]
    return ", ".join(line for line in lines if line)
