"""The clocks of a request: what was promised, by when, and whether it was kept."""

import uuid
from datetime import date, datetime

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from intake.choices import ClockKind, PauseReason
from wijkteam.models import Team
from wijkteam.workdays import add_working_days, days_between, end_of_term, working_days_between

SHORT = {
    ClockKind.ACKNOWLEDGE: _("bericht"),
    ClockKind.CONTACT: _("contact"),
    ClockKind.CONVERSATION: _("gesprek"),
    ClockKind.LEGAL: _("afgerond"),
    ClockKind.OWN_PLAN: _("eigen plan"),
}
WORKING = {ClockKind.ACKNOWLEDGE, ClockKind.CONTACT, ClockKind.CONVERSATION}
LEGAL_WEEKS = 6  # Wmo 2015 art. 2.3.2 lid 1: the enquiry takes at most six weeks


class ClockQuerySet(models.QuerySet["Clock"]):
    def open(self) -> "ClockQuerySet":
        """Neither met nor stopped; it may stand still."""
        return self.filter(met_at__isnull=True, stopped_at__isnull=True)

    def running(self) -> "ClockQuerySet":
        """What we still promised. The own plan is the resident's: it is never late."""
        return self.open().filter(paused_on__isnull=True).exclude(kind=ClockKind.OWN_PLAN)

    def paused(self) -> "ClockQuerySet":
        return self.open().filter(paused_on__isnull=False)

    def late(self, on: date) -> "ClockQuerySet":
        return self.running().filter(due__lt=on)


class Clock(models.Model):
    """One promise: due on a day, met at a moment, or stopped (withdrawn, closed without).

    It may stand still for a while, for a reason; what is late already keeps ringing. Who was told
    that it is late stands on the row itself, so that nobody is told twice.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey("intake.ConversationRequest", models.CASCADE, related_name="clocks")
    kind = models.CharField(_("klok"), max_length=12, choices=ClockKind.choices)
    due = models.DateField(_("uiterlijk"))
    met_at = models.DateTimeField(_("gedaan op"), null=True)
    stopped_at = models.DateTimeField(_("gestopt op"), null=True)
    paused_on = models.DateField(_("staat stil sinds"), null=True)
    paused_why = models.CharField(max_length=8, choices=PauseReason.choices, blank=True)
    holder_told_at = models.DateTimeField(null=True)
    lead_told_at = models.DateTimeField(null=True)

    objects = ClockQuerySet.as_manager()

    class Meta:
        ordering = ["due"]
        constraints = [
            models.UniqueConstraint(fields=["request", "kind"], name="clock_once_per_kind"),
            models.CheckConstraint(
                name="clock_met_or_stopped",
                condition=models.Q(met_at__isnull=True) | models.Q(stopped_at__isnull=True),
            ),
            models.CheckConstraint(
                name="clock_paused_is_unmet_with_reason",
                condition=models.Q(paused_on__isnull=True, paused_why="")
                | models.Q(paused_on__isnull=False, met_at__isnull=True) & ~models.Q(paused_why=""),
            ),
        ]
        indexes = [
            # The inbox asks for the first clock of each open request.
            models.Index(
                fields=["request", "due"],
                condition=models.Q(met_at__isnull=True, stopped_at__isnull=True),
                name="clock_running",
            ),
            # The hourly round asks for what is late.
            models.Index(
                fields=["due"],
                condition=models.Q(met_at__isnull=True, stopped_at__isnull=True),
                name="clock_open_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.due:%d-%m-%Y}"

    @property
    def is_running(self) -> bool:
        return self.met_at is None and self.stopped_at is None and self.paused_on is None

    @property
    def is_paused(self) -> bool:
        return self.paused_on is not None and self.stopped_at is None

    @property
    def is_ours(self) -> bool:
        """A promise of ours, and not something the resident may do."""
        return self.kind != ClockKind.OWN_PLAN

    def due_after(self, day: date) -> date:
        """The due day when it stands still until `day`."""
        if self.paused_on is None:
            return self.due
        if self.kind in WORKING:
            return add_working_days(self.due, working_days_between(self.paused_on, day))
        still = days_between(self.paused_on, day)
        return end_of_term(self.due, days=still) if still else self.due

    def go_on(self, day: date) -> None:
        """The due day after standing still until `day`. Not saved."""
        self.due = self.due_after(day)
        self.paused_on, self.paused_why = None, ""

    def is_late(self, on: date | None = None) -> bool:
        """Late means: still running after the day, or met after it."""
        last = self.met_at and timezone.localdate(self.met_at)
        if self.stopped_at or self.paused_on or not self.is_ours:
            return False
        return (last or on or timezone.localdate()) > self.due

    def days_left(self, on: date | None = None) -> int:
        """Calendar days until the due day; negative when it has passed."""
        return (self.due - (on or timezone.localdate())).days

    @property
    def promise(self) -> str:
        """'gesprek uiterlijk vr 6 maart'."""
        day = date_format(self.due, "D j E")
        return __("%(what)s uiterlijk %(day)s") % {"what": SHORT[ClockKind(self.kind)], "day": day}

    @property
    def time_left(self) -> str:
        """'nog 1 dag', 'vandaag', '12 dagen te laat'."""
        days = self.days_left()
        if days == 0:
            return __("vandaag")
        if days > 0:
            return ngettext("nog %(days)s dag", "nog %(days)s dagen", days) % {"days": days}
        late = ngettext("%(days)s dag te laat", "%(days)s dagen te laat", -days)
        return late % {"days": -days}


def dues(team: Team, arrived_at: datetime) -> dict[str, date]:
    """The due day of each clock for a request that arrived then, by the team's norms."""
    day = timezone.localdate(arrived_at)
    return {
        ClockKind.ACKNOWLEDGE: add_working_days(day, team.days_to_acknowledge),
        ClockKind.CONTACT: add_working_days(day, team.days_to_contact),
        ClockKind.CONVERSATION: add_working_days(day, team.days_to_conversation),
        ClockKind.LEGAL: end_of_term(day, LEGAL_WEEKS),
        ClockKind.OWN_PLAN: end_of_term(day, days=team.days_for_own_plan),
    }
