"""The table: who takes part in a case file. Seat verbs write the rights, nothing else does."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework.models.case_files import CaseFile, give_right
from casework.models.households import NetworkPerson, Person, Signpost
from casework.querysets import VIEW, WRITE, SeatQuerySet
from casework.workflow import NotAllowed
from wijkteam.choices import LifeDomain
from wijkteam.models import TeamMembership, User


class Seat(models.Model):
    """One chair. It belongs to exactly one of: a user, a contact of a vindplaats, someone of the
    household, or someone of the own network."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="seats")
    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="seats")
    contact = models.ForeignKey(
        "network.VindplaatsContact", models.PROTECT, null=True, blank=True, related_name="seats"
    )
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="seats")
    network_person = models.ForeignKey(
        NetworkPerson, models.PROTECT, null=True, blank=True, related_name="seats"
    )
    # As it was when they sat down, so that the table can be read without their own records.
    name = models.CharField(_("naam"), max_length=120)
    from_whom = models.CharField(_("van"), max_length=120, blank=True)
    role = models.CharField(_("wat doet deze persoon"), max_length=120, blank=True)
    domains = ArrayField(
        models.CharField(max_length=12, choices=LifeDomain.choices),
        verbose_name=_("leefgebieden"),
        null=True,
        blank=True,
    )
    is_coordinator = models.BooleanField(_("regisseur"), default=False)
    since = models.DateTimeField(_("sinds"), default=timezone.now)
    until = models.DateTimeField(_("tot"), null=True, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        ordering = ["-is_coordinator", "since"]
        verbose_name = _("plek aan tafel")
        constraints = [
            models.CheckConstraint(
                name="seat_belongs_to_one",
                condition=models.Q(
                    user__isnull=False,
                    contact__isnull=True,
                    person__isnull=True,
                    network_person__isnull=True,
                )
                | models.Q(
                    user__isnull=True,
                    contact__isnull=False,
                    person__isnull=True,
                    network_person__isnull=True,
                )
                | models.Q(
                    user__isnull=True,
                    contact__isnull=True,
                    person__isnull=False,
                    network_person__isnull=True,
                )
                | models.Q(
                    user__isnull=True,
                    contact__isnull=True,
                    person__isnull=True,
                    network_person__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="seat_coordinator_is_user",
                condition=models.Q(is_coordinator=False) | models.Q(user__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["case_file"],
                condition=models.Q(is_coordinator=True, until__isnull=True),
                name="one_coordinator_per_case_file",
            ),
            models.UniqueConstraint(
                fields=["case_file", "user"],
                condition=models.Q(until__isnull=True, user__isnull=False),
                name="seat_user_once",
            ),
            models.UniqueConstraint(
                fields=["case_file", "person"],
                condition=models.Q(until__isnull=True, person__isnull=False),
                name="seat_person_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    # --- sitting down -----------------------------------------------------------------------
    @classmethod
    def invite(
        cls, case_file: CaseFile, user: User, by: User, role: str, domains: list[str] | None
    ) -> "Seat":
        """Give a colleague or a professional of another organisation a seat.

        Outside the team a seat gives nothing until there is a ground to share (see grounds).
        """
        with transaction.atomic():
            seat = cls(
                case_file=case_file,
                user=user,
                name=user.name,
                from_whom=str(user.organisation or __("wijkteam")),
                role=role or user.discipline,
                domains=domains or None,
            )
            seat.save(force_insert=True)
            seat.settle_rights()
            case_file.touch()
        return seat

    @classmethod
    def for_person(cls, case_file: CaseFile, person: Person, by: User) -> "Seat":
        """Someone of the household sits at the own table; with an account they see the plan."""
        seat = cls(case_file=case_file, person=person, name=person.name, from_whom=__("gezin"))
        seat.save(force_insert=True)
        if person.user:
            give_right(case_file, person.user, VIEW)
        return seat

    @classmethod
    def for_network(cls, case_file: CaseFile, network_person: NetworkPerson, role: str) -> "Seat":
        """Someone from the own network sits at the table; no account is needed to help."""
        with transaction.atomic():
            network_person.save(force_insert=True)
            seat = cls(
                case_file=case_file,
                network_person=network_person,
                name=network_person.name,
                from_whom=network_person.relation or __("eigen netwerk"),
                role=role,
            )
            seat.save(force_insert=True)
            case_file.touch()
        return seat

    # --- what the seat may see ---------------------------------------------------------------
    def granted_domains(self) -> list[str] | None:
        """None for all (own team); otherwise those domains of the seat that a ground covers."""
        team = TeamMembership.objects.filter(
            user=self.user, team=self.case_file.team, until__isnull=True
        )
        if self.is_coordinator or team.exists():
            return None
        grounds = self.case_file.grounds.valid().filter(organisation=self.user.organisation)
        shared = {domain for ground in grounds for domain in ground.domains}
        return sorted(shared & set(self.domains or LifeDomain.values))

    def settle_rights(self) -> None:
        """Make the rights say what seat and grounds say now. Coordination is moved by hand_over."""
        if self.user is None:
            return
        self.case_file.rights.filter(user=self.user, coordinates=False).delete()
        if self.until is not None:
            return
        domains = self.granted_domains()
        if domains is None or domains:
            give_right(self.case_file, self.user, VIEW, domains)
            give_right(self.case_file, self.user, WRITE, domains)

    # --- standing up ------------------------------------------------------------------------
    def leave(self, by: User) -> None:
        """Leave the table; the rights end at once. A coordinator hands over first."""
        if self.is_coordinator:
            raise NotAllowed(__("Draag eerst de regie over aan een collega."))
        with transaction.atomic():
            self.until = timezone.now()
            self.save(update_fields=["until"])
            self.settle_rights()
            self.case_file.touch()

    def hand_over(self, to: "Seat", by: User) -> None:
        """The coordination goes to another seat of the same table; the old one stays seated."""
        if to.case_file_id != self.case_file_id or to.user is None or to.until is not None:
            raise NotAllowed(__("De nieuwe regisseur moet zelf aan deze tafel zitten."))
        if to.granted_domains() is not None:
            raise NotAllowed(__("De nieuwe regisseur moet bij dit wijkteam werken."))
        with transaction.atomic():
            changed = Seat.objects.filter(pk=self.pk, is_coordinator=True).update(
                is_coordinator=False
            )
            if not changed:
                raise NotAllowed(__("Iemand anders heeft de regie al overgedragen."))
            Seat.objects.filter(pk=to.pk).update(is_coordinator=True)
            Signpost.objects.filter(household_id=self.case_file.household_id).update(
                coordinator=to.user
            )
            self.case_file.rights.filter(coordinates=True).update(user=to.user)
            self.case_file.touch()
