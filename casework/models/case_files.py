"""One household, one case file, one plan, one coordinator."""

import uuid
from typing import TYPE_CHECKING

from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework.models import closing, moving_house, moving_out
from casework.models.households import (
    Address,
    Household,
    HouseholdMember,
    NewPerson,
    Person,
    PersonContact,
    Signpost,
    address_key,
)
from casework.querysets import COORDINATE, VIEW, WRITE, CaseFileQuerySet
from casework.workflow import HouseholdHasFile, HouseholdKnown, NotAllowed, verb
from wijkteam.models import Team, User
from wijkteam.models.people import KeptField
from wijkteam.rows import Row

if TYPE_CHECKING:
    from casework.models.seats import Seat


class RestrictedField(KeptField, models.DateTimeField):
    """People at home hear it by `Standing.restricted_since`: in a house that is kept apart it would
    tell the others that somebody asked for it."""

    kept_from = {"wijkteam_resident"}


class CaseFile(Row):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    household = models.ForeignKey(Household, models.PROTECT, related_name="case_files")
    team = models.ForeignKey(Team, models.PROTECT, related_name="case_files")
    opened_at = models.DateTimeField(_("geopend op"), default=timezone.now)
    changed_at = models.DateTimeField(_("laatst veranderd"), default=timezone.now)
    closed_at = models.DateTimeField(_("afgesloten op"), null=True, blank=True)
    outcome_words = models.TextField(_("hoe het afliep, in eigen woorden"), blank=True)
    # What the coordinator said about a difference of view that was still there.
    differences_left = models.TextField(_("wat open bleef"), blank=True)
    destroy_on = models.DateField(_("bewaren tot"), null=True, blank=True)
    # Seats of the own team stay until then, to read (see casework/models/closing.py).
    aftercare_until = models.DateField(_("nazorg tot en met"), null=True, blank=True)
    may_be_asked = models.BooleanField(_("mag later vragen krijgen"), default=False)
    # A resident asked to restrict the data (AVG art. 18): kept, and read by the coordinator alone.
    # The database writes it, from the request that was granted (locks_restriction.sql).
    restricted_at = RestrictedField(_("afgeschermd sinds"), null=True, editable=False)
    # People in this house do not read each other's words (see casework/home.py).
    is_apart = models.BooleanField(_("huisgenoten lezen elkaar niet"), default=False)

    objects = CaseFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("gezinsdossier")
        verbose_name_plural = _("gezinsdossiers")
        permissions = [
            ("view_case_files", _("Mag dossiers zien waar hij of zij aan tafel zit")),
            ("write_case_files", _("Mag schrijven in dossiers aan de eigen tafel")),
            ("open_case_file", _("Mag een gezinsdossier openen")),
            ("view_own_plan", _("Mag het eigen plan zien")),
            ("write_own_plan", _("Mag in het eigen plan schrijven en delen stoppen")),
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
        cls, by: User, *, team: Team, name: str, address: Address, persons: list[NewPerson],
        household_id: uuid.UUID | None = None, another_household: bool = False,
    ) -> "CaseFile":  # fmt: skip
        """Open the one file of a household, with `by` as coordinator.

        Raises HouseholdKnown when the address is known and it was not said whether this is the
        same household, HouseholdHasFile when that household has an open file, and NotAllowed when
        it never lived at this address.
        """
        key = address_key(address.postcode, address.house_number)
        known = list(Signpost.objects.at(key))
        if known and household_id is None and not another_household:
            raise HouseholdKnown(known)
        if household_id and household_id not in {signpost.pk for signpost in known}:
            raise NotAllowed(__("Dit huishouden kennen wij niet op dit adres."))
        case_file = cls(team=team)
        try:
            with transaction.atomic():
                case_file._seat_opener(by)
                if household_id:
                    case_file._join_known(household_id, by, key)
                else:
                    last = max((one.number for one in known), default=0)  # others moved away
                    case_file._make_household(by, name, address, key, last + 1)
                case_file._write_down(persons, by, had_a_file=household_id is not None)
        except IntegrityError as error:
            # The constraint saw a row that this professional may not see: lead to its coordinator.
            raise cls._whom_to_call(error, key, household_id) from None
        return case_file

    def _seat_opener(self, by: User) -> None:
        """Rights first: the file's own row is only accepted from whoever may coordinate it."""
        from casework.models.rights import give_right
        from casework.models.seats import Seat

        give_right(self, by, COORDINATE)
        give_right(self, by, VIEW)
        give_right(self, by, WRITE)
        self._opener = Seat(
            case_file=self,
            user=by,
            name=by.name,
            from_whom=str(by.organisation or __("wijkteam")),
            role=by.discipline or __("regisseur"),
            is_coordinator=True,
        )

    def _join_known(self, household_id: uuid.UUID, by: User, key: str) -> None:
        _stand_before(key)
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

    def _write_down(self, persons: list[NewPerson], by: User, had_a_file: bool) -> None:
        """The people of the household; one that had a file before has written them down."""
        from casework.models.seats import Seat

        for new in persons:
            members = Person.objects.filter(memberships__household=self.household_id)
            known = members.filter(name__iexact=new.name).first() if had_a_file else None
            if known is None:
                self.add_person(new, by)
                continue
            if not known.lives_there():
                self.moves_back(known, by)
            if new.has_seat:
                if new.user and not known.user_id:
                    known.user = new.user
                    known.save(update_fields=["user"])
                Seat.for_person(self, known, by)

    @classmethod
    def _whom_to_call(
        cls, error: IntegrityError, key: str, household_id: uuid.UUID | None
    ) -> HouseholdHasFile | HouseholdKnown:
        if household_id is None:
            return HouseholdKnown(list(Signpost.objects.at(key)))
        if "one_open_case_file_per_household" not in str(error):
            raise error
        signpost = Signpost.objects.to_call().get(household_id=household_id)
        return HouseholdHasFile(signpost.coordinator)

    # --- the household ----------------------------------------------------------------------
    def add_person(self, new: NewPerson, by: User, key: uuid.UUID | None = None) -> Person:
        """Write down someone of the household, with a seat when they sit at the table."""
        from casework.models.seats import Seat

        with verb():
            self.touch()
            person = Person(name=new.name, birth_year=new.birth_year, user=new.user)
            HouseholdMember(household=self.household, person=person, role=new.role).save(
                force_insert=True
            )
            person.save(force_insert=True)
            PersonContact.write_down(person, new.email)
            if new.has_seat:
                Seat.for_person(self, person, by, key)
        return person

    @staticmethod
    def welcome() -> bool:
        """A resident who signs in for the first time finds the seat that waits for this address:
        True when there was one.

        The database does it (casework_welcome in locks.sql): nobody may look for a person.
        """
        with connection.cursor() as cursor:
            cursor.execute("SELECT casework_welcome()")
            return bool(cursor.fetchone()[0])

    # --- changing ---------------------------------------------------------------------------
    def touch(self) -> None:
        """Something changes: the file comes on top of everyone's list.

        First in every verb: whoever changes something else in this file waits until this is done,
        and in a closed file nothing changes.
        """
        self.changed_at = timezone.now()
        open_file = CaseFile.objects.open().filter(pk=self.pk)
        if not open_file.update(changed_at=self.changed_at):
            raise NotAllowed(__("Dit dossier is afgesloten. Er kan niets meer bij."))

    def seat_of_coordinator(self, by: User) -> "Seat":
        """What only the coordinator does begins here."""
        seat = self.seats.open().filter(is_coordinator=True, user=by).first()
        if seat is None:
            raise NotAllowed(__("Dat kan alleen de regisseur."))
        return seat

    @property
    def has_own_parts(self) -> bool:
        """Not everyone in this house reads all: it is kept apart, or a young person reads along."""
        from casework.consent import Deciding

        seated = self.seats.open().filter(person__user__isnull=False).values("person")
        return self.is_apart or bool(Deciding.of(self.household).young() & set(
            Person.objects.filter(pk__in=seated)))  # fmt: skip

    def keep_apart(self, by: User, apart: bool) -> None:
        """The safe mode: from now on nobody in this house reads what another said or does."""
        with verb():
            self.touch()
            self.seat_of_coordinator(by)
            CaseFile.objects.filter(pk=self.pk).update(is_apart=apart)
            self.is_apart = apart

    moves_out = moving_out.moves_out
    moves_back = moving_out.moves_back
    moves_house = moving_house.moves_house

    # --- ending, see casework/models/closing.py ---------------------------------------------
    close = closing.close
    destroy_after = closing.destroy_after
    reopen = closing.reopen
    end_aftercare = staticmethod(closing.end_aftercare)
    aftercare_left = property(closing.aftercare_left)
    is_due = property(closing.is_due)


def _stand_before(key: str) -> None:
    """Only who knows where a household lives opens a file for it again: the database asks for the
    keyed address (casework_may_open), which nobody reads there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('wijkteam.address', %s, true)", [key])
