"""How much each colleague carries, in numbers: to share the work, not to judge people."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from casework.models import Signpost
from intake.models import Conversation, ConversationRequest
from wijkteam.choices import Role
from wijkteam.models import User


@dataclass(frozen=True)
class Load:
    """One colleague: open requests, late ones, conversations of the week, coordinated files."""

    name: str
    requests: int
    late: int
    talks: int
    files: int


def load_of(lead: User, today: date, until: date) -> list[Load]:
    """Everyone who works for the lead's teams, heaviest first; four queries for any team."""
    mine = lead.memberships.filter(until__isnull=True).values("team")
    people = User.objects.filter(
        role=Role.PROFESSIONAL,
        is_active=True,
        memberships__team__in=mine,
        memberships__until__isnull=True,
    ).distinct()
    held = ConversationRequest.objects.visible_to(lead).open().order_by()
    requests = dict(held.values_list("holder").annotate(Count("pk")))
    late = dict(held.late(today).values_list("holder").annotate(Count("pk")))
    ahead = Conversation.objects.upcoming().filter(
        request__in=ConversationRequest.objects.visible_to(lead).values("pk"),
        planned_at__date__range=(today, until),
    )
    talks = dict(ahead.order_by().values_list("request__holder").annotate(Count("pk")))
    posts = Signpost.objects.filter(coordinator__in=people.values("pk")).order_by()
    files = dict(posts.values_list("coordinator").annotate(Count("pk")))
    found = [
        Load(name, *(counts.get(pk, 0) for counts in (requests, late, talks, files)))
        for pk, name in people.values_list("pk", "name")
    ]
    return sorted(found, key=lambda one: (-one.requests - one.files, one.name))
