"""What was destroyed, when and why: without whom.

The database does it (`casework_destroy` in locks_retention.sql): no role may delete a family, and
the function takes only a file whose day has come.
"""

import json
import uuid
from typing import Any

from django.db import connection, models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.choices import DestroyedWhy
from wijkteam.models import Team, User


class DestructionQuerySet(models.QuerySet["Destruction"]):
    def visible_to(self, user: User) -> "DestructionQuerySet":
        return self.all() if user.has_perm("casework.see_every_right") else self.none()


class Destruction(models.Model):
    """One file that is no more. Years and numbers only: nobody can be found in it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(_("vernietigd op"), default=timezone.now)
    why = models.CharField(_("waarom"), max_length=8, choices=DestroyedWhy.choices)
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    opened_year = models.PositiveSmallIntegerField(_("geopend in"))
    closed_year = models.PositiveSmallIntegerField(_("afgesloten in"))
    # How many rows of each kind.
    rows = models.JSONField(_("wat er was"))

    objects = DestructionQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        verbose_name = _("vernietiging")
        verbose_name_plural = _("vernietigingen")

    def __str__(self) -> str:
        return f"{self.at:%d-%m-%Y}"

    @property
    def number(self) -> int:
        return sum(self.rows.values())

    @staticmethod
    def ahead(case_file: uuid.UUID) -> tuple[dict[str, int], int, int]:
        """Rows of each kind that would go; how many people live there, and looked since the end."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT counted::text, at_home, looked FROM casework_destroys(%s)", [case_file]
            )
            counted, at_home, looked = cursor.fetchone()
        return json.loads(counted or "{}"), at_home, looked

    @staticmethod
    def run(case_file: uuid.UUID) -> list[str] | None:
        """Destroy one file; answers which stored files belonged to it, None when it is not due."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT casework_destroy(%s)", [case_file])
            found: Any = cursor.fetchone()[0]
        return found
