"""The request for a conversation: legally the `melding`, for people simply 'iemand spreken'."""

import uuid
from datetime import date
from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from casework.models import CaseFile
from intake.choices import (
    ClockKind,
    ForWhom,
    Knows,
    Outcome,
    ReachBy,
    RequestStatus,
    Route,
)
from intake.models.clocks import Clock, dues
from intake.models.doors import Doors
from intake.models.links import Linked
from intake.models.moves import OwnWords, StatusMove
from intake.models.waiting import Waiting
from intake.models.wishes import Wishes
from intake.querysets import RequestQuerySet
from intake.workflow import MET_BY, NOT_UNDER_WAY, SPOKEN, HeldByOther, check_move
from network.models import Signal
from wijkteam import references
from wijkteam.models import Postcode, Team, User
from wijkteam.models.people import KeptField


class StoryField(KeptField, models.TextField):
    """Who leads a team reads names and clocks of its requests, and no stories."""

    kept_from = {"wijkteam_team_lead"}


class ConversationRequest(Wishes, Doors, Waiting, Linked):
    """Someone wants to talk. Nothing is required but a name and a way to reach the person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(
        _("nummer"), max_length=8, unique=True, default=references.new_reference, editable=False
    )
    arrived_at = models.DateTimeField(_("binnen op"), default=timezone.now)
    route = models.CharField(_("hoe binnengekomen"), max_length=12, choices=Route.choices)
    team = models.ForeignKey(Team, models.PROTECT, related_name="requests")
    neighbourhood = models.ForeignKey(
        "wijkteam.Neighbourhood", models.PROTECT, null=True, blank=True, related_name="requests"
    )
    postcode = models.CharField(_("postcode"), max_length=6, blank=True)

    for_whom = models.CharField(max_length=6, choices=ForWhom.choices, default=ForWhom.SELF)
    relation = models.CharField(_("wat bent u van die persoon"), max_length=80, blank=True)
    knows = models.CharField(
        _("weet die persoon het"), max_length=3, choices=Knows.choices, blank=True
    )
    name = models.CharField(_("naam"), max_length=120)
    sender_name = models.CharField(_("naam van wie het vraagt"), max_length=120, blank=True)

    reach_by = models.CharField(_("contact via"), max_length=6, choices=ReachBy.choices)
    phone = PhoneNumberField(_("telefoonnummer"), blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    address = models.CharField(_("adres"), max_length=200, blank=True)
    via = models.CharField(_("via wie"), max_length=200, blank=True)

    status = models.CharField(
        max_length=12, choices=RequestStatus.choices, default=RequestStatus.RECEIVED
    )
    holder = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="held_requests"
    )
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    outcome_words = StoryField(_("wat er is afgesproken"), blank=True)
    handover_to = models.CharField(_("warm overgedragen aan"), max_length=200, blank=True)
    handover_phone = models.CharField(_("telefoon"), max_length=40, blank=True)
    handover_on = models.DateField(_("afgesproken dag"), null=True)
    closed_at = models.DateTimeField(null=True)
    case_file = models.ForeignKey(
        CaseFile, models.PROTECT, null=True, blank=True, related_name="requests"
    )
    # What a vindplaats passed on about someone who knows: it becomes one request at most.
    signal = models.OneToOneField(
        Signal, models.PROTECT, null=True, blank=True, related_name="conversation_request"
    )
    # The draft it was sent from: sending twice finds the first one.
    submission = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    objects = RequestQuerySet.as_manager()

    class Meta:
        ordering = ["arrived_at"]
        verbose_name = _("verzoek om een gesprek")
        verbose_name_plural = _("verzoeken om een gesprek")
        permissions = [
            ("view_inbox", _("Mag de verzoeken van de eigen wijken zien")),
            ("enter_request", _("Mag een verzoek invoeren")),
            ("handle_request", _("Mag een verzoek oppakken en afronden")),
            ("view_day", _("Mag de eigen dag zien")),
            ("lead_team", _("Mag zien hoe lang mensen wachten en wie wat draagt")),
            ("view_own_page", _("Mag de eigen pagina zien")),
        ]
        constraints = [
            models.CheckConstraint(
                name="request_reachable",
                condition=~models.Q(phone="", email="", address="", via=""),
            ),
            models.CheckConstraint(
                name="request_closed_has_outcome",
                condition=models.Q(status="closed", closed_at__isnull=False) & ~models.Q(outcome="")
                | ~models.Q(status="closed") & models.Q(outcome="", closed_at__isnull=True),
            ),
            models.CheckConstraint(
                name="request_taken_has_holder",
                condition=models.Q(status__in=["received", "closed"])
                | models.Q(holder__isnull=False),
            ),
            models.CheckConstraint(
                name="request_other_says_knows",
                condition=~models.Q(for_whom="other", knows=""),
            ),
        ]
        indexes = [
            models.Index(
                fields=["team", "arrived_at"],
                condition=~models.Q(status="closed"),
                name="request_open_by_team",
            ),
            models.Index(fields=["requester"], name="request_requester"),
            models.Index(
                fields=["own_page_email"],
                condition=models.Q(requester__isnull=True) & ~models.Q(own_page_email=""),
                name="request_unclaimed",
            ),
            GinIndex(fields=["lookup_keys"], name="request_lookup"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({references.readable(self.reference)})"

    @property
    def readable_reference(self) -> str:
        return references.readable(self.reference)

    @property
    def next_promise(self) -> Clock | None:
        """The clock that rings first, of a row that was read with `with_next_clock`."""
        due = getattr(self, "next_due", None)
        return Clock(kind=self.next_clock, due=due) if due else None  # type: ignore[attr-defined]

    # --- arriving ---------------------------------------------------------------------------
    def arrive(self, words: str = "", own_plan: str = "", by: User | None = None) -> None:
        """Store a new request with its clocks and its first stamp, in one transaction."""
        self._find_team()
        with transaction.atomic(savepoint=False):
            self._save_new()
            if words or own_plan:
                OwnWords(request=self, words=words, own_plan=own_plan).save(force_insert=True)
            met = self._met_on_arrival(by) | ({ClockKind.OWN_PLAN} if own_plan else set())
            now = timezone.now()
            Clock.objects.bulk_create(
                Clock(request=self, kind=kind, due=due, met_at=now if kind in met else None)
                for kind, due in dues(self.team, self.arrived_at).items()
            )
            self.stamp("", by)

    def enter(self, by: User, words: str = "", take: bool = False) -> None:
        """Typed in by the team; what belongs to another neighbourhood is taken by its own team."""
        with transaction.atomic():
            self.arrive(words, by=by)
            if take and by.memberships.filter(team=self.team, until__isnull=True).exists():
                self.take(by)

    def _met_on_arrival(self, by: User | None) -> set[str]:
        """Whoever asked one of us in person has spoken with a human by then."""
        if by is None or self.route not in SPOKEN:
            return set()
        if self.for_whom == ForWhom.OTHER:
            return {ClockKind.ACKNOWLEDGE}
        return {ClockKind.ACKNOWLEDGE, ClockKind.CONTACT}

    def _save_new(self) -> None:
        """A reference that is taken (one in a thousand, in a big city) makes way for another."""
        for _attempt in range(5):
            self.make_doors()
            try:
                with transaction.atomic():
                    return self.save(force_insert=True)
            except IntegrityError as error:
                if "reference" not in str(error):
                    raise
                self.reference = references.new_reference()
        raise RuntimeError("No free reference.")

    def _find_team(self) -> None:
        """The team of the postcode; an unknown postcode is never an obstacle."""
        self.neighbourhood = Postcode.neighbourhood_of(self.postcode) if self.postcode else None
        if self.neighbourhood:
            self.team = self.neighbourhood.team
        elif self.team_id is None:
            self.team = Team.objects.last_resort()

    # --- moving along -----------------------------------------------------------------------
    def take(self, by: User, instead_of: User | None = None) -> None:
        """`by` holds it from now on. Who takes over says from whom: nobody loses it unseen."""
        with transaction.atomic():
            self.lock()
            self.check_free_to_hold(by)
            if self.status in NOT_UNDER_WAY:
                self._move(RequestStatus.ACKNOWLEDGED, by)
            elif self.holder and self.holder not in (by, instead_of):
                raise HeldByOther(self.holder.name)
            elif self.holder != by:
                self.holder = by
                self.save(update_fields=["holder"])
                self.stamp(self.status, by)

    def mark_contact(self, by: User) -> None:
        """A human spoke with the person for the first time."""
        with transaction.atomic():
            self.lock()
            if self.status in NOT_UNDER_WAY:
                self._move(RequestStatus.ACKNOWLEDGED, by)
            if self._meet([ClockKind.ACKNOWLEDGE, ClockKind.CONTACT]):
                self.stamp(self.status, by, str(_("eerste contact")))

    def plan(self, by: User | None) -> None:
        """A conversation has a date."""
        self._move(RequestStatus.PLANNED, by)

    def unplan(self, by: User, words: str = "") -> None:
        """The date fell through; a new one is to be found."""
        self._move(RequestStatus.ACKNOWLEDGED, by, words)

    def hold(self, by: User) -> None:
        """The conversation was held."""
        self._move(RequestStatus.HELD, by)

    def close(self, by: User | None, outcome: str, words: str = "", **fields: Any) -> None:
        """It ends here, with an outcome. Clocks that were not met stop."""
        now = timezone.now()
        fields |= {"outcome": outcome, "outcome_words": words, "closed_at": now}
        with transaction.atomic():
            self._move(RequestStatus.CLOSED, by, words, **fields)
            if outcome not in {Outcome.WITHDRAWN, Outcome.NOT_REACHED}:
                self._meet([ClockKind.LEGAL], now)
            self.clocks.open().update(stopped_at=now)

    def refer(self, by: User, to: str, phone: str, on: date | None, agreed: str) -> bool:
        """Handed over warmly: to a person, with a number, for a day, with what was agreed. As long
        as one of these lacks it is kept here and the request stays open: False."""
        handed = {"handover_to": to, "handover_phone": phone, "handover_on": on}
        if phone and on and agreed:
            self.close(by, Outcome.REFERRED, agreed, **handed)
            return True
        with transaction.atomic():
            self.lock()
            check_move(self.status, RequestStatus.CLOSED)
            for name, value in {**handed, "outcome_words": agreed}.items():
                setattr(self, name, value)
            self.save(update_fields=[*handed, "outcome_words"])
        return False

    def open_case_file(self, by: User, **household: Any) -> CaseFile:
        """Make a plan together: one floor down, see `CaseFile.open` for what it asks."""
        with transaction.atomic():
            self.lock()
            check_move(self.status, RequestStatus.CLOSED)
            case_file = CaseFile.open(by, team=self.team, **household)
            self.close(by, Outcome.CASE_FILE, case_file=case_file)
        return case_file

    def lock(self) -> None:
        """Wait for whoever is at it, then see status and holder as they now are."""
        row = ConversationRequest.objects.select_for_update().values_list("status", "holder_id")
        self.status, self.holder_id = row.get(pk=self.pk)

    def _move(self, new: str, by: User | None, words: str = "", **fields: Any) -> None:
        """Lock the row, check the move, write the fields, stamp who and when."""
        with transaction.atomic():
            self.lock()
            old = self.status
            check_move(old, new)
            if self.holder_id is None and new not in NOT_UNDER_WAY:
                fields["holder"] = by
            for name, value in {"status": new, **fields}.items():
                setattr(self, name, value)
            self.save(update_fields=["status", *fields])
            self._meet(MET_BY[new])
            self.stamp(old, by, words)

    def stamp(self, old: str, by: User | None, words: str = "") -> None:
        StatusMove(
            request=self, old=old, new=self.status, by=by, words=words, holder_id=self.holder_id
        ).save(force_insert=True)
