"""The meldcode huiselijk geweld en kindermishandeling: a compartment that is closed to the family.

Five steps (Besluit verplichte meldcode, Wmo 2015 art. 3.3 and Jeugdwet art. 4.1.7), each written
down by who takes it, in any order, more than once. Only the coordinator and the professionals who
are named here read it: never anyone of the household, whom the suspicion may be about. Its looks
stand in the access log without the household, so that the family's own log does not tell of it.
"""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework.choices import MeldcodeDecision, MeldcodeStepKind
from casework.models.case_files import CaseFile
from casework.models.seats import Seat
from casework.querysets import COORDINATE, VIEW, rights
from casework.workflow import NotAllowed, verb
from wijkteam.models import AccessLog, User
from wijkteam.models.access import AccessLogQuerySet


class MeldcodeQuerySet(models.QuerySet["Meldcode"]):
    def visible_to(self, user: User) -> Self:
        """Of files that the user coordinates, or where the user was named and still sits."""
        if not user.has_perm("casework.use_meldcode"):
            return self.none()
        coordinated = rights(user, COORDINATE).values("content_object_id")
        named = MeldcodeMember.objects.filter(user=user, until__isnull=True).values("meldcode_id")
        seated = rights(user, VIEW).values("content_object_id")
        return self.filter(
            Q(case_file_id__in=coordinated) | Q(pk__in=named, case_file_id__in=seated)
        )

    def open(self) -> Self:
        return self.filter(closed_at__isnull=True)


class Meldcode(models.Model):
    """One concern about safety, with its steps."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="meldcodes")
    opened_at = models.DateTimeField(default=timezone.now)
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)

    objects = MeldcodeQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_at"]
        permissions = [("use_meldcode", _("Mag stappen van de meldcode vastleggen"))]
        constraints = [
            # One each, not one per file: a refusal would tell who is not involved that one runs.
            models.UniqueConstraint(
                fields=["case_file", "opened_by"],
                condition=Q(closed_at__isnull=True),
                name="meldcode_one_open_each",
            )
        ]

    def __str__(self) -> str:
        return f"{self.opened_at:%d-%m-%Y}"

    @property
    def mark(self) -> str:
        """How its looks are found in the access log."""
        return f"meldcode {self.pk}"

    def looks(self) -> AccessLogQuerySet:
        return AccessLog.objects.filter(ground="meldcode", why=self.mark)

    @classmethod
    def begin(cls, case_file: CaseFile, seat: Seat, words: str, key: uuid.UUID) -> "Meldcode":
        """Step one; who writes it is one of the named. The file itself shows nothing of it."""
        if seat.user is None:
            raise NotAllowed(__("Dit kan niet vanaf uw plek aan tafel."))
        with verb():
            meldcode = cls(id=key, case_file=case_file, opened_by=seat.user)
            # The database names who begins: that one reads it from now on.
            meldcode.save(force_insert=True)
            meldcode.take_step(seat.user, MeldcodeStepKind.MAP, words, uuid.uuid4())
        return meldcode

    def take_step(
        self,
        by: User,
        kind: str,
        words: str,
        key: uuid.UUID,
        decision: str = "",
        withheld: str = "",
    ) -> None:
        """Write down one step. `withheld` says why the family does not hear of broken glass yet."""
        with verb():
            if not Meldcode.objects.open().filter(pk=self.pk).exists():
                raise NotAllowed(__("Deze meldcode is afgesloten."))
            MeldcodeStep(
                id=key, meldcode=self, kind=kind, by=by, words=words, decision=decision,
                withheld=withheld,
            ).save(force_insert=True)  # fmt: skip

    def add_member(self, user: User, by: User) -> None:
        """A professional at this table is named, and reads all of it from now on."""
        with verb():
            MeldcodeMember(meldcode=self, user=user, added_by=by).save(force_insert=True)

    def close(self) -> None:
        """After step five. What was withheld from the family is not withheld any longer."""
        if not self.steps.filter(kind=MeldcodeStepKind.DECIDE).exists():
            raise NotAllowed(__("Leg eerst stap 5 vast: de beslissing."))
        with verb():
            Meldcode.objects.open().filter(pk=self.pk).update(closed_at=timezone.now())


class MeldcodeMember(models.Model):
    """A named professional."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meldcode = models.ForeignKey(Meldcode, models.CASCADE, related_name="members")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meldcode", "user"], name="meldcode_member_once")
        ]

    def __str__(self) -> str:
        return str(self.user_id)


class MeldcodeStep(models.Model):
    """What was done in one step. Only ever added."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meldcode = models.ForeignKey(Meldcode, models.CASCADE, related_name="steps")
    kind = models.CharField(_("welke stap"), max_length=8, choices=MeldcodeStepKind.choices)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    words = models.TextField(_("wat deed u, en wat hoorde u"))
    decision = models.CharField(
        _("beslissing"), max_length=8, choices=MeldcodeDecision.choices, blank=True
    )
    withheld = models.CharField(
        _("waarom het gezin dit nog niet hoort"), max_length=300, blank=True
    )

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(
                name="meldcode_step_five_decides",
                condition=Q(kind="decide") & ~Q(decision="") | ~Q(kind="decide") & Q(decision=""),
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
