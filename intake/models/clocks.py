"""The clocks of a request: what was promised, by when, and whether it was kept."""

import uuid
from datetime import date, datetime

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from intake.choices import ClockKind
from wijkteam.models import Team
from wijkteam.workdays import add_working_days, end_of_term

SHORT = {
    ClockKind.ACKNOWLEDGE: _("bericht"),
    ClockKind.CONTACT: _("contact"),
    ClockKind.CONVERSATION: _("gesprek"),
    ClockKind.LEGAL: _("afgerond"),
}
LEGAL_WEEKS = 6  # Wmo 2015 art. 2.3.2 lid 1: the enquiry takes at most six weeks


class ClockQuerySet(models.QuerySet["Clock"]):
    def running(self) -> "ClockQuerySet":
        return self.filter(met_at__isnull=True, stopped_at__isnull=True)

    def late(self, on: date) -> "ClockQuerySet":
        return self.running().filter(due__lt=on)


class Clock(models.Model):
    """One promise: due on a day, met at a moment, or stopped (withdrawn, closed without)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey("intake.ConversationRequest", models.CASCADE, related_name="clocks")
    kind = models.CharField(_("klok"), max_length=12, choices=ClockKind.choices)
    due = models.DateField(_("uiterlijk"))
    met_at = models.DateTimeField(_("gedaan op"), null=True)
    stopped_at = models.DateTimeField(_("gestopt op"), null=True)

    objects = ClockQuerySet.as_manager()

    class Meta:
        ordering = ["due"]
        constraints = [
            models.UniqueConstraint(fields=["request", "kind"], name="clock_once_per_kind"),
            models.CheckConstraint(
                name="clock_met_or_stopped",
                condition=models.Q(met_at__isnull=True) | models.Q(stopped_at__isnull=True),
            ),
        ]
        indexes = [
            # The inbox asks for the first clock of each open request.
            models.Index(
                fields=["request", "due"],
                condition=models.Q(met_at__isnull=True, stopped_at__isnull=True),
                name="clock_running",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.due:%d-%m-%Y}"

    @property
    def is_running(self) -> bool:
        return self.met_at is None and self.stopped_at is None

    def is_late(self, on: date | None = None) -> bool:
        """Late means: still running after the day, or met after it."""
        last = self.met_at and timezone.localdate(self.met_at)
        if self.stopped_at:
            return False
        return (last or on or timezone.localdate()) > self.due

    def days_left(self, on: date | None = None) -> int:
        """Calendar days until the due day; negative when it has passed."""
        return (self.due - (on or timezone.localdate())).days

    @property
    def promise(self) -> str:
        """'gesprek uiterlijk vr 6 maart'."""
        day = date_format(self.due, "D j F")
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
    }
