"""The story of the file. Append-only: a correction is a new entry that points at the old one."""

import uuid
from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework import letters
from casework.choices import WITH_SOMEONE, Audience, EntryKind
from casework.models.case_files import CaseFile
from casework.models.households import Person
from casework.models.seats import Seat
from casework.querysets import EntryQuerySet
from casework.workflow import NotAllowed, verb
from wijkteam.choices import LifeDomain
from wijkteam.rows import Row

if TYPE_CHECKING:
    from casework.models.actions import Action

A_MOMENT = timedelta(minutes=10)
SAME = ("case_file", "by", "kind", "words", "audience", "life_domain", "resident_present",
        "for_household", "about", "with_whom", "corrects")  # fmt: skip


class TimelineEntry(Row):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="entries")
    at = models.DateTimeField(_("wanneer"), default=timezone.now)
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    kind = models.CharField(
        _("soort"), max_length=8, choices=EntryKind.choices, default=EntryKind.NOTE
    )
    words = models.TextField(_("wat gebeurde er"))
    audience = models.CharField(
        _("voor wie"), max_length=12, choices=Audience.choices, default=Audience.TABLE
    )
    life_domain = models.CharField(
        _("leefgebied"), max_length=12, choices=LifeDomain.choices, blank=True
    )
    resident_present = models.BooleanField(_("was de bewoner erbij"), null=True, blank=True)
    # Of a resident: the others in the house may read it too. In a house that is kept apart also
    # what a professional wrote is only for the house where this says so (casework/home.py).
    for_household = models.BooleanField(_("ook voor huisgenoten"), default=False)
    # Only about this person: at home for them alone, and for whom they let read it.
    about = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("over wie gaat het"),
    )  # fmt: skip
    # Names as they were: one visit with several people is written once.
    with_whom = ArrayField(
        models.CharField(max_length=120),
        verbose_name=_("wie waren erbij"),
        default=list,
        blank=True,
    )
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="corrections"
    )

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        verbose_name = _("bericht in het dossier")
        verbose_name_plural = _("berichten in het dossier")
        constraints = [
            models.CheckConstraint(
                name="entry_domain_named",
                condition=~models.Q(audience="domain") | ~models.Q(life_domain=""),
            ),
            models.CheckConstraint(
                name="entry_meeting_says_with",
                condition=~models.Q(kind__in=WITH_SOMEONE)
                | models.Q(resident_present__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["case_file", "-at"], name="entry_file_at"),
            models.Index(
                fields=["case_file"],
                condition=models.Q(corrects__isnull=False),
                name="entry_corrections",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind_label} {self.at:%d-%m-%Y}"

    # Twenty of these stand on a page; Django's own way writes out all choices each time.
    @property
    def kind_label(self) -> str:
        return str(EntryKind(self.kind).label)

    @property
    def domain_label(self) -> str:
        return str(LifeDomain(self.life_domain).label) if self.life_domain else ""

    @cached_property
    def seen_corrections(self) -> "list[TimelineEntry]":
        """As far as the reader of a page may see them (casework/page.py)."""
        return list(self.corrections.order_by("at"))

    def write(self, is_urgent: bool = False) -> None:
        """Add it to the story. What is urgent, the others hear at once; the rest waits for their
        daily or weekly mail.

        The back button brings a form back with the words that were sent, under a new key: the same
        words a moment later are the same entry. Who came back to call it urgent is heard.
        """
        with verb():
            self.case_file.touch()
            if not self._stands_there():
                self.save(force_insert=True)
            if is_urgent:
                letters.urgent(self)

    def _stands_there(self) -> bool:
        just_now = timezone.now() - A_MOMENT
        same = {name: getattr(self, name) for name in SAME}
        return TimelineEntry.objects.filter(at__gt=just_now, **same).exists()

    @classmethod
    def about_action(
        cls, action: "Action", seat: Seat, words: str, key: uuid.UUID | None = None
    ) -> "TimelineEntry":
        """What was told about one action, for whoever may read that action."""
        return cls(
            id=key or uuid.uuid4(),
            case_file=action.case_file,
            by=seat,
            kind=EntryKind.CONTACT,
            resident_present=False,
            words=words,
            audience=Audience.DOMAIN if action.life_domain else Audience.TABLE,
            life_domain=action.life_domain,
            about_id=action.goal.whose_id if action.goal else None,
        )

    def correct(self, by: Seat, words: str, key: uuid.UUID | None = None) -> "TimelineEntry":
        """What should have stood there, beside it: for the same readers, about the same thing.

        Words of the household are read by fewer at home than those of a professional, so a
        professional sets nothing beside them here.
        """
        if self.by.person_id and by.person_id is None:
            raise NotAllowed(__("Dit zijn woorden van een bewoner. Schrijf uw eigen bericht."))
        correction = TimelineEntry(
            id=key or uuid.uuid4(),
            case_file=self.case_file,
            by=by,
            kind=self.kind,
            words=words,
            audience=self.audience,
            life_domain=self.life_domain,
            resident_present=self.resident_present,
            for_household=self.for_household and by.person_id is None,
            about_id=self.about_id,
            with_whom=self.with_whom,
            corrects=self,
        )
        correction.write()
        return correction
