"""The one door to requests, and the adjectives of the inbox."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Case, Count, Exists, OuterRef, Prefetch, Q, Subquery, Value, When
from django.db.models.functions import Least, TruncDate
from django.db.models.query import RawQuerySet

from intake.choices import RequestStatus, Urgency, WaitsFor
from wijkteam import references
from wijkteam.choices import Role
from wijkteam.models import TeamMembership, User


class AdditionQuerySet(models.QuerySet):
    """What residents handed in after their request."""

    def visible_to(self, user: User) -> "AdditionQuerySet":
        """Whose request it is, and the team that holds it; a team lead reads no stories."""
        from intake.models import ConversationRequest

        if user.is_authenticated and user.role == Role.TEAM_LEAD:
            return self.none()
        seen = ConversationRequest.objects.visible_to(user)
        return self.filter(request__in=seen)

    def with_file(self) -> "AdditionQuerySet":
        return self.exclude(file="")


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

    def own(self, user: User) -> "RawQuerySet[Any]":
        """Of this resident, whole, newest first: the connection reads only some columns of the
        table itself, since a row may also be opened by its number (see `intake_own_requests`)."""
        return self.raw(
            "SELECT * FROM intake_own_requests() WHERE requester_id = %s ORDER BY arrived_at DESC",
            [user.pk],
        )

    def open(self) -> "RequestQuerySet":
        return self.exclude(status=RequestStatus.CLOSED)

    def search(self, words: str) -> "RequestQuerySet":
        """By the number that somebody reads aloud over the phone, or by every word of the name."""
        number = references.normal_reference(words)
        if number:
            return self.filter(reference=number)
        found = self
        for word in words.split():
            found = found.filter(Q(name__icontains=word) | Q(sender_name__icontains=word))
        return found

    def with_next_clock(self) -> "RequestQuerySet":
        """Adds `next_due` and `next_clock`: the running clock that rings first."""
        from intake.models import Clock

        first = Clock.objects.running().filter(request=OuterRef("pk")).order_by("due")
        return self.annotate(
            next_due=Subquery(first.values("due")[:1]),
            next_clock=Subquery(first.values("kind")[:1]),
        )

    def with_urgency(self, on: date) -> "RequestQuerySet":
        """Adds `attention_on`, the first day that asks for a deed, and `urgency` in words.

        A conversation on the calendar asks for a deed on its own day; LEAST skips what is empty.
        """
        from intake.models import Conversation

        talks = Conversation.objects.filter(
            request=OuterRef("pk"), cancelled_at__isnull=True, held_at__isnull=True
        )
        day = Subquery(talks.annotate(day=TruncDate("planned_at")).values("day")[:1])
        planned = Case(When(status=RequestStatus.PLANNED, then=day))
        return (
            self.with_next_clock()
            .annotate(attention_on=Least("next_due", planned))
            .annotate(
                urgency=Case(
                    When(attention_on__lt=on, then=Value(Urgency.LATE)),
                    When(attention_on=on, then=Value(Urgency.TODAY)),
                    default=Value(Urgency.LATER),
                )
            )
        )

    def most_urgent_first(self, on: date) -> "RequestQuerySet":
        """By day; the conversations of one day stand in the order of that day."""
        from intake.models import Conversation

        ahead = Conversation.objects.not_cancelled().filter(held_at__isnull=True)
        at = Subquery(ahead.filter(request=OuterRef("pk")).values("planned_at")[:1])
        talk_at = Case(When(status=RequestStatus.PLANNED, then=at))
        listed = self.with_urgency(on).annotate(talk_at=talk_at)
        return listed.order_by("attention_on", "talk_at", "arrived_at", "pk")

    def for_list(self) -> "RequestQuerySet":
        """With what a row shows: the conversation, who and where."""
        from intake.models import Conversation

        # Only the columns that a team lead may read as well: no report, no reaction in words.
        talks = Conversation.objects.not_cancelled().only(
            "request_id", "planned_at", "cancelled_at", "held_at", "sent_at"
        )
        return self.select_related("holder", "neighbourhood").prefetch_related(
            Prefetch("conversations", talks, to_attr="talks"),
        )

    def with_own_words(self) -> "RequestQuerySet":
        return self.select_related("holder", "neighbourhood", "team", "own_words")

    def with_waits_for(self) -> "RequestQuerySet":
        """Adds `waits_for`: whose turn it is."""
        from intake.models import Conversation

        unanswered = Conversation.objects.filter(
            request=OuterRef("pk"), sent_at__isnull=False, reaction=""
        )
        return self.annotate(
            waits_for=Case(
                When(status=RequestStatus.PLANNED, then=Value(WaitsFor.PLANNED)),
                When(
                    Q(status=RequestStatus.HELD) & Exists(unanswered),
                    then=Value(WaitsFor.RESIDENT),
                ),
                default=Value(WaitsFor.US),
            )
        )

    def count_by_turn(self) -> dict[str, int]:
        """How many wait for us, wait for the resident, or are planned: one query."""
        counts = {kind: Count("pk", filter=Q(waits_for=kind)) for kind in WaitsFor.values}
        return self.with_waits_for().aggregate(**counts)

    def late(self, on: date) -> "RequestQuerySet":
        return self.with_next_clock().filter(next_due__lt=on)

    def without_conversation(self) -> "RequestQuerySet":
        """Who still waits to be spoken with at length, longest first."""
        return self.filter(
            status__in=[RequestStatus.RECEIVED, RequestStatus.ACKNOWLEDGED, RequestStatus.PLANNED]
        ).order_by("arrived_at", "pk")

    def unheld(self) -> "RequestQuerySet":
        return self.filter(holder__isnull=True)
