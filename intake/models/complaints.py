"""A complaint: its own number, someone who is not involved, a date, an answer, and once again.

Sources: Awb 9:6 (say that it arrived), 9:7 (handled by someone who was not involved), 9:8, 9:11
(six weeks, ten where a committee advises, which nobody does here; four more after a written
notice), 9:12 (the answer names the ombudsman).
"""

import uuid
from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import IntegrityError, models, transaction
from django.db.models import F, Func, Q, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from intake.choices import ComplaintAbout, Judgement, OfTheTeam, Route
from intake.workflow import Refused
from wijkteam import references
from wijkteam.choices import Language, Role
from wijkteam.models import Postcode, Team, User
from wijkteam.workdays import end_of_term

WEEKS = 6
MORE_WEEKS = 4


class ComplaintQuerySet(models.QuerySet["Complaint"]):
    def visible_to(self, user: User) -> "ComplaintQuerySet":
        """A team lead sees those of the own teams, but for those about this lead; whoever handles
        one sees that one."""
        if user.role not in {Role.TEAM_LEAD, Role.PROFESSIONAL}:
            return self.none()
        mine = Q(handler=user)
        if user.role == Role.TEAM_LEAD:
            led = user.memberships.filter(until__isnull=True).values("team")
            mine |= Q(team__in=led) & ~Q(kept_out__contains=[user.pk])
        return self.filter(mine)

    def open(self) -> "ComplaintQuerySet":
        return self.filter(OPEN)

    def answered(self) -> "ComplaintQuerySet":
        return self.exclude(OPEN)

    def late(self, on: date) -> "ComplaintQuerySet":
        return self.open().filter(due__lt=on)

    def opened_by(self, key: str) -> "Complaint | None":
        """What a stranger may see of the one complaint that this key opens."""
        found = self.filter(lookup_keys__contains=[key]).select_related("team")
        return found.only(*Complaint.SHOWN, "team__name", "team__phone").first()


OPEN = Q(answered_at__isnull=True) | Q(reopened_at__isnull=False, second_answered_at__isnull=True)


class Complaint(models.Model):
    """Whoever handles it has nothing to do with the case: the database refuses anyone else."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=8, unique=True, default=references.new_reference)
    submission = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    arrived_at = models.DateTimeField(_("binnen op"), default=timezone.now)
    route = models.CharField(max_length=12, choices=Route.choices, default=Route.WEB)
    entered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="complaints")
    request = models.ForeignKey(
        "intake.ConversationRequest", models.SET_NULL, null=True, related_name="complaints"
    )
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.NL)

    about = models.CharField(_("waarover"), max_length=8, choices=ComplaintAbout.choices)
    of_the_team = models.CharField(max_length=8, choices=OfTheTeam.choices, blank=True)
    about_name = models.CharField(_("over wie"), max_length=120, blank=True)
    about_user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    # Team leads whom it is about, by choice or by name. Filled by the database, which knows who
    # leads what: a stranger may not ask that (see locks_complaints.sql).
    kept_out = ArrayField(models.BigIntegerField(), default=list, editable=False)
    words = models.TextField(_("wat er gebeurde"))
    name = models.CharField(_("naam"), max_length=120)
    phone = PhoneNumberField(_("telefoonnummer"), blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    address = models.CharField(_("adres"), max_length=200, blank=True)
    lookup_keys = ArrayField(models.CharField(max_length=64), default=list, editable=False)

    handler = models.ForeignKey(User, models.PROTECT, null=True, related_name="complaints_handled")
    taken_at = models.DateTimeField(null=True)
    due = models.DateField(_("antwoord uiterlijk"))
    extended_at = models.DateTimeField(null=True)
    extended_why = models.TextField(_("waarom het langer duurt"), blank=True)
    answer = models.TextField(_("antwoord"), blank=True)
    judgement = models.CharField(_("oordeel"), max_length=8, choices=Judgement.choices, blank=True)
    answered_at = models.DateTimeField(null=True)
    reopened_at = models.DateTimeField(null=True)
    reopened_words = models.TextField(_("waarom opnieuw"), blank=True)
    second_answer = models.TextField(_("tweede antwoord"), blank=True)
    second_answered_at = models.DateTimeField(null=True)
    # Told that it arrived; told that this due day passed. So nobody is told twice.
    announced_at = models.DateTimeField(null=True)
    handler_told_for = models.DateField(null=True)
    lead_told_for = models.DateField(null=True)

    objects = ComplaintQuerySet.as_manager()

    SHOWN = [
        "id", "reference", "arrived_at", "team", "about", "name", "email", "language", "handler",
        "due", "extended_at", "extended_why", "answer", "judgement", "answered_at", "reopened_at",
        "reopened_words", "second_answer", "second_answered_at", "lookup_keys",
    ]  # fmt: skip

    class Meta:
        ordering = ["due", "arrived_at"]
        verbose_name = _("klacht")
        verbose_name_plural = _("klachten")
        permissions = [
            ("enter_complaint", _("Mag een klacht opschrijven")),
            ("handle_complaint", _("Mag een klacht behandelen")),
            ("lead_complaints", _("Mag klachten van het eigen team verdelen")),
        ]
        constraints = [
            models.CheckConstraint(
                name="complaint_handler_is_not_its_subject",
                condition=~Q(handler=F("about_user"))
                | Q(handler__isnull=True)
                | Q(about_user__isnull=True),
            ),
            models.CheckConstraint(
                name="complaint_reachable", condition=~Q(phone="", email="", address="")
            ),
            models.CheckConstraint(
                name="complaint_answer_by_handler",
                condition=Q(answered_at__isnull=True)
                | Q(handler__isnull=False) & ~Q(answer="") & ~Q(judgement=""),
            ),
            models.CheckConstraint(
                name="complaint_reopened_after_answer",
                condition=Q(reopened_at__isnull=True) | Q(answered_at__isnull=False),
            ),
            models.CheckConstraint(
                name="complaint_second_after_reopening",
                condition=Q(second_answered_at__isnull=True) | Q(reopened_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["team", "due"], name="complaint_by_team"),
            GinIndex(fields=["lookup_keys"], name="complaint_lookup"),
        ]

    def __str__(self) -> str:
        return references.readable(self.reference)

    @property
    def readable_reference(self) -> str:
        return references.readable(self.reference)

    @property
    def is_open(self) -> bool:
        reopened = self.reopened_at is not None and self.second_answered_at is None
        return self.answered_at is None or reopened

    @property
    def can_reopen(self) -> bool:
        return self.answered_at is not None and self.reopened_at is None

    @property
    def is_late(self) -> bool:
        return self.is_open and self.due < timezone.localdate()

    @property
    def days_left(self) -> int:
        return (self.due - timezone.localdate()).days

    # --- arriving ---------------------------------------------------------------------------
    def arrive(self, postcode: str = "") -> None:
        """Store it with its date. The team is that of the request, the postcode, or the default."""
        self._find_team(postcode)
        self.due = end_of_term(timezone.localdate(self.arrived_at), weeks=WEEKS)
        for _attempt in range(5):
            self.lookup_keys = references.lookup_keys(self.reference, self._facts(), self.name)
            try:
                with transaction.atomic():
                    return self.save(force_insert=True)
            except IntegrityError as error:
                if "_reference_" not in str(error):
                    raise
                self.reference = references.new_reference()
        raise RuntimeError("No free reference.")

    def _find_team(self, postcode: str) -> None:
        """A complaint about a team lead goes to the lead of another team, where there is one."""
        if self.request is not None:
            self.team = self.request.team
        elif self.team_id is None:
            found = Postcode.neighbourhood_of(postcode) if postcode else None
            self.team = found.team if found else Team.objects.last_resort()
        if self.about_user and self.about_user.role == Role.TEAM_LEAD:
            led = self.about_user.memberships.filter(until__isnull=True).values("team")
            leads = Q(memberships__user__role=Role.TEAM_LEAD, memberships__until__isnull=True)
            other = Team.objects.filter(leads).exclude(pk__in=led).first()
            self.team = other or self.team

    def _facts(self) -> list[str]:
        return [self.phone.as_e164 if self.phone else "", self.email]

    # --- handling ---------------------------------------------------------------------------
    def may_handle(self) -> models.QuerySet[User]:
        """Colleagues of any team who have nothing to do with it."""
        people = User.objects.filter(
            role__in=[Role.PROFESSIONAL, Role.TEAM_LEAD],
            is_active=True,
            memberships__until__isnull=True,
            memberships__isnull=False,
        ).exclude(pk__in=[self.about_user_id or 0, *self.kept_out])
        involved = Func(
            F("pk"), Value(self.request_id, output_field=models.UUIDField()),
            function="intake_is_involved", output_field=models.BooleanField(),
        )  # fmt: skip
        return people.annotate(involved=involved).filter(involved=False).distinct()

    def assign(self, handler: User) -> None:
        """`handler` looks into it from now on: someone who was not involved."""
        with transaction.atomic():
            self._lock()
            if not self.is_open:
                raise Refused(_("Deze klacht heeft al een antwoord."))
            involved = _("%(name)s is erbij betrokken. Kies iemand anders.") % {
                "name": handler.name
            }
            if not self.may_handle().filter(pk=handler.pk).exists():
                raise Refused(involved)
            self.handler, self.taken_at = handler, timezone.now()
            try:
                with transaction.atomic():
                    self.save(update_fields=["handler", "taken_at", "about_user"])
            except IntegrityError as error:  # a lead whom the database keeps out by the words
                raise Refused(involved) from error

    def extend(self, why: str) -> None:
        """Four weeks more, once; the complainant gets a notice with the reason."""
        with transaction.atomic():
            self._lock()
            if not self.is_open or self.extended_at:
                raise Refused(_("Vier weken erbij kan maar één keer, zolang er geen antwoord is."))
            self.extended_at, self.extended_why = timezone.now(), why
            self.due = end_of_term(self.due, weeks=MORE_WEEKS)
            self.save(update_fields=["extended_at", "extended_why", "due"])

    def give_answer(self, by: User, words: str, judgement: str) -> None:
        """The answer, by whoever handles it. The first one stays when there comes a second."""
        with transaction.atomic():
            self._lock()
            if self.handler_id != by.pk:
                raise Refused(_("Alleen wie de klacht behandelt, geeft antwoord."))
            if not self.is_open:
                raise Refused(_("Deze klacht heeft al een antwoord."))
            now, fields = timezone.now(), ["judgement"]
            self.judgement = judgement
            if self.reopened_at:
                self.second_answer, self.second_answered_at = words, now
                fields += ["second_answer", "second_answered_at"]
            else:
                self.answer, self.answered_at = words, now
                fields += ["answer", "answered_at"]
            self.save(update_fields=fields)

    def reopen(self, words: str) -> None:
        """Once, by the complainant: then it is looked at again, with six weeks anew."""
        today = timezone.localdate()
        changed = Complaint.objects.filter(
            pk=self.pk, answered_at__isnull=False, reopened_at__isnull=True
        ).update(
            reopened_at=timezone.now(),
            reopened_words=words,
            due=end_of_term(today, weeks=WEEKS),
        )
        if not changed:
            raise Refused(_("Deze klacht is al een keer opnieuw bekeken."))
        self.refresh_from_db(fields=["reopened_at", "reopened_words", "due"])

    def _lock(self) -> None:
        """Wait for whoever is at it, and see it as it now is; who it is about may just be typed."""
        about: dict[str, Any] = {"about_user_id": self.about_user_id}
        row = Complaint.objects.select_for_update(of=("self",)).get(pk=self.pk)
        for field in self._meta.concrete_fields:
            if field.attname not in about:
                setattr(self, field.attname, getattr(row, field.attname))
