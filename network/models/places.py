"""A vindplaats: a place or a person where need shows first."""

import uuid
from datetime import date, datetime

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from network.alike import Key
from network.choices import (
    FORMAL_KINDS,
    PEOPLE_KINDS,
    Formality,
    PublicField,
    SpokenLanguage,
    VindplaatsKind,
    Warmth,
    labels,
)
from network.models.once import insert_once
from network.models.people import ContactMoment
from network.querysets import VindplaatsQuerySet
from wijkteam.choices import LifeDomain, Weekday
from wijkteam.models import Neighbourhood, Organisation, User

RHYTHMS_UNTIL_COLD = 3


def days_after_contact(rhythms: int) -> models.Expression:
    """So many rhythms after the last contact; a place never spoken counts from its entry."""
    return models.ExpressionWrapper(
        Coalesce(F("last_contact_on"), F("created_on")) + F("rhythm_days") * rhythms,
        output_field=models.DateField(),
    )


class Vindplaats(models.Model):
    """One entry of the register. A name and a kind are enough to begin with."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("naam"), max_length=120)
    formality = models.CharField(
        _("formeel of informeel"),
        max_length=8,
        choices=Formality.choices,
        default=Formality.INFORMAL,
    )
    kind = models.CharField(_("soort plek"), max_length=20, choices=VindplaatsKind.choices)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="vindplaatsen",
        verbose_name=_("hoort bij organisatie"),
    )
    neighbourhoods: models.ManyToManyField = models.ManyToManyField(
        Neighbourhood, blank=True, related_name="vindplaatsen", verbose_name=_("wijken")
    )
    address = models.CharField(_("adres"), max_length=160, blank=True)
    postcode = models.CharField(_("postcode"), max_length=6, blank=True)
    latitude = models.FloatField(
        _("breedtegraad"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.FloatField(
        _("lengtegraad"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    life_domains = ArrayField(
        models.CharField(max_length=20, choices=LifeDomain.choices),
        verbose_name=_("wat de plek ziet"),
        default=list,
        blank=True,
    )
    languages = ArrayField(
        models.CharField(max_length=3, choices=SpokenLanguage.choices),
        verbose_name=_("talen die er gesproken worden"),
        default=list,
        blank=True,
    )
    reaches = models.CharField(_("wie er komen"), max_length=300, blank=True)
    opening_hours = models.TextField(_("wanneer open"), max_length=500, blank=True)
    offers = models.TextField(_("wat de plek kan bieden"), max_length=1000, blank=True)
    asks = models.TextField(_("wat de plek zoekt"), max_length=1000, blank=True)
    notes = models.TextField(_("goed om te weten"), max_length=2000, blank=True)
    phone = PhoneNumberField(_("telefoon van de plek"), blank=True)
    website = models.URLField(_("website"), blank=True)
    open_days = ArrayField(
        models.CharField(max_length=1, choices=Weekday.choices),
        verbose_name=_("op welke dagen open"),
        default=list,
        blank=True,
    )
    # What the place agreed to show: models/public.py is made of it, by the database itself.
    is_public = models.BooleanField(_("mag openbaar op de website"), default=False)
    public_fields = ArrayField(
        models.CharField(max_length=20, choices=PublicField.choices),
        verbose_name=_("wat er dan te zien is"),
        default=list,
        blank=True,
    )

    holder = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="held_vindplaatsen",
        verbose_name=_("wie van ons houdt contact"),
    )
    substitute = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("wie valt in"),
    )
    rhythm_days = models.PositiveSmallIntegerField(
        _("om de hoeveel dagen contact"),
        default=60,
        validators=[MinValueValidator(7), MaxValueValidator(365)],
    )
    created_on = models.DateField(default=timezone.localdate, editable=False)
    # A list that is read page by page holds only what was there when its first page was shown.
    added_at = models.DateTimeField(default=timezone.now, editable=False)
    name_key = models.GeneratedField(
        expression=Key("name"), output_field=models.TextField(), db_persist=True
    )
    address_key = models.GeneratedField(
        expression=Key("address"), output_field=models.TextField(), db_persist=True
    )
    last_contact_on = models.DateField(_("laatste contact"), null=True, editable=False)
    contact_due_on = models.GeneratedField(
        expression=days_after_contact(1), output_field=models.DateField(), db_persist=True
    )
    cold_on = models.GeneratedField(
        expression=days_after_contact(RHYTHMS_UNTIL_COLD),
        output_field=models.DateField(),
        db_persist=True,
    )
    retired_at = models.DateTimeField(null=True, editable=False)
    retired_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+"
    )
    # Counts the times the entry was saved: two people who edit it see each other's change.
    version = models.PositiveIntegerField(default=1, editable=False)
    retired_because = models.CharField(_("waarom gestopt"), max_length=300, blank=True)

    objects = VindplaatsQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("vindplaats")
        verbose_name_plural = _("vindplaatsen")
        permissions = [
            ("view_register", _("Mag het register van vindplaatsen lezen")),
            ("change_register", _("Mag vindplaatsen toevoegen en bijwerken")),
        ]
        constraints = [
            models.CheckConstraint(
                name="vindplaats_rhythm",
                condition=models.Q(rhythm_days__gte=7, rhythm_days__lte=365),
            ),
            models.CheckConstraint(
                name="vindplaats_whole_point",
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(latitude__isnull=False, longitude__isnull=False),
            ),
            models.CheckConstraint(
                name="vindplaats_person_not_public",
                condition=models.Q(is_public=False) | ~models.Q(kind__in=sorted(PEOPLE_KINDS)),
            ),
            models.CheckConstraint(
                name="vindplaats_retired_by_someone",
                condition=models.Q(retired_at__isnull=True, retired_by__isnull=True)
                | models.Q(retired_at__isnull=False, retired_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["contact_due_on", "name"],
                condition=models.Q(retired_at__isnull=True),
                name="vindplaats_due",
            ),
            models.Index(fields=["holder"], name="vindplaats_holder"),
            models.Index(fields=["name_key"], name="vindplaats_name_key"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_retired(self) -> bool:
        return self.retired_at is not None

    @property
    def written_postcode(self) -> str:
        """With the space that people write."""
        return f"{self.postcode[:4]} {self.postcode[4:]}".strip()

    @property
    def domain_labels(self) -> list[str]:
        return labels(LifeDomain, self.life_domains)

    @property
    def language_labels(self) -> list[str]:
        return labels(SpokenLanguage, self.languages)

    @property
    def warmth(self) -> Warmth:
        return Warmth.COLD if self.is_cold() else Warmth.DUE if self.is_due() else Warmth.WARM

    @property
    def days_over(self) -> int:
        """Days since someone should have dropped by."""
        return (timezone.localdate() - self.contact_due_on).days

    def is_due(self, on: date | None = None) -> bool:
        return not self.is_retired and self.contact_due_on <= (on or timezone.localdate())

    def is_cold(self, on: date | None = None) -> bool:
        return not self.is_retired and self.cold_on <= (on or timezone.localdate())

    @classmethod
    def add(
        cls, by: User, key: uuid.UUID, name: str, kind: str, wijk: Neighbourhood | None
    ) -> None:
        """A new entry, held by whoever adds it. `key` makes a repeat harmless."""
        formality = Formality.FORMAL if kind in FORMAL_KINDS else Formality.INFORMAL
        entry = cls(pk=key, name=name, kind=kind, formality=formality, holder=by)
        with transaction.atomic():
            if insert_once(entry) and wijk:
                entry.neighbourhoods.add(wijk)

    def log_contact(
        self,
        by: User,
        *,
        kind: str,
        told: str = "",
        life_domains: list[str] | None = None,
        at: datetime | None = None,
        key: uuid.UUID | None = None,
    ) -> None:
        """Write down a visit or call, and start the rhythm anew. `key` makes a repeat harmless."""
        moment = ContactMoment(
            pk=key or uuid.uuid4(),
            vindplaats=self,
            by=by,
            at=at or timezone.now(),
            kind=kind,
            told=told,
            life_domains=life_domains or [],
        )
        day = timezone.localdate(moment.at)
        with transaction.atomic():
            ContactMoment.objects.bulk_create([moment], ignore_conflicts=True)
            later = models.Q(last_contact_on__isnull=True) | models.Q(last_contact_on__lt=day)
            Vindplaats.objects.filter(later, pk=self.pk).update(last_contact_on=day)

    def retire(self, by: User, because: str) -> None:
        """The place stopped. Nothing is thrown away; a second time changes nothing."""
        self._set_retired(timezone.now(), by, because, was_retired=False)

    def bring_back(self) -> None:
        """The place takes part again."""
        self._set_retired(None, None, "", was_retired=True)

    def _set_retired(
        self, at: datetime | None, by: User | None, because: str, *, was_retired: bool
    ) -> None:
        before = Vindplaats.objects.filter(pk=self.pk, retired_at__isnull=not was_retired)
        before.update(retired_at=at, retired_by=by, retired_because=because)
