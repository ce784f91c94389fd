"""Work that runs by itself. Each is safe to run twice."""

from celery import shared_task

from intake import erasing, escalation, escalation_complaints, follow_up, invitations, reminders
from intake.models import Draft
from wijkteam import database


@shared_task(name="intake.erase_old_drafts")
def erase_old_drafts() -> int:
    """What was typed and not sent within a week is gone."""
    with database.role("worker"):
        erased, _per_model = Draft.objects.expired().delete()
    return erased


@shared_task(name="intake.escalate_late")
def escalate_late() -> int:
    """Who should know of what runs late, hears it once. Its transactions take the worker's role."""
    return escalation.escalate() + escalation_complaints.escalate()


@shared_task(name="intake.remind")
def remind() -> int:
    """The day before a conversation."""
    return reminders.remind()


@shared_task(name="intake.invite")
def invite() -> int:
    """What is planned, moved or called off, to the calendars of our own people."""
    return invitations.invite()


@shared_task(name="intake.follow_up")
def follow_up_failed() -> int:
    """Mail and texts that did not arrive become something to call about."""
    return follow_up.follow_up()


@shared_task(name="intake.erase_old_requests")
def erase_old_requests() -> int:
    """What ended without a file, and is past its term."""
    return erasing.erase_old()
