"""Guardian's direct table: the one store of authority over a case file.

Verbs of `CaseFile`, `Seat` and `SharingGround` write and remove rows, nothing else does;
`visible_to` joins them and the policies of the database read them.
"""

import uuid
from datetime import datetime

from django.contrib.auth.models import Permission
from django.contrib.postgres.fields import ArrayField
from django.db import models
from guardian.models import UserObjectPermissionBase

from casework.models.case_files import CaseFile
from casework.querysets import COORDINATE, RightQuerySet
from wijkteam.choices import LifeDomain
from wijkteam.models import User


class CaseFileUserObjectPermission(UserObjectPermissionBase):
    """One right on one file for one user. `domains` empty (NULL) means all life domains."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    content_object = models.ForeignKey(CaseFile, models.CASCADE, related_name="rights")
    domains = ArrayField(
        models.CharField(max_length=12, choices=LifeDomain.choices), null=True, blank=True
    )
    until = models.DateTimeField(null=True, blank=True)
    # Says that this is the coordinator's right; unique per file, also after closing, so that
    # nobody can make themselves coordinator of a file that is not theirs.
    coordinates = models.BooleanField(default=False)
    # Kept, and not to be used, while the family's data are restricted (locks_restriction.sql).
    shielded = models.BooleanField(default=False)
    # Acute danger: until then this chair reads a restricted file (casework_break_glass).
    opened_until = models.DateTimeField(null=True, blank=True)

    objects = RightQuerySet.as_manager()  # type: ignore[misc,assignment]

    class Meta(UserObjectPermissionBase.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(
                fields=["content_object"],
                condition=models.Q(coordinates=True),
                name="right_one_coordinator",
            )
        ]
        indexes = [
            models.Index(
                fields=["user", "permission", "content_object"],
                include=["until"],
                name="right_by_user",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.permission_id} {self.content_object_id}"


def permission(codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label="casework", codename=codename)


def give_right(
    case_file: CaseFile,
    user: User,
    codename: str,
    domains: list[str] | None = None,
    until: datetime | None = None,
) -> None:
    CaseFileUserObjectPermission(
        user=user,
        permission=permission(codename),
        content_object=case_file,
        domains=domains,
        until=until,
        coordinates=codename == COORDINATE,
    ).save(force_insert=True)
