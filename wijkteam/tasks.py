"""The sender of the outbox. Safe to run twice, at once, or again after a kill."""

from celery import shared_task
from django.core.mail import EmailMessage

from wijkteam import database
from wijkteam.models import OutboxMessage


@shared_task(name="wijkteam.send_waiting")
def send_waiting(most: int = 500) -> int:
    """Send what is due, one message per transaction. Returns how many were tried."""
    for tried in range(most):
        if not send_one():
            return tried
    return most


def send_one() -> bool:
    """Take, send and mark one message in one transaction; False when nothing is due."""
    with database.role("worker"):
        message = OutboxMessage.objects.take_one()
        if message is None:
            return False
        try:
            deliver(message)
        except OSError as error:  # SMTPException is an OSError too
            message.mark_tried(str(error))
        else:
            message.mark_sent()
        return True


def deliver(message: OutboxMessage) -> None:
    """Hand one mail to the mail server. The number lets a recorder drop a repeat."""
    EmailMessage(
        subject=message.subject,
        body=message.body,
        to=[message.to],
        headers={"X-Outbox-Id": str(message.pk), "Message-ID": f"<{message.pk}@wijkteam>"},
    ).send()
