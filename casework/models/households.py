"""People who live together, and the people around them. One person is enough for a household."""

import hmac
import re
import uuid
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models.expressions import RawSQL
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from casework.choices import HouseholdRole
from casework.workflow import NotAllowed
from wijkteam.models import User
from wijkteam.models.paper_codes import new_sheet, paper_key
from wijkteam.rows import Row

if TYPE_CHECKING:
    from casework.models.case_files import CaseFile


class Household(Row):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("naam"), max_length=120)
    street = models.CharField(_("straat"), max_length=120, blank=True)
    house_number = models.CharField(_("huisnummer"), max_length=12, blank=True)
    postcode = models.CharField(_("postcode"), max_length=6, blank=True)
    town = models.CharField(_("plaats"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("huishouden")
        verbose_name_plural = _("huishoudens")

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        return f"{self.street} {self.house_number}".strip()

    def people(self) -> "models.QuerySet[Person]":
        """Who lives here now."""
        now = HouseholdMember.objects.filter(household=self, until__isnull=True)
        return Person.objects.filter(pk__in=now.values("person_id")).order_by("name")

    def former(self) -> list["HouseholdMember"]:
        """Who lived here and does not any more, the last to leave first."""
        lived = HouseholdMember.objects.filter(household=self, until__isnull=False)
        gone = lived.exclude(person__in=self.people().order_by()).select_related("person")
        found: dict[uuid.UUID, HouseholdMember] = {}
        for member in gone.order_by("-until"):
            found.setdefault(member.person_id, member)
        return list(found.values())

    def grown_up(self) -> "models.QuerySet[Person]":
        """Who may say yes or no to sharing: adults, and young people about themselves."""
        roles = [HouseholdRole.ADULT, HouseholdRole.YOUNG, HouseholdRole.OTHER]
        now = HouseholdMember.objects.filter(household=self, until__isnull=True, role__in=roles)
        return Person.objects.filter(pk__in=now.values("person_id")).order_by("name")


class Person(Row):
    """Someone of a household. A child can belong to two."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("naam"), max_length=120)
    birth_year = models.PositiveSmallIntegerField(_("geboortejaar"), null=True, blank=True)
    # Someone who belongs to two households is written down in each: neither learns of the other.
    user = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="persons")
    # Who of the house reads what is this person's alone; NULL: nothing said (casework/home.py).
    goals_shown_to = ArrayField(models.UUIDField(), null=True, blank=True)

    class Meta:
        verbose_name = _("bewoner")
        verbose_name_plural = _("bewoners")
        constraints = [
            models.CheckConstraint(
                name="person_birth_year_sensible",
                condition=models.Q(birth_year__isnull=True)
                | models.Q(birth_year__gte=1900, birth_year__lte=2100),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def lives_there(self) -> bool:
        """In the house that this person was written down in."""
        return self.memberships.filter(until__isnull=True).exists()

    def show_goals_to(self, readers: "list[Person]") -> None:
        """From now on these people of the house read the own goals, and nobody else in it."""
        self.goals_shown_to = [reader.pk for reader in readers]
        self.save(update_fields=["goals_shown_to"])

    @staticmethod
    def for_paper(case_file: "CaseFile") -> set[uuid.UUID]:
        """Who at this table signs in with codes on paper, or would: those without e-mail. The
        database tells (locks_paper.sql): a professional may not read the account of a resident."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT casework_for_paper(%s)", [case_file.pk])
            return set(cursor.fetchone()[0])

    def make_paper_codes(self) -> list[str]:
        """Codes to sign in with, for someone without e-mail; earlier ones stop working.

        The database makes account and codes (casework_paper_codes in locks_paper.sql). Raises
        NotAllowed for who signs in by e-mail, and for a person at no table that the visitor runs.
        """
        codes = new_sheet()
        keys = [paper_key(code) for code in codes]
        with connection.cursor() as cursor:
            cursor.execute("SELECT casework_paper_codes(%s, %s)", [self.pk, keys])
            if not cursor.fetchone()[0]:
                raise NotAllowed(__("Deze bewoner logt in met een code per e-mail."))
        return codes


class PersonContact(models.Model):
    """How to reach someone of a household. A table of its own, so that the database can keep it
    from the others in the house (locks_contact.sql). No row: nothing is known."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="contact")
    phone = PhoneNumberField(_("telefoon"), blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)

    class Meta:
        indexes = [models.Index(Lower("email"), name="person_email")]

    def __str__(self) -> str:
        return str(self.person_id)

    @classmethod
    def write_down(cls, person: Person, email: str) -> None:
        """The address that somebody at the table told; an older one is replaced."""
        if email and not cls.objects.filter(person=person).update(email=email):
            cls(person=person, email=email).save(force_insert=True)


class HouseholdMember(Row):
    """Who lives in which household, as what, from and until."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    household = models.ForeignKey(Household, models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    role = models.CharField(_("rol"), max_length=6, choices=HouseholdRole.choices)
    since = models.DateField(default=timezone.localdate)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["household", "person"],
                condition=models.Q(until__isnull=True),
                name="household_member_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_role_display()})"


class NetworkPerson(models.Model):
    """Someone from the own network: a neighbour, an aunt, a friend."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    household = models.ForeignKey(Household, models.CASCADE, related_name="network")
    name = models.CharField(_("naam"), max_length=120)
    relation = models.CharField(_("wie is dit"), max_length=80, blank=True)
    phone = PhoneNumberField(_("telefoon"), blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


def address_key(postcode: str, house_number: str) -> str:
    """A keyed hash of an address: '1234 AB', '12-a' and '1234ab', '12A' are one address."""
    postcode = re.sub(r"\s", "", postcode).upper()
    number = re.sub(r"[^0-9A-Z]", "", house_number.upper())
    if not postcode or not number:
        return ""
    text = f"address\x1f{postcode}\x1f{number}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), text, sha256).hexdigest()


class SignpostQuerySet(models.QuerySet["Signpost"]):
    def to_call(self) -> "SignpostQuerySet":
        """Whom to call; the hashed address itself is not read by whoever works with families."""
        return self.defer("address_key").select_related("coordinator")

    def at(self, key: str) -> "SignpostQuerySet":
        """The households of one address: the database finds them (casework_at_address)."""
        here = RawSQL("SELECT casework_at_address(%s)", [key], models.UUIDField())
        return self.to_call().filter(pk__in=here)


class Signpost(models.Model):
    """Leads a second professional to the coordinator, and tells nothing else.

    One row per household: a hashed address, and who keeps the plan together. Two professionals
    who open a file for a new address at the same moment meet on the unique constraint.
    """

    household = models.OneToOneField(
        Household, models.CASCADE, primary_key=True, related_name="signpost"
    )
    address_key = models.CharField(max_length=64, blank=True)
    number = models.PositiveSmallIntegerField(default=1)
    coordinator = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = SignpostQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["address_key", "number"],
                condition=~models.Q(address_key=""),
                name="signpost_household_number",
            )
        ]

    def __str__(self) -> str:
        return str(self.household_id)


@dataclass(frozen=True)
class Address:
    street: str = ""
    house_number: str = ""
    postcode: str = ""
    town: str = ""


@dataclass(frozen=True)
class NewPerson:
    """Someone of the household to write down. `user` is the resident's own account; without one,
    whoever signs in with `email` sees the plan (see `CaseFile.welcome`)."""

    name: str
    role: str = HouseholdRole.ADULT
    birth_year: int | None = None
    user: User | None = None
    email: str = ""
    has_seat: bool = False
