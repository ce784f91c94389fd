"""The access log: who looked at which family, when and why. Rows are only ever added.

Columns after NEN 7513 (logging of access to care records). No role of the database has UPDATE or
DELETE on this table.
"""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteam.choices import Role


class AccessLog(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(_("wanneer"), default=timezone.now)
    user = models.ForeignKey("wijkteam.User", models.PROTECT, null=True, related_name="+")
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

    class Meta:
        ordering = ["-at"]
        permissions = [("view_access_log", _("Mag zien wie waarin keek"))]
        indexes = [
            models.Index(fields=["household_id", "-at"], name="access_household"),
            models.Index(fields=["request_id", "-at"], name="access_request"),
            models.Index(fields=["-at"], name="access_at"),
        ]

    def __str__(self) -> str:
        return f"{self.user_name} {self.act} {self.part}"
