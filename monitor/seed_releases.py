"""Releases of the made-up town, through the real counting and rounding, with draws of its own.

From the first quarter of last year on, so that there is a year with its tables. The last whole
quarter lies ready for the team lead to sign.
"""

import random
from datetime import datetime, timedelta

from django.utils import timezone

from monitor.making import make
from monitor.models import Publication, Release
from monitor.periods import Quarter
from wijkteam.choices import Role
from wijkteam.models import User


def seed(families: int, rng: random.Random) -> None:
    """The chance of the made-up town is not secret: the same seed gives the same releases."""
    leads = list(User.objects.filter(role=Role.TEAM_LEAD).order_by("pk")[:2])
    if len(leads) < 2 or not families:
        return
    today = timezone.localdate()
    last = Quarter.of(today).previous
    period = Quarter(today.year - 1, 1)
    while period <= last:
        release = Release(year=period.year, quarter=period.quarter, begun_by=leads[0])
        release.begun_at = period.until + timedelta(days=9, hours=10)
        release.save(force_insert=True)
        make(release, random.Random(rng.getrandbits(64)))  # noqa: S311 a made-up town
        release.refresh_from_db()
        if period < last and release.state == "ready":
            publish(release, leads, release.begun_at)
        period = period.following


def publish(release: Release, leads: list[User], at: datetime) -> Publication:
    release.sign(leads[0], at=at + timedelta(hours=1))
    return release.set(leads[1], at=at + timedelta(days=1))
