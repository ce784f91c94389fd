"""A conversation as a file for someone's calendar: nothing in it says whom it is about or why."""

from django.utils.translation import gettext as _

from intake.choices import MeetingPlace
from intake.models import Conversation
from intake.models.agenda import USUALLY
from wijkteam import calendars


def calendar_file(conversation: Conversation, *, off: bool = False) -> bytes:
    """The appointment, or its cancellation. The same key every time, so that it is replaced.

    `off` is for one of us who need not go any more, while the others still do.
    """
    team, start = conversation.request.team, conversation.planned_at
    if start is None:
        return calendars.calendar_file(None)
    phone = team.phone if team.phone else ""
    return calendars.calendar_file(
        calendars.Moment(
            key=conversation.pk,
            sequence=conversation.sequence,
            starts_at=start,
            ends_at=start + USUALLY,
            summary=_("Afspraak wijkteam"),
            description=_("Kunt u niet? Bel %(phone)s.") % {"phone": phone},
            location=team.address if conversation.place == MeetingPlace.TEAM else "",
            cancelled=off or conversation.cancelled_at is not None,
        )
    )
