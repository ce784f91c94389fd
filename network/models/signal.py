"""A signal: what a place passes on to the team, and what came of it."""

import uuid
from datetime import date
from typing import Any

import pgtrigger
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network import letters
from network.choices import SignalKind, SignalRoute, SignalStatus
from network.models.gatherings import Gathering
from network.models.once import insert_once
from network.models.people import VindplaatsContact
from network.models.places import Vindplaats
from network.querysets import SignalQuerySet, StepQuerySet
from network.workflow import MOVES, IllegalMove, NoFeedback, check_move
from wijkteam.choices import LifeDomain
from wijkteam.models import Neighbourhood, Team, User
from wijkteam.workdays import add_working_days

WORKING_DAYS_TO_PICK_UP = 2
WORKING_DAYS_TO_ANSWER = 10


def pick_up_day() -> date:
    """By then somebody of the team has put a name to it."""
    return add_working_days(timezone.localdate(), WORKING_DAYS_TO_PICK_UP)


def answer_day() -> date:
    """By then the sender hears what came of it."""
    return add_working_days(timezone.localdate(), WORKING_DAYS_TO_ANSWER)


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
    route = models.CharField(
        _("hoe kwam het binnen"),
        max_length=10,
        choices=SignalRoute.choices,
        default=SignalRoute.ACCOUNT,
        editable=False,
    )
    # Who of us wrote it down, when it was told by phone or at a gathering.
    noted_by = models.ForeignKey(User, models.PROTECT, null=True, editable=False, related_name="+")
    gathering = models.ForeignKey(
        Gathering, models.PROTECT, null=True, editable=False, related_name="signals"
    )

    status = models.CharField(
        max_length=10, choices=SignalStatus.choices, default=SignalStatus.NEW, editable=False
    )
    pick_up_due = models.DateField(_("opgepakt uiterlijk"), default=pick_up_day, editable=False)
    due = models.DateField(_("antwoord uiterlijk"), default=answer_day, editable=False)
    # The day that we sent a reminder about: each day that passes is reminded of once.
    chased_for = models.DateField(null=True, editable=False)
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
                name="signal_told_is_noted_by_someone",
                condition=models.Q(route__in=["account", "link"], noted_by__isnull=True)
                | models.Q(route__in=["phone", "gathering"], noted_by__isnull=False),
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

    def waits_for_a_name(self, on: date | None = None) -> bool:
        """Nobody picked it up, and the day to do so is over."""
        is_new = self.status == SignalStatus.NEW
        return is_new and self.pick_up_due < (on or timezone.localdate())

    def send(self, holder: letters.Holder | None = None) -> None:
        """Hand it to the team that serves the neighbourhood, and tell who holds the place.

        Sending the same signal twice changes nothing. Who sends with a link may not read the
        register, and says who holds the place (`holder`).
        """
        if holder is None:
            self.neighbourhood = self.neighbourhood or self.vindplaats.neighbourhoods.first()
            holder = letters.Holder.of(self.vindplaats)
        served = self.neighbourhood.team if self.neighbourhood else Team.objects.last_resort()
        if served:
            self.team = served
        with transaction.atomic():
            if insert_once(self):
                letters.tell_holder(self, holder)

    def pick_up(self, by: User) -> None:
        """Someone of the team sees to it from now on."""
        self._move(SignalStatus.PICKED_UP, picked_up_by=by, picked_up_at=timezone.now())

    def chase(self) -> None:
        """The day is over: remind the team to put a name to it, or whoever took it to answer."""
        is_new = self.status == SignalStatus.NEW
        self.chased_for = self.pick_up_due if is_new else self.due
        with transaction.atomic():
            self.save(update_fields=["chased_for"])
            letters.chase(self)

    def take_over(self, by: User) -> None:
        """A colleague sees to it from now on; the clock runs on."""
        held = Signal.objects.filter(pk=self.pk, status=SignalStatus.PICKED_UP)
        if held.update(picked_up_by=by, picked_up_at=timezone.now()):
            self.picked_up_by = by

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


class SignalStep(models.Model):
    """What is done about a signal of the neighbourhood; the place that sent it reads along."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    signal = models.ForeignKey(Signal, models.PROTECT, related_name="steps")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    words = models.CharField(_("wat doen we eraan"), max_length=500)

    objects = StepQuerySet.as_manager()

    class Meta:
        ordering = ["at"]
        verbose_name = _("stap")
        verbose_name_plural = _("stappen")

    def __str__(self) -> str:
        return self.words

    def take(self) -> None:
        """Put it on the board. Only there: about a person nothing is shared. Twice is once."""
        if self.signal.kind != SignalKind.COLLECTIVE:
            raise IllegalMove(self.signal.status, self.signal.status)
        insert_once(self)
