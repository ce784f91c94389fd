"""A gathering (sociaal café): who is asked, who came, and what came up."""

import secrets
import uuid
from datetime import timedelta

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network import letters
from network.choices import MomentKind
from network.models.once import insert_once
from network.models.people import VindplaatsContact
from network.models.places import Vindplaats
from network.querysets import GatheringQuerySet, OfGatheringQuerySet
from wijkteam.models import Team, User


def new_key() -> str:
    """What opens the calendar file, and nothing else, for whoever was asked."""
    return secrets.token_urlsafe(18)


class Gathering(models.Model):
    """A moment where people of several places meet the team."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(
        Team, models.PROTECT, related_name="gatherings", verbose_name=_("van welk wijkteam")
    )
    title = models.CharField(_("hoe heet het"), max_length=120)
    starts_at = models.DateTimeField(_("wanneer"))
    ends_at = models.DateTimeField(_("tot"))
    place = models.ForeignKey(
        Vindplaats,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="gatherings",
        verbose_name=_("bij welke plek"),
    )
    where = models.CharField(_("waar"), max_length=160, blank=True)
    about = models.TextField(_("waar gaat het over"), max_length=1000, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", editable=False)
    notes = models.TextField(_("wat kwam er op tafel"), max_length=4000, blank=True)
    key = models.CharField(max_length=32, default=new_key, unique=True, editable=False)
    sequence = models.PositiveSmallIntegerField(default=0, editable=False)
    cancelled_at = models.DateTimeField(null=True, editable=False)

    objects = GatheringQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at"]
        verbose_name = _("bijeenkomst")
        verbose_name_plural = _("bijeenkomsten")
        constraints = [
            models.CheckConstraint(
                name="gathering_ends_after_start",
                condition=models.Q(ends_at__gt=models.F("starts_at")),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def location(self) -> str:
        """The address where people go; of the place when nothing else was written."""
        if self.where or self.place is None:
            return self.where
        return ", ".join(part for part in (self.place.name, self.place.address) if part)

    @property
    def has_begun(self) -> bool:
        return self.starts_at <= timezone.now() + timedelta(hours=1)

    def plan(self) -> None:
        """On the calendar. Sending the same form twice plans one."""
        insert_once(self)

    def change(self) -> None:
        """Another time or place: who was asked hears it, with a newer file for the calendar."""
        self.sequence += 1
        with transaction.atomic():
            self.save()
            for guest in self.guests.asked().select_related("contact"):
                letters.invite(guest, "gathering_changed")

    def cancel(self) -> None:
        """It does not go on, and who was asked hears that. Twice is once."""
        with transaction.atomic():
            now = timezone.now()
            first = Gathering.objects.filter(pk=self.pk, cancelled_at__isnull=True)
            if not first.update(cancelled_at=now, sequence=models.F("sequence") + 1):
                return
            self.cancelled_at = now
            for guest in self.guests.asked().select_related("contact"):
                letters.invite(guest, "gathering_cancelled")

    def write_up(self, notes: str) -> None:
        """What came up, as far as it is about nobody in particular."""
        Gathering.objects.filter(pk=self.pk).update(notes=notes)

    def invite(self, contact: VindplaatsContact) -> None:
        """Ask someone along, once."""
        guest = Guest(gathering=self, contact=contact, invited_at=timezone.now())
        with transaction.atomic():
            if insert_once(guest):
                letters.invite(guest, "gathering_invite")

    def was_there(self, contact: VindplaatsContact, by: User) -> None:
        """This person came, asked or not: that counts as a contact with the place, once."""
        with transaction.atomic():
            insert_once(Guest(gathering=self, contact=contact))
            new = self.guests.filter(contact=contact, came=False).update(came=True)
            if new:
                contact.vindplaats.log_contact(
                    by,
                    kind=MomentKind.GATHERING,
                    told=self.title,
                    at=min(self.starts_at, timezone.now()),
                    key=uuid.uuid5(self.pk, str(contact.vindplaats_id)),
                )


class Guest(models.Model):
    """Somebody who was asked, or who came."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gathering = models.ForeignKey(Gathering, models.PROTECT, related_name="guests")
    contact = models.ForeignKey(VindplaatsContact, models.PROTECT, related_name="invitations")
    invited_at = models.DateTimeField(null=True, editable=False)
    came = models.BooleanField(_("was erbij"), default=False)

    objects = OfGatheringQuerySet.as_manager()

    class Meta:
        ordering = ["contact__name"]
        verbose_name = _("gast")
        verbose_name_plural = _("gasten")
        constraints = [
            models.UniqueConstraint(fields=["gathering", "contact"], name="guest_once"),
        ]

    def __str__(self) -> str:
        return str(self.contact)


class Promise(models.Model):
    """What somebody promised there: one owner, of ours or of a place, and done or not."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gathering = models.ForeignKey(Gathering, models.PROTECT, related_name="promises")
    words = models.CharField(_("wat is afgesproken"), max_length=300)
    owner = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("collega")
    )
    owner_there = models.ForeignKey(
        VindplaatsContact, models.PROTECT, null=True, blank=True, related_name="promises"
    )
    due = models.DateField(_("wanneer"), null=True, blank=True)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    done_at = models.DateTimeField(null=True, editable=False)

    objects = OfGatheringQuerySet.as_manager()

    class Meta:
        ordering = ["done_at", "due", "made_at"]
        verbose_name = _("afspraak van een bijeenkomst")
        verbose_name_plural = _("afspraken van bijeenkomsten")
        constraints = [
            models.CheckConstraint(
                name="promise_has_one_owner",
                condition=models.Q(owner__isnull=False, owner_there__isnull=True)
                | models.Q(owner__isnull=True, owner_there__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def owner_name(self) -> str:
        return str(self.owner or self.owner_there)

    @property
    def is_late(self) -> bool:
        return not self.done_at and self.due is not None and self.due < timezone.localdate()

    def finish(self) -> None:
        """Done. A second click changes nothing."""
        Promise.objects.filter(pk=self.pk, done_at__isnull=True).update(done_at=timezone.now())
