"""People who sign in, and the organisations and teams they work for."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import Group, PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from wijkteam.choices import Language, OrganisationKind, Role
from wijkteam.database import current_visitor
from wijkteam.models.places import Team
from wijkteam.roles import GROUP_ROLES


class PasswordField(models.CharField):
    """The hash leaves the database only for signing in; for other roles the column is not asked.

    They have no right to read it, so a colleague's name can be joined without it.
    """

    def select_format(self, compiler: Any, sql: str, params: Any) -> tuple[str, Any]:
        is_app_itself = current_visitor()[0] == "none"
        return (sql, params) if is_app_itself else ("''", [])


class KeptField(models.Field):
    """Work addresses are not for residents, nor for people of places; when somebody signed in last
    is for the manager alone. Others have no right to read the column: it is not asked of them."""

    kept_from = {"wijkteam_resident", "wijkteam_contact"}

    def select_format(self, compiler: Any, sql: str, params: Any) -> tuple[str, Any]:
        return ("NULL", []) if current_visitor()[0] in self.kept_from else (sql, params)


class WorkEmailField(KeptField, models.EmailField):
    pass


class LastLoginField(KeptField, models.DateTimeField):
    kept_from = {*GROUP_ROLES} - {"wijkteam_manager"}


class Organisation(models.Model):
    """A formal party that people at a table work for."""

    name = models.CharField(_("naam"), max_length=120, unique=True)
    kind = models.CharField(_("soort"), max_length=20, choices=OrganisationKind.choices)
    phone = PhoneNumberField(_("telefoon"), blank=True)
    active = models.BooleanField(_("doet mee"), default=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    def create_user(
        self, email: str | None, name: str, role: str, password: str | None = None, **fields: Any
    ) -> "User":
        """A user with one role, put in the group that carries the role's permissions."""
        user = self.model(
            email=self.normalize_email(email).lower() if email else None,
            name=name,
            role=role,
            **fields,
        )
        user.set_password(password)
        user.save(using=self._db)
        user.groups.set([Group.objects.get_or_create(name=role)[0]])
        return user

    def create_superuser(self, email: str, name: str, password: str, **fields: Any) -> "User":
        return self.create_user(email, name, Role.MANAGER, password, is_staff=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser, PermissionsMixin):
    """Someone who signs in. A resident without e-mail signs in with a code on paper."""

    password = PasswordField(_("wachtwoord"), max_length=128)
    last_login = LastLoginField(_("laatst ingelogd"), null=True, blank=True)
    email = WorkEmailField(_("e-mailadres"), unique=True, null=True, blank=True)
    name = models.CharField(_("naam"), max_length=120)
    role = models.CharField(_("rol"), max_length=20, choices=Role.choices)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, verbose_name=_("organisatie")
    )
    discipline = models.CharField(_("vak"), max_length=80, blank=True)
    phone = PhoneNumberField(_("telefoon"), blank=True)
    language = models.CharField(
        _("taal"), max_length=2, choices=Language.choices, default=Language.NL
    )
    is_active = models.BooleanField(_("actief"), default=True)
    is_staff = models.BooleanField(_("mag in het beheer"), default=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    teams: models.ManyToManyField = models.ManyToManyField(
        "wijkteam.Team", through="wijkteam.TeamMembership", related_name="members"
    )

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name"]
        verbose_name = _("gebruiker")
        verbose_name_plural = _("gebruikers")
        permissions = [("manage_reference_data", _("Mag wijken, teams en accounts beheren"))]
        constraints = [
            models.CheckConstraint(
                name="user_email_unless_resident",
                condition=models.Q(email__isnull=False) | models.Q(role=Role.RESIDENT),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name.split(" ")[0]

    def reads_in(self, language: str) -> None:
        """Mail goes in the language that somebody chose on the pages; of who works here not: they
        choose one to print a page for somebody else."""
        chooses = self.role in (Role.RESIDENT, Role.CONTACT) and language in Language.values
        if chooses and language != self.language:
            self.language = language
            self.save(update_fields=["language"])

    def join_team(self, team: Team) -> "TeamMembership":
        """Work for this team from now on; a second time changes nothing."""
        membership, _created = TeamMembership.objects.get_or_create(
            user=self, team=team, until=None
        )
        return membership


class TeamMembership(models.Model):
    """Who works for which team, from and until."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    team = models.ForeignKey(
        "wijkteam.Team", models.PROTECT, related_name="memberships", verbose_name=_("wijkteam")
    )
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(_("werkt daar tot"), null=True, blank=True)

    class Meta:
        verbose_name = _("wijkteam van deze collega")
        verbose_name_plural = _("wijkteams van deze collega")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "team"],
                condition=models.Q(until__isnull=True),
                name="membership_once_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} bij {self.team}"
