"""The table: who takes part in a case file. Seat verbs write the rights, nothing else does."""

import uuid
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework import letters
from casework.choices import Audience, EntryKind
from casework.models.case_files import CaseFile
from casework.models.households import NetworkPerson, Person, PersonContact, Signpost
from casework.models.invitations import Invited
from casework.querysets import VIEW, WRITE, SeatQuerySet
from casework.workflow import NotAllowed, verb
from wijkteam.choices import LifeDomain
from wijkteam.models import TeamMembership, User

if TYPE_CHECKING:
    from casework.models.grounds import SharingGround
    from casework.not_shared import NotShared
    from network.models import VindplaatsContact

SITTERS = ("user", "contact", "person", "network_person")


def _exactly_one(fields: tuple[str, ...]) -> models.Q:
    """One of the columns is filled, the others are not."""
    return models.Q(
        *(models.Q(**{f"{other}__isnull": other != one for other in fields}) for one in fields),
        _connector=models.Q.OR,
    )


class Seat(Invited):
    """One chair: of a user, a vindplaats contact, someone of the household or of its network."""

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
    invited_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    is_coordinator = models.BooleanField(_("regisseur"), default=False)
    by_experience = models.BooleanField(_("ervaringsdeskundige"), default=False)
    since = models.DateTimeField(_("sinds"), default=timezone.now)
    until = models.DateTimeField(_("tot"), null=True, blank=True)
    # Left the table and reads nothing more, but the family may still call until this day.
    after_care_until = models.DateField(_("nazorg tot en met"), null=True, blank=True)
    # Was the coordinator when another team took the file, and reads until then to hand it over.
    stays_until = models.DateTimeField(_("kijkt mee tot"), null=True, editable=False)

    objects = SeatQuerySet.as_manager()
    not_shared: "NotShared | None" = None  # on the page of the table

    class Meta:
        ordering = ["-is_coordinator", "since"]
        verbose_name = _("plek aan tafel")
        constraints = [
            models.CheckConstraint(name="seat_belongs_to_one", condition=_exactly_one(SITTERS)),
            models.CheckConstraint(
                name="seat_coordinator_is_user",
                condition=models.Q(is_coordinator=False) | models.Q(user__isnull=False),
            ),
            models.CheckConstraint(
                name="seat_accepted_was_asked",
                condition=models.Q(accepted_at__isnull=True, declined_at__isnull=True)
                | models.Q(asked_at__isnull=False),
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
                fields=["case_file", "contact"],
                condition=models.Q(until__isnull=True, contact__isnull=False),
                name="seat_contact_once",
            ),
            models.UniqueConstraint(
                fields=["case_file", "person"],
                condition=models.Q(until__isnull=True, person__isnull=False),
                name="seat_person_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_of(self, user: User) -> bool:
        """This person sits here now, as a professional or as someone of the household."""
        mine = (self.user_id, self.person.user_id if self.person else None)
        return self.until is None and user.pk in mine

    # --- sitting down -----------------------------------------------------------------------
    @classmethod
    def invite(
        cls, case_file: CaseFile, user: User, by: User, role: str, domains: list[str] | None,
        ground: "SharingGround | None" = None, key: uuid.UUID | None = None,
        by_experience: bool = False,
    ) -> "Seat":  # fmt: skip
        """Give a colleague or a professional of another organisation a seat.

        The seat gives nothing before they say yes (locks_inviting.sql); and outside the team
        nothing without a ground to share, the one that comes along or one that there is already.
        """
        with verb():
            case_file.touch()
            if ground:
                ground.give()
            seat = cls._sit(
                case_file, by, key, user=user, name=user.name, role=role or user.discipline,
                from_whom=str(user.organisation or __("wijkteam")), domains=domains or None,
                by_experience=by_experience, asked_at=timezone.now(),
            )  # fmt: skip
            letters.invited(seat, by)
        return seat

    @classmethod
    def for_person(
        cls, case_file: CaseFile, person: Person, by: User, key: uuid.UUID | None = None,
        email: str = "",
    ) -> "Seat":  # fmt: skip
        """Someone of the household sits at the own table; with an account they see the plan."""
        from casework.models.rights import give_right

        with verb():
            case_file.touch()
            PersonContact.write_down(person, email)
            seat = cls._sit(
                case_file, by, key, person=person, name=person.name, from_whom=__("gezin")
            )
            if person.user_id:
                # A professional may not read the account of a resident; its key is enough.
                give_right(case_file, User(pk=person.user_id), VIEW)
        return seat

    @classmethod
    def for_network(
        cls, case_file: CaseFile, network_person: NetworkPerson, role: str, by: User | None = None,
        key: uuid.UUID | None = None, by_experience: bool = False,
    ) -> "Seat":  # fmt: skip
        """Someone from the own network sits at the table; no account is needed to help."""
        with verb():
            case_file.touch()
            network_person.save(force_insert=True)
            return cls._sit(
                case_file, by, key, network_person=network_person, name=network_person.name,
                from_whom=network_person.relation or __("eigen netwerk"), role=role,
                by_experience=by_experience,
            )  # fmt: skip

    @classmethod
    def for_contact(
        cls, case_file: CaseFile, contact: "VindplaatsContact", role: str, by: User | None = None,
        key: uuid.UUID | None = None, by_experience: bool = False,
    ) -> "Seat":  # fmt: skip
        """Someone we know from a vindplaats helps at this table, and reads nothing of the file."""
        with verb():
            case_file.touch()
            return cls._sit(
                case_file, by, key, contact=contact, name=contact.name,
                from_whom=contact.vindplaats.name[:120], role=role or contact.role_there,
                by_experience=by_experience,
            )  # fmt: skip

    @classmethod
    def _sit(
        cls, case_file: CaseFile, by: User | None, key: uuid.UUID | None, **fields: Any
    ) -> "Seat":
        seat = cls(id=key or uuid.uuid4(), case_file=case_file, invited_by=by, **fields)
        seat.save(force_insert=True)
        return seat

    # --- what the seat may see ---------------------------------------------------------------
    def granted_domains(self) -> list[str] | None:
        """None for all (coordinator and own team, and who just handed the file over); else those of
        the seat that grounds cover."""
        if self.is_coordinator or self.stays_on or self.is_of_team():
            return None
        shared = {domain for ground in self._grounds() for domain in ground.domains}
        return sorted(shared & set(self.domains or LifeDomain.values))

    @property
    def stays_on(self) -> bool:
        return self.stays_until is not None and self.stays_until > timezone.now()

    def is_of_team(self) -> bool:
        team = TeamMembership.objects.filter(team=self.case_file.team_id, until__isnull=True)
        return team.filter(user=self.user_id).exists()

    def _grounds(self) -> "list[SharingGround]":
        assert self.user is not None
        return list(self.case_file.grounds.valid().filter(organisation=self.user.organisation))

    def settle_rights(self) -> None:
        """Make the rights say what seat and grounds say now. Coordination is moved by hand_over.

        Outside the team they end with the first ground that ends. Withdrawing a ground narrows
        them in the database itself (casework_ground_ends in locks.sql).
        """
        if self.user is None or self.awaits_answer:
            return
        self.case_file.rights.filter(user=self.user, coordinates=False).delete()
        domains = self.granted_domains()
        if domains is None:
            self._give(None, self.stays_until if self.stays_on else None)
        elif domains:
            ends = [ground.until for ground in self._grounds() if ground.until]
            self._give(domains, min(ends, default=None))

    def _give(self, domains: list[str] | None, until: datetime | None) -> None:
        from casework.models.rights import give_right

        assert self.user is not None
        for codename in (VIEW, WRITE):
            give_right(self.case_file, self.user, codename, domains, until)

    # --- standing up ------------------------------------------------------------------------
    def leave(
        self, by: User, words: str = "", life_domain: str = "", after_care: date | None = None
    ) -> None:
        """Leave the table, with words for whoever goes on; the rights end at once."""
        if self.is_coordinator:
            raise NotAllowed(__("Draag eerst de regie over aan een collega."))
        with verb():
            self.case_file.touch()
            if words:
                self._hand_words(by, words, life_domain)
            # The last rights go last: without them the database hides this table from who leaves.
            ended = Seat.objects.open().filter(pk=self.pk, is_coordinator=False)
            if not ended.update(until=timezone.now(), after_care_until=after_care):
                raise NotAllowed(__("Deze persoon zit al niet meer aan tafel."))
            owner = self.user_id or (self.person.user_id if self.person else None)
            if owner:
                self.case_file.rights.filter(user=owner, coordinates=False).delete()

    def hand_over(self, to: "Seat", by: User, words: str = "") -> None:
        """The coordination goes to another seat of the same table; the old one stays seated."""
        sits = to.case_file_id == self.case_file_id and to.until is None
        if not sits or to.user is None or to.awaits_answer:
            raise NotAllowed(__("De nieuwe regisseur moet zelf aan deze tafel zitten."))
        if not to.is_of_team():
            raise NotAllowed(__("De nieuwe regisseur moet bij dit wijkteam werken."))
        with verb():
            self.case_file.touch()
            if not Seat.objects.filter(pk=self.pk, is_coordinator=True).update(
                is_coordinator=False
            ):
                raise NotAllowed(__("Iemand anders heeft de regie al overgedragen."))
            if words:
                self._hand_words(by, words, "")
            said = __("%(name)s houdt het plan vanaf nu bij elkaar.") % {"name": to.name}
            self._hand_words(by, said, "", for_household=True)
            if not Seat.objects.open().filter(pk=to.pk).update(is_coordinator=True):
                raise NotAllowed(__("De nieuwe regisseur moet zelf aan deze tafel zitten."))
            Signpost.objects.filter(household_id=self.case_file.household_id).update(
                coordinator=to.user
            )
            self.case_file.rights.filter(coordinates=True).update(user=to.user)
            letters.became_coordinator(to, by)

    def _hand_words(self, by: User, words: str, life_domain: str, **more: Any) -> None:
        """Warm: what the next one needs to know stands in the story."""
        from casework.models.timeline import TimelineEntry

        TimelineEntry(
            case_file=self.case_file,
            by=self.case_file.seats.of(by).first() or self,
            kind=EntryKind.HANDOVER,
            words=words,
            audience=Audience.DOMAIN if life_domain else Audience.TABLE,
            life_domain=life_domain, **more,
        ).save(force_insert=True)  # fmt: skip
