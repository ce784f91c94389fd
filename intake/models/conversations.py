"""The conversation at the kitchen table: planned, held, written down, answered by the resident."""

import uuid
from collections.abc import Sequence
from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake.choices import Delivery, MeetingPlace, Reaction, RequestStatus
from intake.models.agenda import Going
from intake.models.requests import ConversationRequest
from intake.workflow import Refused, check_move, check_planned
from wijkteam.choices import Role
from wijkteam.models import User


class ConversationQuerySet(models.QuerySet["Conversation"]):
    def visible_to(self, user: User) -> "ConversationQuerySet":
        """Whoever may see the request sees its conversations; a resident what lies ahead, and the
        report once it was given."""
        requests = ConversationRequest.objects.visible_to(user)
        found = self.filter(request__in=requests.values("pk"))
        if user.is_authenticated and user.role == Role.RESIDENT:
            return found.filter(Q(held_at__isnull=True) | Q(sent_at__isnull=False))
        return found

    def upcoming(self) -> "ConversationQuerySet":
        """With a date, not called off, not held, of a request that still runs."""
        return self.filter(
            planned_at__isnull=False, cancelled_at__isnull=True, held_at__isnull=True
        ).exclude(request__status=RequestStatus.CLOSED)

    def of(self, user: User) -> "ConversationQuerySet":
        """To which this colleague goes, or comes along."""
        return self.filter(Q(professional=user) | Q(along__contains=[user.pk]))

    def to_invite(self) -> "ConversationQuerySet":
        """Of which the calendars of our people do not say what is so now (see invitations.py)."""
        off = Q(cancelled_at__isnull=False) | Q(request__status=RequestStatus.CLOSED)
        told = Q(
            invited_for__isnull=False,
            invited_for=F("sequence"),
            invited__contains=[F("request__holder_id")],
        )
        ahead = self.filter(planned_at__gt=timezone.now(), held_at__isnull=True)
        return ahead.filter(off & ~Q(invited=[]) | ~off & ~told)

    def on(self, day: date) -> "ConversationQuerySet":
        return self.filter(planned_at__date=day)

    def not_cancelled(self) -> "ConversationQuerySet":
        return self.filter(cancelled_at__isnull=True)

    def sent(self) -> "ConversationQuerySet":
        return self.filter(sent_at__isnull=False)

    def given(self, requests: Sequence[ConversationRequest]) -> "list[Conversation]":
        """The reports that were sent of a resident's own requests, with their words, newest first:
        the table itself keeps these from the resident's connection (see `intake_own_reports`)."""
        of = {one.pk: one for one in requests}
        sql = "SELECT * FROM intake_own_reports() WHERE request_id = ANY(%s) ORDER BY sent_at DESC"
        rows = self.raw(sql, [list(of)]).prefetch_related("professional")
        reports: list[Conversation] = list(rows)
        for report in reports:
            report.request = of[report.request_id]
        return reports


class Conversation(Going):
    """One keukentafelgesprek. The six sections follow the order of the talk, not of the forms."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(ConversationRequest, models.CASCADE, related_name="conversations")
    planned_at = models.DateTimeField(_("wanneer"), null=True)
    place = models.CharField(_("waar"), max_length=12, choices=MeetingPlace.choices, blank=True)
    address = models.CharField(_("adres of telefoonnummer"), max_length=200, blank=True)
    professional = models.ForeignKey(User, models.PROTECT, related_name="conversations")
    company = models.CharField(_("wie zat erbij"), max_length=200, blank=True)
    cancelled_at = models.DateTimeField(null=True)
    # Raised at every change, so that a calendar replaces the appointment it already has.
    sequence = models.PositiveSmallIntegerField(default=0)
    reminded_for = models.DateTimeField(null=True)
    # Who of us got it by mail for the own calendar, and as which version.
    invited = ArrayField(models.BigIntegerField(), default=list, editable=False)
    invited_for = models.PositiveSmallIntegerField(null=True, editable=False)
    held_at = models.DateTimeField(_("gevoerd op"), null=True)

    goes_well = models.TextField(_("Wat gaat goed"), blank=True)
    can_give = models.TextField(_("Wat kan en wil de bewoner zelf, ook voor anderen"), blank=True)
    is_hard = models.TextField(_("Wat is lastig"), blank=True)
    network_can = models.TextField(_("Wat kunnen mensen eromheen"), blank=True)
    asked = models.TextField(_("Wat vragen we aan professionals"), blank=True)
    agreed = models.TextField(_("Wat spraken we af"), blank=True)
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField(null=True)
    saved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    sent_at = models.DateTimeField(_("verstuurd op"), null=True)
    sent_how = models.CharField(max_length=6, choices=Delivery.choices, blank=True)
    reaction = models.CharField(max_length=6, choices=Reaction.choices, blank=True)
    reaction_words = models.TextField(_("uw eigen woorden"), blank=True)
    reacted_at = models.DateTimeField(null=True)
    # Filled when a professional wrote down what the resident said at the table.
    reaction_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = ConversationQuerySet.as_manager()

    SECTIONS = ["goes_well", "can_give", "is_hard", "network_can", "asked", "agreed"]
    PLANNING = ["planned_at", "place", "address", "professional", "along", "colleagues", "company"]

    class Meta:
        ordering = ["planned_at"]
        verbose_name = _("keukentafelgesprek")
        verbose_name_plural = _("keukentafelgesprekken")
        constraints = [
            models.CheckConstraint(
                name="conversation_sent_was_held",
                condition=models.Q(sent_at__isnull=True) | models.Q(held_at__isnull=False),
            ),
            models.CheckConstraint(
                name="conversation_reaction_after_sending",
                condition=models.Q(reaction="") | models.Q(sent_at__isnull=False),
            ),
            models.UniqueConstraint(
                name="conversation_one_ahead",
                fields=["request"],
                condition=models.Q(cancelled_at__isnull=True, held_at__isnull=True),
            ),
        ]
        indexes = [
            # Days and calendars ask for what lies ahead of anyone.
            models.Index(
                fields=["planned_at"],
                condition=models.Q(cancelled_at__isnull=True, held_at__isnull=True),
                name="conversation_ahead",
            )
        ]

    def __str__(self) -> str:
        return f"Gesprek met {self.request.name}"

    def sections(self) -> list[tuple[str, str]]:
        """(heading, text) in the order of the talk, with the person's own name in it."""
        with_name = {
            "can_give": _("Wat kan en wil %(name)s zelf, ook voor anderen"),
            "network_can": _("Wat kunnen mensen om %(name)s heen"),
        }
        found = []
        for name in self.SECTIONS:
            heading = str(with_name.get(name, self._meta.get_field(name).verbose_name))  # type: ignore[union-attr]
            found.append((heading % {"name": self.request.name}, getattr(self, name)))
        return found

    @classmethod
    def begin(cls, request: ConversationRequest, by: User) -> "Conversation":
        """The talk to report on: the one that was planned, or one that happened without a plan."""
        with transaction.atomic():
            request.lock()
            found = cls.objects.filter(request=request).not_cancelled().last()
            if found:
                return found
            check_move(request.status, RequestStatus.HELD)
            new = cls(request=request, professional=by, company=request.company)
            new.save(force_insert=True)
        return new

    def copy_to(self, other: ConversationRequest, by: User) -> "Conversation":
        """One household, one talk: the same words in the report of the other request, still unsent.

        A report that already holds words of its own is left alone.
        """
        with transaction.atomic():
            talk = Conversation.begin(other, by)
            if talk.sent_at or any(text for _heading, text in talk.sections()):
                raise Refused(_("%(name)s heeft al een eigen verslag.") % {"name": other.name})
            if not talk.has_begun:
                talk.planned_at = self.planned_at or self.held_at
                talk.sequence += 1
                talk.save(update_fields=["planned_at", "sequence"])
            for name in ["company", *self.SECTIONS]:
                setattr(talk, name, getattr(self, name))
            if not talk.report(by, talk.version):
                raise Refused(_("Een collega schrijft net aan het verslag van %(name)s.")
                              % {"name": other.name})  # fmt: skip
        return talk

    @property
    def has_begun(self) -> bool:
        """A report of a talk that is still to come counts as preparation."""
        today = timezone.localdate()
        return self.planned_at is None or timezone.localdate(self.planned_at) <= today

    @property
    def is_ahead(self) -> bool:
        return self.planned_at is not None and not (self.cancelled_at or self.held_at)

    @property
    def is_off(self) -> bool:
        return self.cancelled_at is not None or self.request.status == RequestStatus.CLOSED

    @property
    def is_past(self) -> bool:
        """The hour has come and gone, and nobody wrote the report."""
        return self.is_ahead and self.planned_at is not None and self.planned_at < timezone.now()

    def plan(self, by: User | None) -> None:
        """On the calendar, and its request moves along; by nobody when the resident picked it.

        What a resident picks was kept free from the moment that it was offered.
        """
        with transaction.atomic():
            self.request.lock()  # of two who plan at once, one waits here
            check_move(self.request.status, RequestStatus.PLANNED)
            if by is not None and self.planned_at is not None:
                self.check_free([self.planned_at])
                self.request.proposals.open().update(withdrawn_at=timezone.now())
            self.request.plan(by)
            self.save(force_insert=True)

    def move(self, by: User) -> bool:
        """Another day, hour or place for the same appointment; False when it is all the same."""
        with transaction.atomic():
            self.request.lock()
            check_planned(self.request.status)
            if self.stands(*self.PLANNING):
                return False
            self.check_free([self.planned_at] if self.planned_at else [])
            self.sequence += 1
            self.save(update_fields=[*self.PLANNING, "sequence"])
            self.request.stamp(self.request.status, by, str(_("gesprek verzet")))
        return True

    def cancel(self, by: User, words: str = "") -> None:
        """It does not go on; the request waits for a new date."""
        with transaction.atomic():
            self.request.lock()
            check_planned(self.request.status)
            self.request.unplan(by, words)
            self.cancelled_at = timezone.now()
            self.sequence += 1
            self.save(update_fields=["cancelled_at", "sequence"])

    def report(self, by: User, version: int) -> bool:
        """Save the report; False when someone else saved a newer version meanwhile."""
        with transaction.atomic():
            now = timezone.now()
            held = now if self.has_begun else None
            changed = Conversation.objects.filter(
                pk=self.pk, version=version, sent_at__isnull=True
            ).update(
                version=version + 1,
                saved_at=now,
                saved_by=by,
                held_at=self.held_at or held,
                company=self.company,
                **{name: getattr(self, name) for name in self.SECTIONS},
            )
            if not changed:
                return False
            if held and not self.held_at:
                self.request.hold(by)
            self.refresh_from_db()
        return True

    def send(self, by: User, how: str = Delivery.HAND, reaction: str = "", words: str = "") -> bool:
        """The resident may read the report from now on; its text stays as it is.

        False when that was so already. What the resident said at the table is kept beside it.
        """
        if self.held_at is None:
            raise Refused(_("Dit gesprek is nog niet gevoerd. Schrijf eerst het verslag."))
        with transaction.atomic():
            now = timezone.now()
            unsent = Conversation.objects.filter(pk=self.pk, sent_at__isnull=True)
            if not unsent.update(sent_at=now, sent_how=how):
                return False
            self.sent_at, self.sent_how = now, how
            if reaction:
                self.react(reaction, words, by)
        return True

    def react(self, reaction: str, words: str, by: User | None = None) -> bool:
        """The resident's answer stands beside the report, never over it.

        `by` wrote it down at the table; that never replaces an answer that is there already.
        """
        free = Conversation.objects.filter(pk=self.pk)
        if by is not None:
            free = free.filter(reaction="")
        now = timezone.now()
        changed = free.update(
            reaction=reaction, reaction_words=words, reaction_by=by, reacted_at=now
        )
        self.refresh_from_db(fields=["reaction", "reaction_words", "reaction_by", "reacted_at"])
        return bool(changed)
