"""A conversation as a file for someone's calendar. A calendar is read over shoulders: nothing in
it says whom it is about or why."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vText

from intake.choices import MeetingPlace
from intake.models import Conversation

USUALLY = timedelta(hours=1)


def calendar_file(conversation: Conversation) -> bytes:
    """The appointment, or its cancellation. The same key every time, so that it is replaced."""
    calendar = Calendar()
    calendar.add("prodid", "-//Wijkteam//Portaal//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if conversation.cancelled_at else "PUBLISH")
    if conversation.planned_at is not None:
        calendar.add_component(_event(conversation, conversation.planned_at))
    return calendar.to_ical()


def _event(conversation: Conversation, start: datetime) -> Event:
    team = conversation.request.team
    host = settings.BASE_URL.split("://")[-1].split(":")[0]
    event = Event()
    event.add("uid", f"{conversation.pk}@{host}")
    event.add("sequence", conversation.sequence)
    event.add("dtstamp", timezone.now())
    event.add("dtstart", start)
    event.add("dtend", start + USUALLY)
    event.add("summary", _("Afspraak wijkteam"))
    event.add("status", "CANCELLED" if conversation.cancelled_at else "CONFIRMED")
    event.add("class", "PRIVATE")
    if conversation.place == MeetingPlace.TEAM:
        event["location"] = vText(team.address)
    phone = team.phone.as_national if team.phone else ""
    event.add("description", _("Kunt u niet? Bel %(phone)s.") % {"phone": phone})
    return event
