"""On which ground something is shared with someone outside the team.

Consent is one ground, a task by law another, acute danger a third (Autoriteit Persoonsgegevens,
2016: consent cannot repair a missing ground). Rows are never changed: withdrawing ends one.
"""

import uuid
from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework import letters
from casework.choices import GivenHow, GroundKind
from casework.models.case_files import CaseFile
from casework.models.households import Person
from casework.querysets import GroundQuerySet
from casework.workflow import NotAllowed, verb
from wijkteam.choices import LifeDomain
from wijkteam.models import Organisation, User

if TYPE_CHECKING:
    from casework.models.seats import Seat


class SharingGround(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="grounds")
    kind = models.CharField(_("grond"), max_length=8, choices=GroundKind.choices)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("met wie")
    )
    domains = ArrayField(
        models.CharField(max_length=12, choices=LifeDomain.choices),
        verbose_name=_("leefgebieden"),
    )
    purpose = models.CharField(_("waarvoor"), max_length=200)
    law = models.CharField(_("wet en artikel"), max_length=120, blank=True)
    given_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, verbose_name=_("wie zei ja")
    )
    # A child from 12 to 15 and a parent both say yes (see casework/consent.py).
    also_given_by = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("wie zei nog meer ja"),
    )
    about = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("over wie gaat het"),
    )
    given_how = models.CharField(
        _("hoe"), max_length=6, choices=GivenHow.choices, default=GivenHow.TABLE
    )
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = GroundQuerySet.as_manager()

    class Meta:
        ordering = ["-since"]
        verbose_name = _("grond om te delen")
        constraints = [
            models.CheckConstraint(
                name="ground_consent_has_giver",
                condition=~models.Q(kind="consent") | models.Q(given_by__isnull=False),
            ),
            models.CheckConstraint(
                name="ground_task_has_law",
                condition=~models.Q(kind="task") | ~models.Q(law=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_kind_display()}"

    def give(self) -> None:
        """From now on this is shared; seats of the organisation get what it covers.

        Raises NotAllowed when someone is missing who has to say yes.
        """
        from casework.consent import check_consent

        with verb():
            if self.kind == GroundKind.CONSENT:
                givers = [giver for giver in [self.given_by, self.also_given_by] if giver]
                check_consent(self.about, givers, timezone.localdate())
            self.case_file.touch()
            self.save(force_insert=True)
            seats = self.case_file.seats.open().filter(user__organisation=self.organisation)
            for seat in seats.select_related("user"):
                seat.settle_rights()

    def give_for(self, seat: "Seat") -> None:
        """Somebody sits here and reads nothing yet: the seat grows along with what is shared."""
        with verb():
            self.case_file.touch()
            if seat.domains is not None:
                seat.domains = sorted({*seat.domains, *self.domains})
                type(seat).objects.filter(pk=seat.pk).update(domains=seat.domains)
            self.give()

    def withdraw(self, by: User | None = None) -> bool:
        """From now on nothing more is shared on this ground, in screen and database.

        The database itself narrows the rights that rested on it, also when a resident does this.
        False when it had ended already.
        """
        with verb():
            self.case_file.touch()
            running = SharingGround.objects.filter(pk=self.pk, withdrawn_at__isnull=True)
            ended = bool(running.update(withdrawn_at=timezone.now()))
            if ended:
                letters.stopped_sharing(self, by)
        return ended

    def others(self) -> GroundQuerySet:
        """What more is shared with this organisation, on other grounds."""
        running = SharingGround.objects.valid().filter(case_file=self.case_file_id)
        return running.filter(organisation=self.organisation_id).exclude(pk=self.pk)

    def withdraw_all(self, by: User) -> None:
        """Nothing more is shared with this organisation, on whatever ground."""
        with verb():
            self.case_file.touch()
            with_them = SharingGround.objects.filter(organisation=self.organisation_id)
            running = with_them.filter(case_file=self.case_file_id, withdrawn_at__isnull=True)
            if running.update(withdrawn_at=timezone.now()):
                letters.stopped_sharing(self, by)

    def stop_for(self, domains: list[str], by: User) -> None:
        """No more for these life domains; the rest of the yes goes on as it was given."""
        kept = [domain for domain in self.domains if domain not in domains]
        if not kept:
            self.withdraw(by)
            return
        with verb():
            self.case_file.touch()
            with connection.cursor() as cursor:
                cursor.execute("SELECT casework_narrow_ground(%s, %s)", [self.pk, kept])
                if not cursor.fetchone()[0]:
                    raise NotAllowed(__("Dit wordt al niet meer zo gedeeld. Kijk in de lijst."))
            letters.stopped_sharing(self, by)
