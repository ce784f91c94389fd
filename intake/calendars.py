"""A conversation as a file for someone's calendar. A calendar is read over shoulders: nothing in
it says whom it is about or why."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vText

from intake.choices import MeetingPlace
from intake.models import Conversation

USUALLY = timedelta(hours=1)


def calendar_file(conversation: Conversation) -> bytes:
    """The appointment, or its cancellation. The same key every time, so that it is replaced."""
    cancelled = conversation.cancelled_at is not None
    calendar = Calendar()
    calendar.add("prodid", "-//Wijkteam//Portaal//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "PUBLISH")
    calendar.add_component(_event(conversation, cancelled))
    return calendar.to_ical()


def _event(conversation: Conversation, cancelled: bool) -> Event:
    team = conversation.request.team
    host = settings.BASE_URL.split("://")[-1].split(":")[0]
    event = Event()
    event.add("uid", f"{conversation.pk}@{host}")
    event.add("sequence", conversation.sequence)
    event.add("dtstamp", timezone.now())
    event.add("dtstart", conversation.planned_at)
    event.add("dtend", conversation.planned_at + USUALLY)
    event.add("summary", _("Afspraak wijkteam"))
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    if conversation.place == MeetingPlace.TEAM:
        event["location"] = vText(team.address)
    phone = team.phone.as_national if team.phone else ""
    event.add("description", _("Kunt u niet? Bel %(phone)s.") % {"phone": phone})
    return event
