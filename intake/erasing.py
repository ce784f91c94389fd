"""Requests that ended without a case file are erased after their term (wijkteam/retention.py).

What is left is that something was erased: how many, by which rule, when; and the frozen figures. A
complaint that still waits for its answer stays, without the request.
"""

import logging
from datetime import date
from functools import partial
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.utils import timezone

from intake.models import Addition, Complaint, ConversationRequest
from wijkteam import database, files, retention
from wijkteam.models import AccessLog, OutboxMessage

log = logging.getLogger(__name__)
AT_ONCE = 200


def erase_old(today: date | None = None, most: int = 5000) -> int:
    """Erase what is past its term, some at a time, each lot in one transaction with its log."""
    today = today or timezone.localdate()
    erased = 0
    while erased < most and (lot := _erase_lot(today)):
        erased += lot
    return erased


def last_day(today: date) -> date:
    """What was closed up to and including this day is past its term today."""
    years = retention.years(retention.Kept.REQUEST, today)
    return retention.years_later(today, -years)


def _erase_lot(today: date) -> int:
    with database.role("worker"):
        old = ConversationRequest.objects.filter(
            closed_at__date__lt=last_day(today), case_file__isnull=True
        )
        keys = list(old.order_by("closed_at").values_list("pk", flat=True)[:AT_ONCE])
        if keys:
            _erase(keys)
        return len(keys)


def _erase(keys: list[UUID]) -> None:
    """That it happened is written down in the same transaction, by number and not by name."""
    held = Addition.objects.filter(request__in=keys).exclude(file="").order_by()
    for name in held.values_list("file", flat=True):
        transaction.on_commit(partial(files.store().delete, name))
    OutboxMessage.objects.filter(request_id__in=keys).delete()
    Complaint.objects.answered().filter(request__in=keys).delete()
    ConversationRequest.objects.filter(pk__in=keys).only("pk").delete()
    with connection.cursor() as cursor:
        cursor.execute("SELECT intake_forget_changes(%s)", [keys])
    AccessLog.objects.bulk_create(
        AccessLog(
            request_id=key,
            act="vernietigd",
            part="verzoek",
            ground="bewaartermijn voorbij",
            correlation=uuid4(),
        )
        for key in keys
    )
    log.info("Erased %s requests past their term.", len(keys))
