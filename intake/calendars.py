"""A conversation as a file for someone's calendar: nothing in it says whom it is about or why."""

from datetime import timedelta

from django.utils.translation import gettext as _

from intake.choices import MeetingPlace
from intake.models import Conversation
from wijkteam import calendars

USUALLY = timedelta(hours=1)


def calendar_file(conversation: Conversation) -> bytes:
    """The appointment, or its cancellation. The same key every time, so that it is replaced."""
    team, start = conversation.request.team, conversation.planned_at
    if start is None:
        return calendars.calendar_file(None)
    phone = team.phone.as_national if team.phone else ""
    return calendars.calendar_file(
        calendars.Moment(
            key=conversation.pk,
            sequence=conversation.sequence,
            starts_at=start,
            ends_at=start + USUALLY,
            summary=_("Afspraak wijkteam"),
            description=_("Kunt u niet? Bel %(phone)s.") % {"phone": phone},
            location=team.address if conversation.place == MeetingPlace.TEAM else "",
            cancelled=conversation.cancelled_at is not None,
        )
    )
