"""What was learned at tables and left the files without names: for the monitor to take along."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from casework.choices import LessonFrom
from casework.models import ForwardedStuckPoint, OfferedLesson


@dataclass(frozen=True)
class Learned:
    """`key` is the same every time it is asked for; it leads to no family."""

    key: str
    kind: str
    team_id: int
    life_domain: str
    words: str


def learned(since: date) -> Iterator[Learned]:
    """Lessons that were offered, and stuck points with the reply that they got."""
    for one in OfferedLesson.objects.filter(offered_on__gte=since):
        yield Learned(f"offered {one.pk}", one.kind, one.team_id, one.life_domain, one.words)
    fields = ("pk", "team_id", "words", "reply")
    replied = ForwardedStuckPoint.objects.filter(replied_at__date__gte=since).order_by()
    for pk, team, words, reply in replied.values_list(*fields):
        said = _("%(stuck)s Het antwoord: %(reply)s") % {"stuck": words, "reply": reply}
        yield Learned(f"stuck {pk}", LessonFrom.STUCK, team, "", said)
