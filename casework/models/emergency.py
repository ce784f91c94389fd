"""Breaking the glass: in acute danger a professional opens a file without a seat, with a reason.

Ground: a vital interest (AVG art. 6 lid 1 sub d), or a step of the meldcode (Wmo 2015 art. 3.3).
It opens the file to read, for 24 hours; who sits at the table of a restricted file reads from that
chair meanwhile. The coordinator hears at once, the resident reads it in the log, and the privacy
officer looks whether it was right.
"""

import uuid
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework import letters
from casework.models.case_files import CaseFile
from casework.workflow import NotAllowed
from wijkteam.database import current_visitor
from wijkteam.models import User

if TYPE_CHECKING:
    from casework.standing import Standing

HOURS = 24


class EmergencyQuerySet(models.QuerySet["Emergency"]):
    def to_review(self) -> "EmergencyQuerySet":
        return self.filter(reviewed_at__isnull=True)

    def seen_from(self, standing: "Standing") -> "EmergencyQuerySet":
        """In one file; the database leaves out what a meldcode withholds."""
        return self.filter(case_file=standing.case_file)


class ToldField(models.TextField):
    """At home it is heard from the database, which tells nobody in a house that is kept apart."""

    def select_format(self, compiler: Any, sql: str, params: Any) -> tuple[str, Any]:
        if current_visitor()[0] != "wijkteam_resident":
            return sql, params
        table = sql.rpartition(".")[0]
        return f"casework_emergency_told({table}.id, '{self.column}')", params


class Emergency(models.Model):
    """One time that the glass was broken. Never changed, only reviewed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="emergencies")
    household_id = models.UUIDField()
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    reason = ToldField(_("wat is er aan de hand"))
    at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    review = ToldField(_("oordeel"), blank=True)

    objects = EmergencyQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        permissions = [
            ("break_glass", _("Mag in acuut gevaar een dossier openen")),
            ("review_emergency", _("Beoordeelt of een dossier terecht in nood is geopend")),
        ]
        constraints = [
            models.CheckConstraint(name="emergency_has_reason", condition=~models.Q(reason="")),
            models.CheckConstraint(
                name="emergency_review_has_words",
                condition=models.Q(reviewed_at__isnull=True)
                | models.Q(reviewed_by__isnull=False) & ~models.Q(review=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.at:%d-%m-%Y %H:%M}"

    @classmethod
    def break_glass(cls, household_id: uuid.UUID, by: User, reason: str) -> CaseFile:
        """Open the household's file to read, for a day. Raises NotAllowed when there is none."""
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(
                    "SELECT case_file, coordinator FROM casework_break_glass(%s, %s, %s)",
                    [household_id, reason, HOURS],
                )
                case_file_id, coordinator = cursor.fetchone()
        except IntegrityError:
            raise NotAllowed(__("Er is geen open dossier, of u zit er al aan tafel.")) from None
        letters.glass_broken(coordinator, household_id, case_file_id, by)
        return CaseFile.objects.select_related("household").get(pk=case_file_id)

    @staticmethod
    def kept_from_me() -> dict[uuid.UUID, uuid.UUID]:
        """File -> household, of the restricted tables that the visitor sits at."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT case_file, household FROM casework_kept_from_me()")
            return dict(cursor.fetchall())

    def judge(self, by: User, words: str) -> bool:
        """The privacy officer's view of it, once. False when it was there already."""
        waiting = Emergency.objects.to_review().filter(pk=self.pk)
        return bool(waiting.update(reviewed_at=timezone.now(), reviewed_by=by, review=words))
