"""Where the system is in the way. Two lines without names leave the file; the reply comes back.

`StuckPoint` lies in the file, under its locks. `ForwardedStuckPoint` is what left it: a row of its
own without any path to the family, the only one here that the municipality reads.
"""

import uuid
from datetime import date

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework.choices import StuckKind
from casework.models.case_files import CaseFile
from casework.models.lessons import check_nameless
from casework.models.seats import Seat
from casework.querysets_friction import ForwardedQuerySet, StuckQuerySet
from casework.workflow import NotAllowed, SomebodyWasFirst, verb
from wijkteam.choices import LifeDomain
from wijkteam.models import Team, User
from wijkteam.rows import Row

MOST_WORDS = 300  # two lines


class ForwardedStuckPoint(models.Model):
    """The words as they left the file. Nothing here says which family it was."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("wat zit er in de weg"), max_length=12, choices=StuckKind.choices)
    words = models.CharField(_("waar loopt het vast"), max_length=MOST_WORDS)
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    asked_to = models.CharField(_("van wie vragen we antwoord"), max_length=120, blank=True)
    due = models.DateField(_("antwoord uiterlijk"), null=True, blank=True)
    forwarded_at = models.DateTimeField(null=True, blank=True)
    forwarded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reply = models.TextField(_("antwoord"), max_length=1000, blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)
    replied_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    replied_by_name = models.CharField(max_length=120, blank=True)

    objects = ForwardedQuerySet.as_manager()

    class Meta:
        ordering = ["due"]
        verbose_name = _("vastloper bij de gemeente")
        verbose_name_plural = _("vastlopers bij de gemeente")
        permissions = [
            ("forward_stuck_points", _("Mag vastlopers doorsturen aan de gemeente")),
            ("answer_stuck_points", _("Mag namens de gemeente antwoorden op vastlopers")),
        ]
        constraints = [
            models.CheckConstraint(
                name="forwarded_to_someone",
                condition=models.Q(forwarded_at=None, forwarded_by=None, due=None, asked_to="")
                | models.Q(
                    ~models.Q(asked_to=""), forwarded_at__isnull=False,
                    forwarded_by__isnull=False, due__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="forwarded_reply_whole",
                condition=models.Q(reply="", replied_at=None, replied_by=None, replied_by_name="")
                | models.Q(
                    ~models.Q(reply=""), ~models.Q(replied_by_name=""),
                    replied_at__isnull=False, replied_by__isnull=False,
                    forwarded_at__isnull=False,
                ),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.words

    def forward(self, by: User, asked_to: str, due: date) -> None:
        """To whoever can do something about it, with a day to answer. Once."""
        ready = ForwardedStuckPoint.objects.filter(pk=self.pk, forwarded_at=None)
        with verb():
            if not ready.update(
                asked_to=asked_to, due=due, forwarded_at=timezone.now(), forwarded_by=by
            ):
                raise SomebodyWasFirst(__("Deze vastloper is al doorgestuurd."))

    def answer(self, by: User, words: str) -> None:
        """The reply, for the table and the team. Once: it is what was said."""
        waiting = ForwardedStuckPoint.objects.waiting().filter(pk=self.pk)
        with verb():
            if not waiting.update(
                reply=words, replied_at=timezone.now(), replied_by=by, replied_by_name=by.name
            ):
                raise SomebodyWasFirst(__("Op deze vastloper is al geantwoord."))

    @property
    def days_open(self) -> int:
        end = self.replied_at or timezone.now()
        start = self.forwarded_at or end
        return (timezone.localtime(end).date() - timezone.localtime(start).date()).days

    def is_late(self, on: date | None = None) -> bool:
        today = on or timezone.localdate()
        return self.due is not None and self.replied_at is None and self.due < today


class StuckPoint(Row):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="stuck_points")
    life_domain = models.CharField(
        _("leefgebied"), max_length=12, choices=LifeDomain.choices, blank=True
    )
    kind = models.CharField(_("wat zit er in de weg"), max_length=12, choices=StuckKind.choices)
    words = models.CharField(_("waar loopt het vast"), max_length=MOST_WORDS)
    written_at = models.DateTimeField(default=timezone.now)
    written_by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")
    forwarded = models.OneToOneField(
        ForwardedStuckPoint, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = StuckQuerySet.as_manager()

    class Meta:
        ordering = ["written_at"]
        verbose_name = _("vastloper")
        verbose_name_plural = _("vastlopers")
        constraints = [
            models.CheckConstraint(
                name="stuck_signed_by_another",
                condition=models.Q(signed_at=None, signed_by=None, forwarded=None)
                | models.Q(
                    ~models.Q(signed_by=models.F("written_by")), signed_at__isnull=False,
                    signed_by__isnull=False, forwarded__isnull=False,
                ),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.words

    def write(self) -> None:
        """Say where it is stuck; no name and no address may leave the file."""
        check_nameless(self.words, self.case_file)
        with verb():
            self.case_file.touch()
            self.save(force_insert=True)

    def sign(self, seat: Seat, kind: str = "") -> None:
        """A second professional of the team read it too, and may say better what is in the way:
        from here on it has no path back."""
        if seat.user_id in (None, self.written_by.user_id):  # the person: who sat here before too
            raise NotAllowed(__("Een tweede professional leest mee. Vraag een collega aan tafel."))
        check_nameless(self.words, self.case_file)
        with verb():
            self.case_file.touch()
            leaves = ForwardedStuckPoint(
                kind=kind or self.kind, words=self.words, team_id=self.case_file.team_id
            )
            leaves.save(force_insert=True)
            unsigned = StuckPoint.objects.filter(pk=self.pk, signed_at=None)
            signed = {"signed_at": timezone.now(), "signed_by": seat, "kind": leaves.kind}
            if not unsigned.update(forwarded=leaves, **signed):
                raise SomebodyWasFirst(__("Een collega heeft al meegelezen."))
