"""Requests of the made-up town over two years, most lately: all routes, all states, some late."""

import random
from collections.abc import Sequence

from django.utils import timezone

from intake.models import Clock, Conversation, ConversationRequest, OwnWords, StatusMove
from intake.seed_complaints import complaints
from intake.seed_lives import Maker
from intake.seed_town import Life, Town
from intake.seed_waiting import Waiting
from wijkteam.seed_copies import split


def seed(families: int, rng: random.Random) -> None:
    """As many requests as families; one in five became the case file that is already there. Of a
    large town these are the first, and the others are copies (seed_copies.py)."""
    if not families:
        return
    families, _copies = split(families)
    now = timezone.now()
    town = Town()
    files = town.files(families // 5)
    lives = [Maker(town, rng, now, number).life(files) for number in range(families)]
    mark = Maker(town, rng, now, 0).life_of_mark()
    told = [life for life in [mark, *lives] if life]
    waiting = Waiting(told, town, now)
    save([*told, *waiting.late])
    waiting.save()
    complaints(told, town, rng, now)


def save(lives: Sequence[Life]) -> None:
    ConversationRequest.objects.bulk_create((one.request for one in lives), batch_size=2000)
    OwnWords.objects.bulk_create((one.words for one in lives if one.words), batch_size=5000)
    Clock.objects.bulk_create((c for one in lives for c in one.clocks), batch_size=5000)
    StatusMove.objects.bulk_create((m for one in lives for m in one.moves), batch_size=5000)
    Conversation.objects.bulk_create((one.talk for one in lives if one.talk), batch_size=2000)
