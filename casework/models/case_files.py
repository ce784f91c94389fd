"""One household, one case file, one plan, one coordinator."""

import uuid
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib.auth.models import Permission
from django.contrib.postgres.fields import ArrayField
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from guardian.models import UserObjectPermissionBase

from casework.choices import HouseholdRole
from casework.models.households import (
    Household,
    HouseholdMember,
    Person,
    Signpost,
    address_key,
)
from casework.querysets import COORDINATE, VIEW, WRITE, CaseFileQuerySet, RightQuerySet
from casework.workflow import HouseholdHasFile, HouseholdKnown
from wijkteam.choices import LifeDomain
from wijkteam.models import Team, User


@dataclass(frozen=True)
class Address:
    street: str = ""
    house_number: str = ""
    postcode: str = ""
    town: str = ""


@dataclass(frozen=True)
class NewPerson:
    """Someone to write down when a file is opened; `user` is the resident's own account."""

    name: str
    role: str = HouseholdRole.ADULT
    birth_year: int | None = None
    user: User | None = None
    has_seat: bool = False


class CaseFile(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    household = models.ForeignKey(Household, models.PROTECT, related_name="case_files")
    team = models.ForeignKey(Team, models.PROTECT, related_name="case_files")
    opened_at = models.DateTimeField(_("geopend op"), default=timezone.now)
    changed_at = models.DateTimeField(_("laatst veranderd"), default=timezone.now)
    closed_at = models.DateTimeField(_("afgesloten op"), null=True, blank=True)
    outcome_words = models.TextField(_("hoe het afliep, in eigen woorden"), blank=True)
    destroy_on = models.DateField(_("bewaren tot"), null=True, blank=True)

    objects = CaseFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("gezinsdossier")
        verbose_name_plural = _("gezinsdossiers")
        permissions = [
            ("view_case_files", _("Mag dossiers zien waar hij of zij aan tafel zit")),
            ("write_case_files", _("Mag schrijven in dossiers aan de eigen tafel")),
            ("open_case_file", _("Mag een gezinsdossier openen")),
            ("view_own_plan", _("Mag het eigen plan zien")),
            ("write_casefile", _("Schrijft in dit dossier")),
            ("coordinate_casefile", _("Is regisseur van dit dossier")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["household"],
                condition=models.Q(closed_at__isnull=True),
                name="one_open_case_file_per_household",
            ),
            models.CheckConstraint(
                name="closed_case_file_says_how",
                condition=models.Q(closed_at__isnull=True, destroy_on__isnull=True)
                | models.Q(closed_at__isnull=False, destroy_on__isnull=False)
                & ~models.Q(outcome_words=""),
            ),
        ]
        indexes = [models.Index(fields=["-changed_at"], name="case_file_changed")]

    def __str__(self) -> str:
        return str(self.household)

    # --- opening ----------------------------------------------------------------------------
    @classmethod
    def open(
        cls,
        by: User,
        *,
        team: Team,
        name: str,
        address: Address,
        persons: list[NewPerson],
        household_id: uuid.UUID | None = None,
        another_household: bool = False,
    ) -> "CaseFile":
        """Open the one file of a household, with `by` as coordinator.

        Raises HouseholdKnown when the address is known and it was not said whether this is the
        same household, and HouseholdHasFile when that household has an open file.
        """
        key = address_key(address.postcode, address.house_number)
        known = list(Signpost.objects.filter(address_key=key)) if key else []
        if known and household_id is None and not another_household:
            raise HouseholdKnown(known)
        case_file = cls(team=team)
        try:
            with transaction.atomic():
                case_file._seat_opener(by)
                if household_id:
                    case_file._join_known(household_id, by)
                else:
                    case_file._make_household(by, name, address, key, len(known) + 1)
                case_file._write_down(persons, by)
        except IntegrityError as error:
            # The constraint saw a row that this professional may not see: lead to its coordinator.
            raise cls._whom_to_call(error, key, household_id) from None
        return case_file

    def _seat_opener(self, by: User) -> None:
        """Rights first: the file's own row is only accepted from who may coordinate it."""
        from casework.models.seats import Seat

        give_right(self, by, COORDINATE)
        give_right(self, by, VIEW)
        give_right(self, by, WRITE)
        self._opener = Seat(
            case_file=self,
            user=by,
            name=by.name,
            from_whom=str(by.organisation or _("wijkteam")),
            role=str(_("regisseur")),
            is_coordinator=True,
        )

    def _join_known(self, household_id: uuid.UUID, by: User) -> None:
        self.household_id = household_id
        self.save(force_insert=True)
        self._opener.save(force_insert=True)
        Signpost.objects.filter(household_id=household_id).update(coordinator=by)

    def _make_household(self, by: User, name: str, address: Address, key: str, number: int) -> None:
        household = Household(
            name=name,
            street=address.street,
            house_number=address.house_number,
            postcode=address.postcode.replace(" ", "").upper(),
            town=address.town,
        )
        self.household = household
        self.save(force_insert=True)
        self._opener.save(force_insert=True)
        household.save(force_insert=True)
        Signpost(household=household, address_key=key, number=number, coordinator=by).save(
            force_insert=True
        )

    def _write_down(self, persons: list[NewPerson], by: User) -> None:
        for new in persons:
            self.add_person(new, by)

    @classmethod
    def _whom_to_call(
        cls, error: IntegrityError, key: str, household_id: uuid.UUID | None
    ) -> HouseholdHasFile | HouseholdKnown:
        if household_id is None:
            return HouseholdKnown(list(Signpost.objects.filter(address_key=key)))
        if "one_open_case_file_per_household" not in str(error):
            raise error
        signpost = Signpost.objects.select_related("coordinator").get(household_id=household_id)
        return HouseholdHasFile(signpost.coordinator)

    # --- the household ----------------------------------------------------------------------
    def add_person(self, new: NewPerson, by: User) -> Person:
        """Write down someone of the household, with a seat when they sit at the table."""
        from casework.models.seats import Seat

        with transaction.atomic():
            person = Person(name=new.name, birth_year=new.birth_year, user=new.user)
            HouseholdMember(household=self.household, person=person, role=new.role).save(
                force_insert=True
            )
            person.save(force_insert=True)
            if new.has_seat:
                Seat.for_person(self, person, by)
        return person

    def touch(self) -> None:
        """Something changed: the file comes on top of everyone's list."""
        self.changed_at = timezone.now()
        CaseFile.objects.filter(pk=self.pk).update(changed_at=self.changed_at)

    # --- closing ----------------------------------------------------------------------------
    def close(self, by: User, words: str, on: date | None = None) -> None:
        """Close with the outcome in the resident's words; everyone's seat and rights end.

        Kept after closing: Wmo 2015 art. 5.3.4 (15 years), Jeugdwet art. 7.3.8 (20 years) when
        a child or young person lives in the household.
        """
        with transaction.atomic():
            youth = self.household.members.filter(
                role__in=[HouseholdRole.CHILD, HouseholdRole.YOUNG]
            ).exists()
            years = settings.RETENTION_YEARS_YOUTH if youth else settings.RETENTION_YEARS_CASE_FILE
            today = on or timezone.localdate()
            self.closed_at = timezone.now()
            self.outcome_words = words
            self.destroy_on = _years_later(today, years)
            self.save(update_fields=["closed_at", "outcome_words", "destroy_on"])
            self.seats.open().update(until=self.closed_at)
            self.rights.filter(coordinates=False).exclude(user=by).delete()


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


class LastLook(models.Model):
    """When someone last looked at a file: what changed since then stands out."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="last_looks")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case_file", "user"], name="last_look_once")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.at}"


class CaseFileUserObjectPermission(UserObjectPermissionBase):
    """Guardian's direct table: the one store of authority over a case file.

    Seat verbs write and remove rows, nothing else does; `visible_to` joins them and the policies
    of the database read them. `domains` empty (NULL) means all life domains.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    content_object = models.ForeignKey(CaseFile, models.CASCADE, related_name="rights")
    domains = ArrayField(
        models.CharField(max_length=12, choices=LifeDomain.choices), null=True, blank=True
    )
    until = models.DateTimeField(null=True, blank=True)
    # Says that this is the coordinator's right; unique per file, also after closing, so that
    # nobody can make themselves coordinator of a file that is not theirs.
    coordinates = models.BooleanField(default=False)

    objects = RightQuerySet.as_manager()

    class Meta(UserObjectPermissionBase.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(
                fields=["content_object"],
                condition=models.Q(coordinates=True),
                name="right_one_coordinator",
            )
        ]
        indexes = [
            models.Index(
                fields=["user", "permission", "content_object"],
                include=["until"],
                name="right_by_user",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.permission_id} {self.content_object_id}"


def permission(codename: str) -> Permission:
    """The permission row, looked up once per process."""
    if codename not in _PERMISSIONS:
        _PERMISSIONS[codename] = Permission.objects.get(
            content_type__app_label="casework", codename=codename
        )
    return _PERMISSIONS[codename]


_PERMISSIONS: dict[str, Permission] = {}


def give_right(
    case_file: CaseFile, user: User, codename: str, domains: list[str] | None = None
) -> None:
    """One right on one file for one user."""
    CaseFileUserObjectPermission(
        user=user,
        permission=permission(codename),
        content_object=case_file,
        domains=domains,
        coordinates=codename == COORDINATE,
    ).save(force_insert=True)
