"""A signal: what a place passes on to the team, and what came of it."""

import uuid
from datetime import date, timedelta
from typing import Any

import pgtrigger
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network import letters
from network.choices import SignalKind, SignalStatus
from network.models.once import insert_once
from network.models.people import VindplaatsContact
from network.models.places import Vindplaats
from network.querysets import SignalQuerySet
from network.workflow import MOVES, NoFeedback, check_move
from wijkteam.choices import LifeDomain
from wijkteam.models import Neighbourhood, Team, User

DAYS_TO_ANSWER = 14


def answer_day() -> date:
    """Within two weeks the sender hears what came of it."""
    return timezone.localdate() + timedelta(days=DAYS_TO_ANSWER)


class Signal(models.Model):
    """About one person, who knows or does not know; or about the neighbourhood."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    vindplaats = models.ForeignKey(Vindplaats, models.PROTECT, related_name="signals")
    contact = models.ForeignKey(
        VindplaatsContact,
        models.PROTECT,
        related_name="signals",
        verbose_name=_("van wie is het signaal"),
    )
    team = models.ForeignKey(Team, models.PROTECT, related_name="signals")
    kind = models.CharField(_("waar gaat het over"), max_length=10, choices=SignalKind.choices)
    person_knows = models.BooleanField(_("weet deze persoon dat u dit doorgeeft"), null=True)
    about_name = models.CharField(_("om wie gaat het"), max_length=120, blank=True)
    about_reach = models.CharField(
        _("hoe kunnen wij deze persoon bereiken"), max_length=200, blank=True
    )
    neighbourhood = models.ForeignKey(
        Neighbourhood,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="signals",
        verbose_name=_("in welke wijk"),
    )
    life_domain = models.CharField(
        _("waar heeft het mee te maken"), max_length=20, choices=LifeDomain.choices, blank=True
    )
    how_many = models.PositiveIntegerField(_("om hoeveel mensen gaat het"), null=True, blank=True)
    since = models.CharField(_("sinds wanneer ziet u dit"), max_length=80, blank=True)
    words = models.TextField(_("wat ziet u"), max_length=4000)
    sent_at = models.DateTimeField(default=timezone.now, editable=False)

    status = models.CharField(
        max_length=10, choices=SignalStatus.choices, default=SignalStatus.NEW, editable=False
    )
    due = models.DateField(_("antwoord uiterlijk"), default=answer_day, editable=False)
    picked_up_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="picked_up_signals"
    )
    picked_up_at = models.DateTimeField(null=True, editable=False)
    feedback = models.TextField(_("wat ervan kwam"), max_length=4000, blank=True)
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, editable=False)

    objects = SignalQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at"]
        verbose_name = _("signaal")
        verbose_name_plural = _("signalen")
        permissions = [("send_signal", _("Mag een signaal doorgeven"))]
        constraints = [
            models.CheckConstraint(
                name="signal_answered_has_feedback",
                condition=~models.Q(status="answered")
                | models.Q(answered_by__isnull=False, answered_at__isnull=False)
                & models.Q(feedback__regex=r"\S"),
            ),
            models.CheckConstraint(
                name="signal_picked_up_by_someone",
                condition=models.Q(status="new", picked_up_by__isnull=True)
                | ~models.Q(status="new") & models.Q(picked_up_by__isnull=False),
            ),
            models.CheckConstraint(
                name="signal_individual_says_knows",
                condition=models.Q(kind="individual", person_knows__isnull=False)
                | models.Q(kind="collective", person_knows__isnull=True),
            ),
            models.CheckConstraint(
                name="signal_name_only_when_known",
                condition=models.Q(kind="individual", person_knows=True)
                | models.Q(about_name="", about_reach=""),
            ),
            models.CheckConstraint(
                name="signal_collective_has_theme",
                condition=models.Q(kind="individual")
                | models.Q(neighbourhood__isnull=False) & ~models.Q(life_domain=""),
            ),
        ]
        triggers = [
            pgtrigger.FSM(name="signal_moves", field="status", transitions=MOVES),
            # What the sender read is what we said.
            pgtrigger.Protect(
                name="signal_answer_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(
                    old__status="answered", new__feedback__df=pgtrigger.F("old__feedback")
                ),
            ),
        ]
        indexes = [
            models.Index(
                fields=["team", "due"],
                condition=~models.Q(status="answered"),
                name="signal_open_by_team",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.sent_at:%d-%m-%Y}"

    @property
    def may_become_request(self) -> bool:
        """Only about a person who knows; intake makes the request and keeps the link."""
        return bool(self.kind == SignalKind.INDIVIDUAL and self.person_knows)

    def is_late(self, on: date | None = None) -> bool:
        return self.status != SignalStatus.ANSWERED and self.due < (on or timezone.localdate())

    def send(self) -> None:
        """Hand it to the team that serves the neighbourhood, and tell who holds the place.

        Sending the same signal twice changes nothing.
        """
        self.neighbourhood = self.neighbourhood or self.vindplaats.neighbourhoods.first()
        served = self.neighbourhood and self.neighbourhood.team
        self.team = served or Team.objects.get(is_default=True)
        with transaction.atomic():
            if insert_once(self):
                letters.tell_holder(self)

    def pick_up(self, by: User) -> None:
        """Someone of the team sees to it from now on."""
        self._move(SignalStatus.PICKED_UP, picked_up_by=by, picked_up_at=timezone.now())

    def answer(self, by: User, feedback: str) -> None:
        """Done, and the sender hears what came of it: without a word for them it stays open."""
        if not feedback.strip():
            raise NoFeedback
        with transaction.atomic():
            self._move(
                SignalStatus.ANSWERED,
                feedback=feedback,
                answered_by=by,
                answered_at=timezone.now(),
            )
            letters.tell_sender(self)

    def _move(self, new: str, **fields: Any) -> None:
        """Lock the row, check the move, write the fields."""
        with transaction.atomic():
            old = Signal.objects.select_for_update(of=("self",)).get(pk=self.pk).status
            check_move(old, new)
            for name, value in {"status": new, **fields}.items():
                setattr(self, name, value)
            self.save(update_fields=["status", *fields])
