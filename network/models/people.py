"""The people behind a vindplaats, and every time we spoke."""

import uuid
from datetime import date, datetime, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models, transaction
from django.db.models import Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from network.choices import KeepingGround, MomentKind, labels
from network.querysets import ContactQuerySet, MomentQuerySet
from wijkteam.choices import LifeDomain, Role
from wijkteam.models import User

# In Dutch in the register itself, whoever or whatever erases.
FORGOTTEN = "naam niet meer bewaard"


def in_two_years() -> date:
    return timezone.localdate() + timedelta(days=730)


class VindplaatsContact(models.Model):
    """Someone we know at a place. An account lets this person pass on signals."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    vindplaats = models.ForeignKey("network.Vindplaats", models.PROTECT, related_name="contacts")
    name = models.CharField(_("naam"), max_length=120)
    role_there = models.CharField(_("wat doet deze persoon daar"), max_length=120, blank=True)
    phone = PhoneNumberField(_("telefoon"), blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    user = models.OneToOneField(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="vindplaats_contact",
        limit_choices_to={"role": Role.CONTACT},
        verbose_name=_("account"),
    )
    ground = models.CharField(
        _("waarom mogen wij deze gegevens bewaren"),
        max_length=12,
        choices=KeepingGround.choices,
        default=KeepingGround.CONSENT,
    )
    keep_until = models.DateField(_("bewaren tot"), default=in_two_years)
    left_at = models.DateTimeField(null=True, editable=False)
    # The keep_until that we asked about: a later day is asked about again, the same day never.
    reminded_for = models.DateField(null=True, editable=False)
    erased_at = models.DateTimeField(null=True, editable=False)

    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("contactpersoon")
        verbose_name_plural = _("contactpersonen")
        indexes = [models.Index(fields=["keep_until"], name="contact_keep_until")]

    def __str__(self) -> str:
        return self.name

    def leave(self) -> None:
        """No longer at this place. The name stays beside the signals it sent until `keep_until`."""
        VindplaatsContact.objects.current().filter(pk=self.pk).update(left_at=timezone.now())

    def asked_about(self) -> None:
        """The holder was asked whether this name may stay after `keep_until`."""
        self.reminded_for = self.keep_until
        self.save(update_fields=["reminded_for"])

    def erase(self) -> None:
        """The term is over: who it was is gone, what the place told stays. Twice is once.

        What was to be said to them goes along in the database (network_forget_messages)."""
        with transaction.atomic():
            if self.user_id:
                self._end_account(self.user_id)
            self._forget(timezone.now())

    @staticmethod
    def _end_account(whose: int) -> None:
        """Nobody signs in with it any more; the house may do this to contacts alone."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT network_end_contact(%s, %s)", [whose, FORGOTTEN])

    def _forget(self, now: datetime) -> None:
        VindplaatsContact.objects.filter(pk=self.pk, erased_at__isnull=True).update(
            name=FORGOTTEN,
            role_there="",
            phone="",
            email="",
            user=None,
            left_at=Coalesce("left_at", Value(now)),
            erased_at=now,
        )


class ContactMoment(models.Model):
    """One visit, call or meeting. Rows are only ever added (see locks.sql)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    vindplaats = models.ForeignKey("network.Vindplaats", models.PROTECT, related_name="moments")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("wanneer"), default=timezone.now)
    kind = models.CharField(_("hoe"), max_length=10, choices=MomentKind.choices)
    told = models.TextField(_("wat u hoorde"), max_length=4000, blank=True)
    life_domains = ArrayField(
        models.CharField(max_length=20, choices=LifeDomain.choices),
        verbose_name=_("ging het ergens over"),
        default=list,
        blank=True,
    )

    objects = MomentQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        verbose_name = _("contactmoment")
        verbose_name_plural = _("contactmomenten")
        indexes = [models.Index(fields=["vindplaats", "-at"], name="moment_vindplaats")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.at:%d-%m-%Y}"

    @property
    def domain_labels(self) -> list[str]:
        return labels(LifeDomain, self.life_domains)
