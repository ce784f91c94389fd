"""The clocks of a request as verbs: keep a promise, let the clocks stand still, let them go on."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake.choices import PauseReason, RequestStatus
from intake.workflow import Refused
from wijkteam.models import User

if TYPE_CHECKING:
    from intake.models.clocks import ClockQuerySet
    from intake.models.complaints import ComplaintQuerySet

CAN_WAIT = {RequestStatus.ACKNOWLEDGED, RequestStatus.PLANNED, RequestStatus.HELD}


class Waiting(models.Model):
    """What waits, and by when. Standing still never hides what is late already."""

    class Meta:
        abstract = True

    if TYPE_CHECKING:
        status: str
        handover_phone: str
        handover_on: date | None
        outcome_words: str
        clocks: ClockQuerySet
        complaints: ComplaintQuerySet

        def lock(self) -> None: ...
        def stamp(self, old: str, by: User | None, words: str = "") -> None: ...

    def check_free_to_hold(self, by: User) -> None:
        """Whoever looks into a complaint about it keeps away from it until there is an answer."""
        if self.complaints.open().filter(handler=by).exists():
            raise Refused(_("U zoekt een klacht over dit verzoek uit. Laat een collega het doen."))

    @property
    def handover_lacks(self) -> list[str]:
        """Of a handover that was begun: what has to be known before the request ends."""
        asked = [(_("het telefoonnummer"), self.handover_phone), (_("de dag"), self.handover_on),
                 (_("wat er is afgesproken"), self.outcome_words)]  # fmt: skip
        return [str(words) for words, said in asked if not said]

    def pause(self, by: User, why: str, words: str = "", on: date | None = None) -> None:
        """The clocks stand still from now on, for a reason that the resident knows."""
        day = on or timezone.localdate()
        with transaction.atomic():
            self.lock()
            if self.status not in CAN_WAIT:
                raise Refused(_("Pak het verzoek eerst op. Daarna kan de klok stilstaan."))
            ahead = self.clocks.open().filter(paused_on__isnull=True, due__gte=day)
            if not ahead.update(paused_on=day, paused_why=why):
                raise Refused(_("Er loopt geen termijn meer die kan stilstaan."))
            said = f"{PauseReason(why).label}. {words}".rstrip(". ")
            self.stamp(self.status, by, _("de klok staat stil: %(why)s") % {"why": said})

    def resume(self, by: User | None, on: date | None = None) -> None:
        """The clocks go on; the days that they stood still are added."""
        day = on or timezone.localdate()
        with transaction.atomic():
            self.lock()
            if not self._go_on(day):
                raise Refused(_("De klok liep al weer."))
            self.stamp(self.status, by, str(_("de klok loopt weer")))

    def _go_on(self, day: date) -> int:
        paused = list(self.clocks.paused())
        for clock in paused:
            clock.go_on(day)
            clock.save(update_fields=["due", "paused_on", "paused_why"])
        return len(paused)

    def _meet(self, kinds: list[str], at: datetime | None = None) -> int:
        """Promises kept, also while they stood still: then the days until now are added first."""
        at = at or timezone.now()
        kept = self.clocks.open().filter(kind__in=kinds)
        for clock in kept.filter(paused_on__isnull=False):
            clock.go_on(timezone.localdate(at))
            clock.save(update_fields=["due", "paused_on", "paused_why"])
        return kept.update(met_at=at)
