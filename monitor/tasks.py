"""Work that runs by itself. Each is safe to run twice."""

import logging
from uuid import UUID

from celery import shared_task

from monitor.making import make
from monitor.models import Release
from monitor.workflow import ReleaseState
from wijkteam import database

logger = logging.getLogger(__name__)


@shared_task(name="monitor.make_releases")
def make_releases() -> int:
    """Every release that was asked for and is not counted yet. Beat comes by in case a wake-up was
    lost; what is already laid ready is left alone."""
    with database.role("statistics"):
        waiting = list(Release.objects.waiting().values_list("pk", flat=True))
    for pk in waiting:
        make_one(pk)
    return len(waiting)


def make_one(pk: UUID) -> None:
    """A run that breaks off leaves nothing but the fact, so that it is not tried for ever."""
    try:
        make(Release(pk=pk))
    except Exception:
        logger.exception("A release could not be made.")
        with database.role("statistics"):
            Release.objects.waiting().filter(pk=pk).update(state=ReleaseState.FAILED)
