"""Actions: one thing that one person will do, or will not do on purpose."""

import uuid
from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework.choices import ActionKind, Repeat
from casework.models.case_files import CaseFile
from casework.models.plan import Goal
from casework.models.seats import Seat
from casework.querysets import ActionQuerySet
from casework.workflow import NotAllowed, SomebodyWasFirst, verb
from wijkteam.choices import LifeDomain
from wijkteam.rows import Row

if TYPE_CHECKING:
    from wijkteam.models import User


class Action(Row):
    """One thing that one person will do (or will not do on purpose), by a date."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="actions")
    goal = models.ForeignKey(
        Goal, models.CASCADE, null=True, blank=True, related_name="actions", verbose_name=_("doel")
    )
    life_domain = models.CharField(
        _("leefgebied"), max_length=12, choices=LifeDomain.choices, blank=True
    )
    words = models.CharField(_("wat gaat er gebeuren"), max_length=300)
    owner = models.ForeignKey(
        Seat, models.PROTECT, related_name="actions", verbose_name=_("wie doet het")
    )
    kind = models.CharField(
        _("soort"), max_length=10, choices=ActionKind.choices, default=ActionKind.DO
    )
    due = models.DateField(_("wanneer"), null=True, blank=True)
    repeat = models.CharField(
        _("komt terug"), max_length=7, choices=Repeat.choices, blank=True, default=Repeat.ONCE
    )
    # Of one that comes back: which one this comes after (casework_next_action in locks_plan.sql).
    follows = models.OneToOneField(
        "self", models.SET_NULL, null=True, editable=False, related_name="next"
    )
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")
    changed_at = models.DateTimeField(null=True)
    changed_by = models.ForeignKey(Seat, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering = ["done_at", "due", "created_at"]
        verbose_name = _("afspraak")
        verbose_name_plural = _("afspraken")
        constraints = [
            models.CheckConstraint(
                name="action_wait_looks_again",
                condition=~models.Q(kind="wait") | models.Q(due__isnull=False),
            ),
            models.CheckConstraint(
                name="action_done_by_someone",
                condition=models.Q(done_at__isnull=True, done_by__isnull=True)
                | models.Q(done_at__isnull=False, done_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    def is_late(self, on: date | None = None) -> bool:
        return (
            self.done_at is None
            and self.due is not None
            and self.due < (on or timezone.localdate())
        )

    @property
    def days_late(self) -> int:
        return (timezone.localdate() - self.due).days if self.due and self.is_late() else 0

    def add(self, sent_by: "User | None" = None) -> None:
        """Into the plan; an action under a goal shares the goal's life domain. Whoever does it and
        has no account gets just this action, when somebody sends it along."""
        with verb():
            self.case_file.touch()
            if self.goal:
                self.life_domain = self.goal.life_domain
            self.save(force_insert=True)
            if sent_by:
                self._send(sent_by)

    def _send(self, by: "User") -> None:
        from casework.models.links import ActionLink

        ActionLink.send_of_itself(self, by)

    def change(self, seat: Seat, version: int, sent_by: "User | None" = None) -> None:
        """Other words, another owner or day; raises SomebodyWasFirst when a colleague was first.

        The goal stays: who may read an action hangs on its life domain.
        """
        with verb():
            self.case_file.touch()
            changed = (
                Action.objects.open()
                .filter(pk=self.pk, version=version)
                .update(
                    words=self.words,
                    owner=self.owner,
                    kind=self.kind,
                    due=self.due,
                    repeat=self.repeat,
                    changed_at=timezone.now(),
                    changed_by=seat,
                    version=version + 1,
                )
            )
            if not changed:
                raise SomebodyWasFirst(__("Een collega heeft deze afspraak intussen veranderd."))
            self.version = version + 1
            if sent_by:
                self._send(sent_by)

    def finish(self, seat: Seat) -> None:
        """Done. A second tick changes nothing. One that comes back makes the next one, in the
        database itself, so that this holds for whoever ticks."""
        with verb():
            self.case_file.touch()
            Action.objects.open().filter(pk=self.pk).update(done_at=timezone.now(), done_by=seat)

    def reopen(self) -> None:
        """Ticked off by mistake."""
        with verb():
            self.case_file.touch()
            Action.objects.filter(pk=self.pk).update(done_at=None, done_by=None)

    @property
    def helper_seat(self) -> Seat | None:
        """Its owner, when that is someone without an account who can be sent just this."""
        helps = self.owner.network_person_id or self.owner.contact_id
        return self.owner if helps and self.owner.until is None else None

    def answered_by_phone(
        self, seat: Seat, words: str, is_done: bool, key: uuid.UUID | None = None
    ) -> None:
        """Somebody told at the desk how it went; a professional writes it down in their name."""
        from casework.models.timeline import TimelineEntry

        if self.helper_seat is None:
            raise NotAllowed(__("Deze persoon vinkt de eigen afspraken zelf af."))
        told = __("%(name)s aan de telefoon over “%(action)s”")
        told %= {"name": self.owner.name, "action": self.words}
        with verb():
            self.case_file.touch()
            if is_done:
                Action.objects.open().filter(pk=self.pk).update(
                    done_at=timezone.now(), done_by=seat
                )
            TimelineEntry.about_action(
                self,
                seat,
                f"{told % {'name': self.owner.name, 'action': self.words}}\n{words}",
                key,
            ).save(force_insert=True)
