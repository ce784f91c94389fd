"""Lessons that left a file are taken along, and wait until a colleague read them over."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import override

from casework import figures_lessons as casework
from monitor.models import Lesson

LOOKED_BACK = 60  # days; what was taken along before is known by its key


def take_along() -> int:
    """How many are new. Run twice it finds nothing new."""
    since = timezone.localdate() - timedelta(days=LOOKED_BACK)
    with override("nl"):
        rows = [
            Lesson(source=Lesson.source_of(one.key), kind=one.kind, team_id=one.team_id,
                   life_domain=one.life_domain, words=one.words)
            for one in casework.learned(since)
        ]  # fmt: skip
    known = set(
        Lesson.objects.filter(source__in=[row.source for row in rows]).values_list(
            "source", flat=True
        )
    )
    new = [row for row in rows if row.source not in known]
    Lesson.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)
