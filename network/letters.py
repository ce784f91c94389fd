"""The messages of the network. They are posted in the transaction of what they announce.

Every message is a file in `templates/network/messages/`: the first line is the subject. About
whom a signal is never stands in a mail.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from network.querysets import teams_of
from wijkteam.choices import Language, MessageKind
from wijkteam.envelopes import link_to, rendered
from wijkteam.letters import ask_by_mail
from wijkteam.models import OutboxMessage, User
from wijkteam.models.outbox import OutboxQuerySet

if TYPE_CHECKING:
    from network.models import Guest, Signal, Vindplaats, VindplaatsContact
    from network.models.links import LinkSender


@dataclass(frozen=True)
class Holder:
    """The colleague who keeps the contact with a place, as far as a letter needs. Who passes on a
    signal does not read the address: the database fills it in."""

    place: str
    pk: int | None
    name: str
    language: str

    @classmethod
    def of(cls, place: "Vindplaats") -> "Holder":
        who = place.holder
        return cls(place.name, who.pk, who.name, who.language) if who else cls.nobody(place)

    @classmethod
    def nobody(cls, place: "Vindplaats") -> "Holder":
        return cls(place.name, None, "", Language.NL)

    @classmethod
    def of_link(cls, sender: "LinkSender") -> "Holder":
        return cls(sender.place, sender.holder_id, sender.holder_name, sender.holder_language)


def tell_holder(signal: "Signal", holder: Holder) -> None:
    """A new signal, for the colleague who keeps the contact."""
    if holder.pk:
        context = {"signal": signal, "holder": holder, "link": link_to("signal_detail", signal.pk)}
        to, team = "", signal.team_id
        _post("new_signal", context, MessageKind.MAIL, to, holder.language, team, holder.pk)


def chase(signal: "Signal") -> None:
    """A promised day is over: to whoever took the signal, else to the team."""
    who = signal.picked_up_by
    to, language = (who.email, who.language) if who else (signal.team.email, Language.NL)
    if to:
        context = {"signal": signal, "who": who, "link": link_to("signal_detail", signal.pk)}
        _post("late_signal", context, MessageKind.MAIL, to, language, signal.team_id)


def tell_sender(signal: "Signal") -> None:
    """What came of it. Who has an account reads it there; others by mail, or someone calls."""
    contact = signal.contact
    if contact.erased_at:
        return
    language = _language_of(contact)
    context = {"signal": signal, "link": link_to("signal") if contact.user else ""}
    if contact.email:
        kind, to = MessageKind.MAIL, contact.email
    else:
        kind, to, language = MessageKind.CALL, _name_and_phone(contact), Language.NL
    _post("answered", context, kind, to, language, signal.team_id, about_id=signal.pk)


def questions(email: str, link: str, again: bool) -> None:
    """How was it to pass something on?"""
    ask_by_mail(email, Language.NL, link, again)


def send_link(contact: "VindplaatsContact", token: str, by: User, until: datetime) -> None:
    """The one-time link, to whoever has a mail address; others get it on paper or read aloud."""
    if contact.email:
        link = link_to("signal_link", token)
        context = {"contact": contact, "by": by, "until": until, "link": link}
        language = _language_of(contact)
        _post("signal_link", context, MessageKind.MAIL, contact.email, language, None)


def invite(guest: "Guest", name: str) -> None:
    """Ask along, tell of a change, or call it off; with the file for the calendar."""
    contact, gathering = guest.contact, guest.gathering
    if contact.erased_at:
        return
    link = link_to("gathering_calendar", gathering.key)
    context = {"contact": contact, "gathering": gathering, "link": link}
    team = gathering.team_id
    kind, to, language = MessageKind.MAIL, contact.email, _language_of(contact)
    if not contact.email:
        kind, to, language = MessageKind.CALL, _name_and_phone(contact), Language.NL
    _post(name, context, kind, to, language, team, about_id=gathering.pk)


def tell_next_holder(holder: User, number: int) -> None:
    """A colleague left; these places are yours to keep warm now."""
    context = {"holder": holder, "number": number, "link": f"{link_to('vindplaatsen')}?wie=ik"}
    _post("next_holder", context, MessageKind.MAIL, holder.email or "", holder.language, None)


def ask_to_keep(holder: User, contacts: list["VindplaatsContact"]) -> None:
    """Names that we may keep no longer than a few weeks: are they still right?"""
    context = {"holder": holder, "contacts": contacts, "link": link_to("people_to_ask")}
    _post("keep_people", context, MessageKind.MAIL, holder.email or "", holder.language, None)


def _language_of(contact: "VindplaatsContact") -> str:
    """That of the own account; of whoever has none we know no language."""
    return contact.user.language if contact.user else Language.NL


def for_somebody(user: User) -> OutboxQuerySet:
    """Whom to call about a signal of the own team, or a gathering that is to come; and the mails
    about them that came back. Of each person the last one: it says what counts now."""
    from network.models import Gathering, Signal

    signals = Signal.objects.of_teams_of(user).filter(pk=OuterRef("about_id"))
    coming = Gathering.objects.coming().order_by().filter(pk=OuterRef("about_id"))
    found = OutboxMessage.objects.for_somebody().filter(
        Q(Exists(signals)) | Q(Exists(coming)),
        team_id__in=teams_of(user).values("team_id"), about_id__isnull=False,
    )  # fmt: skip
    return found.order_by("about_id", "to", "-created_at").distinct("about_id", "to")


def called(message: OutboxMessage) -> None:
    """They heard it, and with it what was to be said before."""
    earlier = OutboxMessage.objects.for_somebody().filter(
        about_id=message.about_id, to=message.to, created_at__lte=message.created_at
    )
    for one in earlier:
        one.mark_sent()


def _name_and_phone(contact: "VindplaatsContact") -> str:
    return f"{contact.name} {contact.phone}".strip()


def _post(
    name: str,
    context: dict[str, Any],
    kind: str,
    to: str,
    language: str,
    team_id: int | None,
    colleague_id: int | None = None,
    about_id: UUID | None = None,
) -> None:
    subject, body = rendered("network", name, language, **context)
    OutboxMessage.objects.post(
        kind=kind,
        to=to,
        subject=subject[:200],
        body=body,
        language=language,
        team_id=team_id,
        colleague_id=colleague_id,
        about_id=about_id,
    )
    OutboxMessage.objects.wake()
