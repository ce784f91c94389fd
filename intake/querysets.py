"""The one door to requests, and the adjectives of the inbox."""

from datetime import date

from django.db import models
from django.db.models import OuterRef, Subquery

from intake.choices import RequestStatus
from wijkteam.choices import Role
from wijkteam.models import TeamMembership, User


class RequestQuerySet(models.QuerySet):
    """Requests for a conversation."""

    def visible_to(self, user: User) -> "RequestQuerySet":
        """Residents see their own; team members those of their teams; others nothing."""
        if not user.is_authenticated:
            return self.none()
        if user.role == Role.RESIDENT:
            return self.filter(requester=user)
        teams = TeamMembership.objects.filter(user=user, until__isnull=True)
        return self.filter(team_id__in=teams.values("team_id"))

    def open(self) -> "RequestQuerySet":
        return self.exclude(status=RequestStatus.CLOSED)

    def with_next_clock(self) -> "RequestQuerySet":
        """Adds `next_due` and `next_clock`: the running clock that rings first."""
        from intake.models import Clock

        first = Clock.objects.running().filter(request=OuterRef("pk")).order_by("due")
        return self.annotate(
            next_due=Subquery(first.values("due")[:1]),
            next_clock=Subquery(first.values("kind")[:1]),
        )

    def most_urgent_first(self) -> "RequestQuerySet":
        return self.with_next_clock().order_by("next_due", "arrived_at")

    def late(self, on: date) -> "RequestQuerySet":
        return self.with_next_clock().filter(next_due__lt=on)

    def unheld(self) -> "RequestQuerySet":
        return self.filter(holder__isnull=True)
