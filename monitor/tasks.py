"""Work that runs by itself. Each is safe to run twice."""

import logging
from contextlib import suppress
from uuid import UUID

from celery import shared_task
from kombu.exceptions import OperationalError

from monitor.asking import ask_all
from monitor.learning import take_along
from monitor.models import Answer, Release
from monitor.questions import write_down
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
    from monitor.making import make  # with the solver: who only sends this task does without

    try:
        make(Release(pk=pk))
    except Exception:
        logger.exception("A release could not be made.")
        with database.role("statistics"):
            Release.objects.waiting().filter(pk=pk).update(state=ReleaseState.FAILED)


def wake() -> None:
    """Now rather than at the next round. Without Redis the round comes all the same."""
    with suppress(OperationalError):
        make_releases.delay()


@shared_task(name="monitor.ask")
def ask() -> int:
    """Ask who was not asked yet. Twice a day is as good as once."""
    with database.role("worker"):
        write_down()
        return ask_all()


@shared_task(name="monitor.mix_answers")
def mix_answers() -> int:
    """So that the order in which answers came in is lost by the next morning."""
    with database.role("worker"):
        return Answer.mix()


@shared_task(name="monitor.take_lessons")
def take_lessons() -> int:
    """Lessons that tables offered since yesterday. Twice is as good as once."""
    with database.role("worker"):
        return take_along()
