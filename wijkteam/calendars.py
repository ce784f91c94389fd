"""A moment as a file for someone's calendar.

A calendar is read over shoulders: whoever fills one in sees to it that nothing in it says whom it
is about or why.
"""

from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event, vCalAddress, vText


@dataclass(frozen=True)
class Moment:
    """What stands in the file. The key stays the same, so that a newer one replaces it."""

    key: UUID
    sequence: int
    starts_at: datetime
    ends_at: datetime
    summary: str
    description: str = ""
    location: str = ""
    cancelled: bool = False


def calendar_file(moment: Moment | None) -> bytes:
    """One appointment, or its cancellation (RFC 5545); nothing when there is none.

    Published and not asked for: nobody's answer is waited for. RFC 5546 wants the organizer in it,
    by whom a calendar knows that a cancellation comes from where the appointment came from.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Wijkteam//Portaal//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if moment and moment.cancelled else "PUBLISH")
    if moment:
        calendar.add_component(_event(moment))
    return calendar.to_ical()


def _event(moment: Moment) -> Event:
    host = settings.BASE_URL.split("://")[-1].split(":")[0]
    event = Event()
    event.add("uid", f"{moment.key}@{host}")
    event.add("sequence", moment.sequence)
    event.add("organizer", _organizer())
    event.add("dtstamp", timezone.now())
    event.add("dtstart", moment.starts_at)
    event.add("dtend", moment.ends_at)
    event.add("summary", moment.summary)
    event.add("status", "CANCELLED" if moment.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    if moment.location:
        event["location"] = vText(moment.location)
    event.add("description", moment.description)
    return event


def _organizer() -> vCalAddress:
    """The portal's own address, never a person's."""
    organizer = vCalAddress(f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}")
    organizer.params["CN"] = vText("Wijkteam")
    return organizer


def method_of(calendar: str) -> str:
    """What a mail must say of the file it carries (RFC 6047)."""
    return "CANCEL" if "METHOD:CANCEL" in calendar else "PUBLISH"
