"""Adjectives of what a table sees differently, waits for and is stuck on."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from casework import home
from casework.querysets import COORDINATE, WRITE, InFileQuerySet, rights
from wijkteam.models import User


class TogetherQuerySet(InFileQuerySet):
    """What is only shown in a house whose people may read each other."""

    def at_home(self, reader: home.Reader) -> Q:
        return home.together(reader)


class DifferenceQuerySet(TogetherQuerySet):
    def still_open(self) -> Self:
        return self.filter(status__in=["open", "trying"])

    def unanswered(self) -> Self:
        """Someone of the household said it, and nobody else yet."""
        found = self.still_open().in_open_files().filter(created_by__person__isnull=False)
        other = ~Q(positions__seat=F("created_by")) & Q(positions__isnull=False)
        return found.annotate(others=models.Count("positions", filter=other)).filter(others=0)

    def may_review(self) -> Self:
        """To be looked at again; or ended, with something not written down yet."""
        lacks = Q(learned="") | Q(status="decided", decider="")
        return self.in_open_files().filter(Q(status__in=["open", "trying"]) | lacks)

    def due(self, on: date) -> Self:
        """Its day to look at it together is there."""
        return self.still_open().in_open_files().filter(review_on__lte=on)


class PositionQuerySet(TogetherQuerySet):
    def household_first(self) -> Self:
        return self.select_related("seat", "written_by").order_by(
            F("seat__person").asc(nulls_last=True), "at"
        )


class MandateQuerySet(TogetherQuerySet):
    def unanswered(self) -> Self:
        return self.filter(answered_at__isnull=True)

    def waiting(self) -> Self:
        """Put to someone. What nobody was asked yet does not wait, it lies."""
        return self.unanswered().filter(asked_at__isnull=False)

    def ask_for(self, holder: User, on: date) -> Self:
        """Late, or not put to anyone yet: whoever keeps an eye on it does something; and when that
        one left the table, who coordinates it."""
        files = rights(holder, COORDINATE).values("content_object_id")
        left = Q(holder__until__isnull=False, case_file_id__in=files)
        mine = Q(holder__user=holder, holder__until__isnull=True) | left
        return (
            self.unanswered()
            .in_open_files()
            .filter(mine)
            .filter(Q(due__lt=on) | Q(asked_at__isnull=True))
        )


class StuckQuerySet(TogetherQuerySet):
    def unsigned(self) -> Self:
        return self.filter(signed_at__isnull=True)

    def may_sign(self, user: User) -> Self:
        """Written by someone else, in a file of the own team that the user has whole."""
        whole = rights(user, WRITE).filter(domains__isnull=True)
        return self.unsigned().filter(
            case_file_id__in=whole.values("content_object_id")
        ).exclude(written_by__user=user)  # fmt: skip


class ForwardedQuerySet(models.QuerySet):
    """What left the files. The municipality sees what was forwarded to it, a team its own. At the
    table it is read along with the stuck point itself."""

    def visible_to(self, user: User) -> Self:
        if user.has_perm("casework.answer_stuck_points"):
            return self.filter(forwarded_at__isnull=False)
        return self.filter(team_id__in=user.memberships.filter(until__isnull=True).values("team"))

    def ready(self) -> Self:
        return self.filter(forwarded_at__isnull=True)

    def waiting(self) -> Self:
        return self.filter(forwarded_at__isnull=False, replied_at__isnull=True)

    def answered(self) -> Self:
        return self.filter(replied_at__isnull=False)
