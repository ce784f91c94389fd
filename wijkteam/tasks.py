"""The sender of the outbox, and the sealer of the access log.

Safe to run twice, at once, or again after a kill.
"""

from datetime import timedelta

from celery import shared_task
from django.core.mail import EmailMessage
from django.db import connection
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from wijkteam import database, seals_file, sms
from wijkteam.calendars import method_of
from wijkteam.choices import MessageKind
from wijkteam.models import AccessSeal, OutboxMessage
from wijkteam.sweep import sweep


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
    """Hand one mail or text to its server. The number lets a recorder drop a repeat."""
    if message.kind == MessageKind.SMS:
        sms.send(message.to, message.body, str(message.pk))
        return
    mail = EmailMessage(
        subject=message.subject,
        body=message.body + late_words(message),
        to=[message.to],
        headers={"X-Outbox-Id": str(message.pk), "Message-ID": f"<{message.pk}@wijkteam>"},
    )
    if message.calendar:
        kind = f"text/calendar; method={method_of(message.calendar)}"
        mail.attach("afspraak.ics", message.calendar, kind)
    mail.send()


def late_words(message: OutboxMessage) -> str:
    """What left long after it was written says so: a day or an hour in it may be past."""
    if not message.is_late:
        return ""
    with translation.override(message.language):
        day = date_format(timezone.localtime(message.created_at), "j E, H.i")
        words = _(
            "Dit bericht is later verstuurd dan de bedoeling was. We schreven het op %(day)s."
        )
        return "\n" + words % {"day": day} + "\n"


@shared_task(name="wijkteam.seal_access_log")
def seal_access_log() -> int:
    """Seal the hours that are over, copy the seals out, and look at those of the last day again."""
    with database.role("worker"):
        made = AccessSeal.objects.seal_hours()
        AccessSeal.objects.verify(since=timezone.now() - timedelta(days=1))
    with database.role("worker"):
        seals_file.append()
    return len(made)


@shared_task(name="wijkteam.check_every_seal")
def check_every_seal() -> None:
    with database.role("worker"):
        AccessSeal.objects.verify()


@shared_task(name="wijkteam.sweep_uploads")
def sweep_uploads() -> int:
    """Files of more than a day old that no row names. A running page is long over by then."""
    with database.role("worker"):
        return sweep(timezone.now() - timedelta(days=1))


@shared_task(name="wijkteam.forget_residents")
def forget_residents() -> int:
    """Empty the accounts of residents who have nothing here any more. The database says which."""
    with database.role("worker"), connection.cursor() as cursor:
        cursor.execute("SELECT wijkteam_forget_residents()")
        return int(cursor.fetchone()[0])
