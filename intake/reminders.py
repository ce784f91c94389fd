"""The day before a conversation the resident hears of it once more, in the way that was chosen.

A mail or a text goes out the day before. A call is for a person to make, so it is put down on the
last working day before. An appointment that was moved is reminded of anew; each moment once.
"""

from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, Q
from django.utils import timezone

from intake import letters
from intake.models import Conversation
from wijkteam import database
from wijkteam.choices import MessageKind
from wijkteam.workdays import add_working_days

OF_REQUEST = [
    "reference", "name", "sender_name", "reach_by", "phone", "email", "address", "via", "language",
    "may_leave_message", "unsafe", "for_whom", "team__name", "team__phone", "team__address",
]  # fmt: skip
COLUMNS = [
    "pk", "planned_at", "place", "address", "sequence", "cancelled_at", "held_at", "reminded_for",
    "along", "colleagues", "professional__name", *(f"request__{name}" for name in OF_REQUEST),
]  # fmt: skip


def remind(today: date | None = None) -> int:
    """Returns how many were reminded. Of two rounds at once the second finds them done."""
    today = today or timezone.localdate()
    with database.role("worker"):
        ahead = Conversation.objects.upcoming().filter(
            Q(reminded_for__isnull=True) | ~Q(reminded_for=F("planned_at")),
            planned_at__date__gt=today,
            planned_at__date__lte=add_working_days(today, 1),
        )
        keys = list(ahead.order_by("planned_at").values_list("pk", flat=True))
    return sum(remind_one(key, today) for key in keys)


def remind_one(key: UUID, today: date) -> bool:
    with database.role("worker"):
        talks = Conversation.objects.select_related("professional", "request__team")
        talk = talks.only(*COLUMNS).get(pk=key)
        if talk.planned_at is None:
            return False
        tomorrow = timezone.localdate(talk.planned_at) == today + timedelta(days=1)
        by_hand = MessageKind.CALL in letters.ways_of(talk.request, "reminder")
        if not (tomorrow or by_hand):
            return False
        stamped = Conversation.objects.filter(
            Q(reminded_for__isnull=True) | ~Q(reminded_for=F("planned_at")),
            pk=key,
            planned_at=talk.planned_at,
            cancelled_at__isnull=True,
        ).update(reminded_for=F("planned_at"))
        if stamped:
            letters.reminder(talk)
        return bool(stamped)
