"""What a complainant hears. Who has no e-mail is called or written to by whoever handles it.

These messages belong to no team: the team that a complaint is about does not read them.
"""

from typing import Any

from django.db.models import Q

from intake.letters import greeting, render_message
from intake.models import Complaint
from wijkteam.choices import MessageKind
from wijkteam.envelopes import link_to
from wijkteam.models import OutboxMessage, User
from wijkteam.models.outbox import OutboxQuerySet


def complaint_received(complaint: Complaint) -> None:
    _to_complainant("complaint_received", complaint)


def complaint_extended(complaint: Complaint) -> None:
    _to_complainant("complaint_extended", complaint)


def complaint_answered(complaint: Complaint) -> None:
    """The answer stands behind number and fact; the mail only says that it is there."""
    _to_complainant("complaint_answered", complaint)


def _to_complainant(name: str, complaint: Complaint, **context: Any) -> None:
    if not complaint.email:
        return
    subject, body = render_message(
        name,
        complaint.language,
        complaint=complaint,
        team=complaint.team,
        hello=greeting(complaint.name),
        link=link_to("complaint_state"),
        **context,
    )
    OutboxMessage.objects.post(
        kind=MessageKind.MAIL,
        to=complaint.email,
        subject=subject,
        body=body,
        language=complaint.language,
        about_id=complaint.pk,  # whose address it is: the database looks there (locks_outbox.sql)
    )
    OutboxMessage.objects.wake()


def came_back(user: User) -> OutboxQuerySet:
    """Mails that did not arrive, about complaints that this colleague looks into; for the lead as
    long as nobody does, or when who did has left."""
    nobody = Q(handler__isnull=True) | Q(handler__is_active=False)
    mine = Complaint.objects.visible_to(user).filter(Q(handler=user) | nobody)
    failed = OutboxMessage.objects.failed().filter(kind=MessageKind.MAIL)
    return failed.filter(about_id__in=mine.values("pk"))
