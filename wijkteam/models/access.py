"""The access log: who looked at which family, when and why. Rows are only ever added.

Columns after NEN 7513 (logging of access to care records). No role of the database has UPDATE or
DELETE on this table, and `models/seals.py` shows whether a row was changed past the roles.
"""

import uuid
from datetime import datetime

from django.apps import apps
from django.db import models
from django.db.models import FilteredRelation, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteam.choices import Role
from wijkteam.models.people import User


class AccessLogQuerySet(models.QuerySet["AccessLog"]):
    def visible_to(self, user: User) -> "AccessLogQuerySet":
        """The officer sees all, a resident what was looked at of them, a coordinator the own files.

        The database says the same in its policies, with the floors above (see their locks.sql).
        """
        if user.has_perm("wijkteam.view_access_log"):
            return self.all()
        every = apps.get_model("casework.CaseFile").objects
        reads_own = user.has_perm("casework.view_own_plan")
        files = every.visible_to(user) if reads_own else every.coordinated_by(user)
        requests = apps.get_model("intake.ConversationRequest").objects.filter(requester=user)
        of_files = AccessLog.objects.filter(household_id__in=files.values("household_id"))
        of_requests = AccessLog.objects.filter(request_id__in=requests.values("pk"))
        found = self.filter(pk__in=of_files.values("pk").union(of_requests.values("pk")))
        return found.exclude(_of_others(user, files)) if reads_own else found

    def with_question_of(self, user: User) -> "AccessLogQuerySet":
        """With `own`, what this resident asked about the row, in the same query."""
        return self.alias(own=FilteredRelation("questions", condition=Q(questions__asked_by=user)))

    def by_name(self, name: str) -> "AccessLogQuerySet":
        """What colleagues of this name did; found by account, which is quick and survives a new
        name. Residents are found by their family."""
        colleagues = User.objects.filter(name__icontains=name).exclude(role=Role.RESIDENT)
        return self.filter(user_id__in=list(colleagues.values_list("pk", flat=True)))

    def unsealed(self) -> "AccessLogQuerySet":
        """Rows that no seal covers yet: the last hour or so."""
        last = apps.get_model("wijkteam.AccessSeal").objects.order_by("number").last()
        return self.filter(written_at__gte=last.until) if last else self.all()

    def before(self, at: datetime, pk: uuid.UUID) -> "AccessLogQuerySet":
        """What is older than this row: the next page, as quick as the first one."""
        return self.filter(at__lte=at).exclude(at=at, pk__gte=pk)


ASKED = ["rechten", "vraag over inzage"]  # what somebody asked about the own data


def _of_others(user: User, files: models.QuerySet) -> Q:
    """In a house that is kept apart: what another did, and our looks at what another asked about
    the own data."""
    apart = Q(household_id__in=files.filter(is_apart=True).values("household_id"))
    rights = apps.get_model("casework.RightsRequest").objects.filter(asked_by=user)
    questions = apps.get_model("wijkteam.AccessQuestion").objects.filter(asked_by=user)
    asked = Q(household_id__in=rights.exclude(household_id=None).values("household_id"))
    asked |= Q(household_id__in=questions.exclude(row__household_id=None)
               .values("row__household_id"))  # fmt: skip
    return apart & ~Q(user=user) & (Q(role=Role.RESIDENT) | Q(part__in=ASKED) & ~asked)


class AccessLog(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(_("wanneer"), default=timezone.now)
    # The database writes its own clock over this one. The hours of the seals go by it.
    written_at = models.DateTimeField(default=timezone.now, editable=False)
    user = models.ForeignKey(
        "wijkteam.User", models.PROTECT, null=True, related_name="+", db_index=False
    )
    user_name = models.CharField(_("wie"), max_length=120, blank=True)
    role = models.CharField(_("rol"), max_length=20, choices=Role.choices, blank=True)
    organisation = models.CharField(_("organisatie"), max_length=120, blank=True)
    household_id = models.UUIDField(_("gezin"), null=True)
    request_id = models.UUIDField(_("verzoek"), null=True)
    act = models.CharField(_("handeling"), max_length=20)
    part = models.CharField(_("onderdeel"), max_length=60)
    ground = models.CharField(_("grond"), max_length=60, blank=True)
    why = models.CharField(_("reden"), max_length=300, blank=True)
    correlation = models.UUIDField(_("aanvraag van de pagina"))

    objects = AccessLogQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        permissions = [("view_access_log", _("Mag zien wie waarin keek"))]
        indexes = [
            models.Index(fields=["household_id", "-at"], name="access_household"),
            models.Index(fields=["request_id", "-at"], name="access_request"),
            models.Index(fields=["user", "-at"], name="access_user"),
            models.Index(fields=["-at"], name="access_at"),
            models.Index(fields=["written_at", "id"], name="access_written"),
        ]

    def __str__(self) -> str:
        return f"{self.user_name} {self.act} {self.part}"
