"""Work that runs by itself. Each is safe to run twice, at once, or again after a kill."""

from datetime import datetime, timedelta

from celery import shared_task
from django.utils import timezone

from casework.keeping import (
    destroy_what_is_due,
    end_aftercare,
    end_exports,
    make_exports,
    scan_documents,
)
from casework.models import ActionLink, NewsWish
from wijkteam import database
from wijkteam.models import OutboxMessage

__all__ = [
    "destroy_what_is_due",
    "end_aftercare",
    "end_exports",
    "make_exports",
    "scan_documents",
    "send_news",
    "send_next_actions",
]


@shared_task(name="casework.send_news")
def send_news(weekly: bool = False) -> int:
    """Tell everyone at how many tables there is something new. Returns how many mails went.

    A turn is a day or a week: who was written to in it, is not written to again.
    """
    turn = begin_of_turn(weekly)
    with database.role("worker"):
        waiting = NewsWish.with_news(weekly)
    sent = 0
    for user_id, tables in waiting:
        with database.role("worker"):
            sent += NewsWish.tell(user_id, tables, turn)
    with database.role("worker"):
        OutboxMessage.objects.wake()
    return sent


@shared_task(name="casework.send_next_actions")
def send_next_actions() -> int:
    """What comes back goes to its helper again, each in a transaction of its own."""
    sent = 0
    while True:
        with database.role("worker"):
            if not ActionLink.send_next():
                return sent
            OutboxMessage.objects.wake()
        sent += 1


def begin_of_turn(weekly: bool) -> datetime:
    """Midnight today, or of this Monday."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return today - timedelta(days=today.weekday()) if weekly else today
