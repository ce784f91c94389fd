"""The one door to case files and what lies in them, and their adjectives."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from wijkteam.models import User

VIEW, WRITE, COORDINATE = "view_casefile", "write_casefile", "coordinate_casefile"


class CaseFileQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "CaseFileQuerySet":
        """Files at whose table the user has a right: the rows that the database policy reads."""
        return self.filter(pk__in=rights(user, VIEW).values("content_object_id"))

    def writable_by(self, user: User) -> "CaseFileQuerySet":
        return self.filter(pk__in=rights(user, WRITE).values("content_object_id"))

    def coordinated_by(self, user: User) -> "CaseFileQuerySet":
        return self.filter(pk__in=rights(user, COORDINATE).values("content_object_id"))

    def open(self) -> "CaseFileQuerySet":
        return self.filter(closed_at__isnull=True)

    def newest_first(self) -> "CaseFileQuerySet":
        return self.order_by("-changed_at", "pk")


class RightQuerySet(models.QuerySet):
    def valid(self) -> "RightQuerySet":
        return self.filter(Q(until__isnull=True) | Q(until__gt=timezone.now()))


def rights(user: User, codename: str) -> models.QuerySet:
    """The user's valid rights of one kind, in guardian's direct table."""
    from casework.models import CaseFileUserObjectPermission

    if not user.is_authenticated:
        return CaseFileUserObjectPermission.objects.none()
    return CaseFileUserObjectPermission.objects.valid().filter(
        user=user, permission__codename=codename
    )


class InFileQuerySet(models.QuerySet):
    """Rows of a case file; a row with a life domain is for who was given that domain."""

    def visible_to(self, user: User) -> "InFileQuerySet":
        return self.filter(Q(pk__in=self._whole_files(user)) | Q(pk__in=self._own_domains(user)))

    def _whole_files(self, user: User) -> models.QuerySet:
        whole = rights(user, VIEW).filter(domains__isnull=True)
        return self.model._default_manager.filter(
            case_file_id__in=whole.values("content_object_id")
        ).values("pk")

    def _own_domains(self, user: User) -> models.QuerySet:
        partly = rights(user, VIEW).filter(
            domains__isnull=False, content_object_id=models.OuterRef("case_file_id")
        )
        rows = self.model._default_manager.filter(models.Exists(partly))
        return rows.filter(
            Q(life_domain="")
            | models.Exists(partly.filter(domains__contains=_one(models.OuterRef("life_domain"))))
        ).values("pk")


def _one(expression: models.OuterRef) -> models.Func:
    """An array of one, to compare with an array column."""
    return models.Func(
        expression,
        template="ARRAY[%(expressions)s]::varchar[]",
        output_field=ArrayField(models.CharField()),
    )


class GoalQuerySet(InFileQuerySet):
    def running(self) -> "GoalQuerySet":
        return self.filter(status="running")


class ActionQuerySet(InFileQuerySet):
    def open(self) -> "ActionQuerySet":
        return self.filter(done_at__isnull=True)

    def late(self, on: date) -> "ActionQuerySet":
        return self.open().filter(due__lt=on)


class EntryQuerySet(InFileQuerySet):
    def visible_to(self, user: User) -> "EntryQuerySet":
        """As for all rows, and notes for the coordinator only to the coordinator."""
        coordinated = rights(user, COORDINATE).values("content_object_id")
        return super().visible_to(user).filter(
            ~Q(audience="coordinator") | Q(case_file_id__in=coordinated)
        )  # fmt: skip


class SeatQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "SeatQuerySet":
        return self.filter(case_file_id__in=rights(user, VIEW).values("content_object_id"))

    def open(self) -> "SeatQuerySet":
        return self.filter(until__isnull=True)
